// A240e Handlers for the exceptions that ordinary code throws see what the preparation throws
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'crate', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Freight;

public sealed record Crate(string Label, int Weight, int Count);

public sealed class Depot(IChatClient chat, List<string> notes)
{
    public async Task SystemAsync(IReadOnlyList<Crate> crates, int[] shelves, Dictionary<string, int> prices)
    {
        foreach (var crate in crates)
        {
            try
            {
                var part = crate.Weight / crate.Count;
                var response = await /*BM0001*/chat.GetResponseAsync("Weigh " + part);
                notes.Add(response.Text);
            }
            catch (SystemException e)
            {
                notes.Add(e.GetType().Name);
            }
        }
    }

    public async Task ArgumentAsync(IReadOnlyList<Crate> crates, int[] shelves, Dictionary<string, int> prices)
    {
        foreach (var crate in crates)
        {
            try
            {
                var part = Enum.Parse<DayOfWeek>(crate.Label);
                var response = await /*BM0001*/chat.GetResponseAsync("Weigh " + part);
                notes.Add(response.Text);
            }
            catch (ArgumentException e)
            {
                notes.Add(e.GetType().Name);
            }
        }
    }

    public async Task ArgumentNullAsync(IReadOnlyList<Crate> crates, int[] shelves, Dictionary<string, int> prices)
    {
        foreach (var crate in crates)
        {
            try
            {
                var part = int.Parse(crate.Label);
                var response = await /*BM0001*/chat.GetResponseAsync("Weigh " + part);
                notes.Add(response.Text);
            }
            catch (ArgumentNullException e)
            {
                notes.Add(e.GetType().Name);
            }
        }
    }

    public async Task ArgumentOutOfRangeAsync(IReadOnlyList<Crate> crates, int[] shelves, Dictionary<string, int> prices)
    {
        foreach (var crate in crates)
        {
            try
            {
                var part = crate.Label[..crate.Count].Length;
                var response = await /*BM0001*/chat.GetResponseAsync("Weigh " + part);
                notes.Add(response.Text);
            }
            catch (ArgumentOutOfRangeException e)
            {
                notes.Add(e.GetType().Name);
            }
        }
    }

    public async Task IndexOutOfRangeAsync(IReadOnlyList<Crate> crates, int[] shelves, Dictionary<string, int> prices)
    {
        foreach (var crate in crates)
        {
            try
            {
                var part = shelves[crate.Count];
                var response = await /*BM0001*/chat.GetResponseAsync("Weigh " + part);
                notes.Add(response.Text);
            }
            catch (IndexOutOfRangeException e)
            {
                notes.Add(e.GetType().Name);
            }
        }
    }

    public async Task KeyNotFoundAsync(IReadOnlyList<Crate> crates, int[] shelves, Dictionary<string, int> prices)
    {
        foreach (var crate in crates)
        {
            try
            {
                var part = prices[crate.Label];
                var response = await /*BM0001*/chat.GetResponseAsync("Weigh " + part);
                notes.Add(response.Text);
            }
            catch (KeyNotFoundException e)
            {
                notes.Add(e.GetType().Name);
            }
        }
    }

    public async Task InvalidCastAsync(IReadOnlyList<Crate> crates, int[] shelves, Dictionary<string, int> prices)
    {
        foreach (var crate in crates)
        {
            try
            {
                var part = (int)(crate.Count == 0 ? (object)1 : "none");
                var response = await /*BM0001*/chat.GetResponseAsync("Weigh " + part);
                notes.Add(response.Text);
            }
            catch (InvalidCastException e)
            {
                notes.Add(e.GetType().Name);
            }
        }
    }

    public async Task ArithmeticAsync(IReadOnlyList<Crate> crates, int[] shelves, Dictionary<string, int> prices)
    {
        foreach (var crate in crates)
        {
            try
            {
                var part = crate.Weight / crate.Count;
                var response = await /*BM0001*/chat.GetResponseAsync("Weigh " + part);
                notes.Add(response.Text);
            }
            catch (ArithmeticException e)
            {
                notes.Add(e.GetType().Name);
            }
        }
    }

    public async Task OverflowAsync(IReadOnlyList<Crate> crates, int[] shelves, Dictionary<string, int> prices)
    {
        foreach (var crate in crates)
        {
            try
            {
                var part = checked(crate.Weight * crate.Count);
                var response = await /*BM0001*/chat.GetResponseAsync("Weigh " + part);
                notes.Add(response.Text);
            }
            catch (OverflowException e)
            {
                notes.Add(e.GetType().Name);
            }
        }
    }

    public async Task DivideByZeroAsync(IReadOnlyList<Crate> crates, int[] shelves, Dictionary<string, int> prices)
    {
        foreach (var crate in crates)
        {
            try
            {
                var part = crate.Weight % crate.Count;
                var response = await /*BM0001*/chat.GetResponseAsync("Weigh " + part);
                notes.Add(response.Text);
            }
            catch (DivideByZeroException e)
            {
                notes.Add(e.GetType().Name);
            }
        }
    }

    public async Task NotSupportedAsync(IReadOnlyList<Crate> crates, int[] shelves, Dictionary<string, int> prices)
    {
        foreach (var crate in crates)
        {
            try
            {
                var part = Unpack(crate);
                var response = await /*BM0001*/chat.GetResponseAsync("Weigh " + part);
                notes.Add(response.Text);
            }
            catch (NotSupportedException e)
            {
                notes.Add(e.GetType().Name);
            }
        }
    }

    public async Task ObjectDisposedAsync(IReadOnlyList<Crate> crates, int[] shelves, Dictionary<string, int> prices)
    {
        foreach (var crate in crates)
        {
            try
            {
                var part = Unpack(crate);
                var response = await /*BM0001*/chat.GetResponseAsync("Weigh " + part);
                notes.Add(response.Text);
            }
            catch (ObjectDisposedException e)
            {
                notes.Add(e.GetType().Name);
            }
        }
    }

    public async Task AnythingAsync(IReadOnlyList<Crate> crates)
    {
        foreach (var crate in crates)
        {
            try
            {
                var part = crate.Weight / crate.Count;
                var response = await /*BM0001*/chat.GetResponseAsync("Weigh " + part);
                notes.Add(response.Text);
            }
            catch
            {
                notes.Add("none");
            }
        }
    }

    public async Task SeveralAsync(IReadOnlyList<Crate> crates)
    {
        foreach (var crate in crates)
        {
            try
            {
                var part = crate.Weight / crate.Count;
                var response = await /*BM0001*/chat.GetResponseAsync("Weigh " + part);
                notes.Add(response.Text);
            }
            catch (HttpRequestException)
            {
                notes.Add("offline");
            }
            catch (ArithmeticException)
            {
                notes.Add("none");
            }
        }
    }

    public async Task OfflineAsync(IReadOnlyList<Crate> crates)
    {
        foreach (var crate in crates)
        {
            try
            {
                var part = int.Parse(crate.Label) / crate.Weight;
                var response = await /*BM0001*/chat.GetResponseAsync("Weigh " + part);
                notes.Add(response.Text);
            }
            catch (HttpRequestException)
            {
                notes.Add("offline");
            }
        }
    }

    private static int Unpack(Crate crate) => crate.Count == 0 ? throw new ObjectDisposedException("crate") : crate.Label == "" ? throw new NotSupportedException() : crate.Count;
}
//// run
var notes = new List<string>();
var depot = new Depot(chat, notes);
await depot.ArithmeticAsync([new("Tea", 12, 4), new("Salt", 9, 0)], [], []);
await depot.SystemAsync([new("Tea", 12, 4), new("Salt", 9, 0)], [], []);
await depot.DivideByZeroAsync([new("Tea", 12, 4), new("Salt", 9, 0)], [], []);
await depot.OverflowAsync([new("Tea", int.MaxValue, 4), new("Salt", 9, 0)], [], []);
await depot.IndexOutOfRangeAsync([new("Tea", 12, 4), new("Salt", 9, 0)], [3], []);
await depot.KeyNotFoundAsync([new("Tea", 12, 4), new("Salt", 9, 0)], [3], new() { ["Salt"] = 3 });
await depot.InvalidCastAsync([new("Tea", 12, 4), new("Salt", 9, 0)], [3], []);
await depot.ArgumentOutOfRangeAsync([new("Tea", 12, 4), new("Salt", 9, 0)], [3], []);
await depot.ArgumentAsync([new("Tea", 12, 4), new("Monday", 9, 0)], [3], []);
await depot.NotSupportedAsync([new("Tea", 12, 4), new("", 9, 1)], [3], []);
await depot.ObjectDisposedAsync([new("Tea", 12, 4), new("Salt", 9, 0)], [3], []);
await depot.AnythingAsync([new("Tea", 12, 4), new("Salt", 9, 0)]);
await depot.SeveralAsync([new("Tea", 12, 4), new("Salt", 9, 0)]);
await depot.OfflineAsync([new("12", 12, 4), new("7", 9, 0)]);
Log(notes);
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Freight;

public sealed record Crate(string Label, int Weight, int Count);

public sealed class Depot(IChatClient chat, List<string> notes)
{
    public async Task SystemAsync(IReadOnlyList<Crate> crates, int[] shelves, Dictionary<string, int> prices)
    {
        var batch = await chat.CompleteBatchAsync(crates, crate =>
        {
            var part = crate.Weight / crate.Count;
            return [new ChatMessage(ChatRole.User, "Weigh " + part)];
        });
        foreach (var (crate, item) in crates.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (SystemException e)
            {
                notes.Add(e.GetType().Name);
            }
        }
    }

    public async Task ArgumentAsync(IReadOnlyList<Crate> crates, int[] shelves, Dictionary<string, int> prices)
    {
        var batch = await chat.CompleteBatchAsync(crates, crate =>
        {
            var part = Enum.Parse<DayOfWeek>(crate.Label);
            return [new ChatMessage(ChatRole.User, "Weigh " + part)];
        });
        foreach (var (crate, item) in crates.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (ArgumentException e)
            {
                notes.Add(e.GetType().Name);
            }
        }
    }

    public async Task ArgumentNullAsync(IReadOnlyList<Crate> crates, int[] shelves, Dictionary<string, int> prices)
    {
        var batch = await chat.CompleteBatchAsync(crates, crate =>
        {
            var part = int.Parse(crate.Label);
            return [new ChatMessage(ChatRole.User, "Weigh " + part)];
        });
        foreach (var (crate, item) in crates.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (ArgumentNullException e)
            {
                notes.Add(e.GetType().Name);
            }
        }
    }

    public async Task ArgumentOutOfRangeAsync(IReadOnlyList<Crate> crates, int[] shelves, Dictionary<string, int> prices)
    {
        var batch = await chat.CompleteBatchAsync(crates, crate =>
        {
            var part = crate.Label[..crate.Count].Length;
            return [new ChatMessage(ChatRole.User, "Weigh " + part)];
        });
        foreach (var (crate, item) in crates.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (ArgumentOutOfRangeException e)
            {
                notes.Add(e.GetType().Name);
            }
        }
    }

    public async Task IndexOutOfRangeAsync(IReadOnlyList<Crate> crates, int[] shelves, Dictionary<string, int> prices)
    {
        var batch = await chat.CompleteBatchAsync(crates, crate =>
        {
            var part = shelves[crate.Count];
            return [new ChatMessage(ChatRole.User, "Weigh " + part)];
        });
        foreach (var (crate, item) in crates.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (IndexOutOfRangeException e)
            {
                notes.Add(e.GetType().Name);
            }
        }
    }

    public async Task KeyNotFoundAsync(IReadOnlyList<Crate> crates, int[] shelves, Dictionary<string, int> prices)
    {
        var batch = await chat.CompleteBatchAsync(crates, crate =>
        {
            var part = prices[crate.Label];
            return [new ChatMessage(ChatRole.User, "Weigh " + part)];
        });
        foreach (var (crate, item) in crates.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (KeyNotFoundException e)
            {
                notes.Add(e.GetType().Name);
            }
        }
    }

    public async Task InvalidCastAsync(IReadOnlyList<Crate> crates, int[] shelves, Dictionary<string, int> prices)
    {
        var batch = await chat.CompleteBatchAsync(crates, crate =>
        {
            var part = (int)(crate.Count == 0 ? (object)1 : "none");
            return [new ChatMessage(ChatRole.User, "Weigh " + part)];
        });
        foreach (var (crate, item) in crates.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (InvalidCastException e)
            {
                notes.Add(e.GetType().Name);
            }
        }
    }

    public async Task ArithmeticAsync(IReadOnlyList<Crate> crates, int[] shelves, Dictionary<string, int> prices)
    {
        var batch = await chat.CompleteBatchAsync(crates, crate =>
        {
            var part = crate.Weight / crate.Count;
            return [new ChatMessage(ChatRole.User, "Weigh " + part)];
        });
        foreach (var (crate, item) in crates.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (ArithmeticException e)
            {
                notes.Add(e.GetType().Name);
            }
        }
    }

    public async Task OverflowAsync(IReadOnlyList<Crate> crates, int[] shelves, Dictionary<string, int> prices)
    {
        var batch = await chat.CompleteBatchAsync(crates, crate =>
        {
            var part = checked(crate.Weight * crate.Count);
            return [new ChatMessage(ChatRole.User, "Weigh " + part)];
        });
        foreach (var (crate, item) in crates.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (OverflowException e)
            {
                notes.Add(e.GetType().Name);
            }
        }
    }

    public async Task DivideByZeroAsync(IReadOnlyList<Crate> crates, int[] shelves, Dictionary<string, int> prices)
    {
        var batch = await chat.CompleteBatchAsync(crates, crate =>
        {
            var part = crate.Weight % crate.Count;
            return [new ChatMessage(ChatRole.User, "Weigh " + part)];
        });
        foreach (var (crate, item) in crates.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (DivideByZeroException e)
            {
                notes.Add(e.GetType().Name);
            }
        }
    }

    public async Task NotSupportedAsync(IReadOnlyList<Crate> crates, int[] shelves, Dictionary<string, int> prices)
    {
        var batch = await chat.CompleteBatchAsync(crates, crate =>
        {
            var part = Unpack(crate);
            return [new ChatMessage(ChatRole.User, "Weigh " + part)];
        });
        foreach (var (crate, item) in crates.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (NotSupportedException e)
            {
                notes.Add(e.GetType().Name);
            }
        }
    }

    public async Task ObjectDisposedAsync(IReadOnlyList<Crate> crates, int[] shelves, Dictionary<string, int> prices)
    {
        var batch = await chat.CompleteBatchAsync(crates, crate =>
        {
            var part = Unpack(crate);
            return [new ChatMessage(ChatRole.User, "Weigh " + part)];
        });
        foreach (var (crate, item) in crates.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (ObjectDisposedException e)
            {
                notes.Add(e.GetType().Name);
            }
        }
    }

    public async Task AnythingAsync(IReadOnlyList<Crate> crates)
    {
        var batch = await chat.CompleteBatchAsync(crates, crate =>
        {
            var part = crate.Weight / crate.Count;
            return [new ChatMessage(ChatRole.User, "Weigh " + part)];
        });
        foreach (var (crate, item) in crates.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch
            {
                notes.Add("none");
            }
        }
    }

    public async Task SeveralAsync(IReadOnlyList<Crate> crates)
    {
        var batch = await chat.CompleteBatchAsync(crates, crate =>
        {
            var part = crate.Weight / crate.Count;
            return [new ChatMessage(ChatRole.User, "Weigh " + part)];
        });
        foreach (var (crate, item) in crates.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (HttpRequestException)
            {
                notes.Add("offline");
            }
            catch (ArithmeticException)
            {
                notes.Add("none");
            }
        }
    }

    public async Task OfflineAsync(IReadOnlyList<Crate> crates)
    {
        var prompts = new List<string>();
        foreach (var crate in crates)
        {
            var part = int.Parse(crate.Label) / crate.Weight;
            prompts.Add("Weigh " + part);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (HttpRequestException)
            {
                notes.Add("offline");
            }
        }
    }

    private static int Unpack(Crate crate) => crate.Count == 0 ? throw new ObjectDisposedException("crate") : crate.Label == "" ? throw new NotSupportedException() : crate.Count;
}
