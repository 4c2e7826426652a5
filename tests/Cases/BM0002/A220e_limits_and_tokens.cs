// A220e Limits, tokens and lists: what a batch takes over from items that are asked at once
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
// message: These 'GetResponseAsync' requests are fanned out by hand; 'CompleteBatchAsync' sends them together, a bounded number at a time
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'Batch.RunAsync' sends them together, a bounded number at a time
// message: These 'CompleteChat' requests are fanned out by hand, without a limit; 'Batch.Run' sends them together, a bounded number at a time
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace Museums;

public sealed class Exhibit(string name, CancellationToken stop)
{
    public string Name { get; } = name;

    public string Label { get; set; } = "";

    public CancellationToken Stop { get; } = stop;
}

public sealed class Guide(IChatClient chat, ConcurrentBag<string> labels)
{
    public Action<string> Told { get; set; } = static _ => { };

    public async Task TokenOfThreadsAsync(IReadOnlyList<Exhibit> exhibits, CancellationToken closing)
    {
        await Task.WhenAll(exhibits.Select(exhibit => Task.Run(async () =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync("Label " + exhibit.Name);
            labels.Add(exhibit.Name + response.Text);
        }, closing)));
    }

    public async Task TokenOfThreadsAndGateAsync(IReadOnlyList<Exhibit> exhibits, CancellationToken closing, CancellationToken evening)
    {
        var doors = new SemaphoreSlim(2);
        await Task.WhenAll(exhibits.Select(exhibit => Task.Run(async () =>
        {
            await doors.WaitAsync(evening);
            try
            {
                var response = await /*BM0002*/chat.GetResponseAsync("Label " + exhibit.Name);
                labels.Add(exhibit.Name + response.Text);
            }
            finally
            {
                doors.Release();
            }
        }, closing)));
        doors.Dispose();
    }

    public async Task DefaultTokenAsync(IReadOnlyList<Exhibit> exhibits)
    {
        await Task.WhenAll(exhibits.Select(async exhibit =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync("Label " + exhibit.Name, cancellationToken: default);
            labels.Add(exhibit.Name + response.Text);
        }));
    }

    public async Task NoTokenAsync(IReadOnlyList<Exhibit> exhibits)
    {
        await Task.WhenAll(exhibits.Select(async exhibit =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync("Label " + exhibit.Name, cancellationToken: CancellationToken.None);
            labels.Add(exhibit.Name + response.Text);
        }));
    }

    public async Task TokenOfEachAsync(IReadOnlyList<Exhibit> exhibits)
    {
        await Task.WhenAll(exhibits.Select(async exhibit =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync("Label " + exhibit.Name, cancellationToken: exhibit.Stop);
            labels.Add(exhibit.Name + response.Text);
        }));
    }

    public async Task TokenUsedTwiceAsync(IReadOnlyList<Exhibit> exhibits, CancellationToken closing)
    {
        await Parallel.ForEachAsync(exhibits, closing, async (exhibit, token) =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync("Label " + exhibit.Name, cancellationToken: token);
            labels.Add(exhibit.Name + response.Text + token.CanBeCanceled);
        });
    }

    public async Task TokenUsedElsewhereAsync(IReadOnlyList<Exhibit> exhibits, CancellationToken closing)
    {
        await Parallel.ForEachAsync(exhibits, closing, async (exhibit, token) =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync("Label " + exhibit.Name);
            labels.Add(exhibit.Name + response.Text + token.CanBeCanceled);
        });
    }

    public async Task OuterTokenAsync(IReadOnlyList<Exhibit> exhibits, CancellationToken closing)
    {
        await Parallel.ForEachAsync(exhibits, async (exhibit, token) =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync("Label " + exhibit.Name, cancellationToken: closing);
            labels.Add(exhibit.Name + response.Text + token.CanBeCanceled);
        });
    }

    public async Task WrittenToItemAsync(IReadOnlyList<Exhibit> exhibits, CancellationToken closing)
    {
        await Parallel.ForEachAsync(exhibits, closing, async (exhibit, token) =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync($"Label {exhibit.Name}, now '{exhibit.Label}'", cancellationToken: token);
            exhibit.Label = response.Text;
        });
    }

    public async Task FirstIsNamedAsync(List<Exhibit> exhibits, CancellationToken closing)
    {
        await Parallel.ForEachAsync(exhibits, closing, async (exhibit, token) =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync($"Label {exhibit.Name} of {exhibits.Count}", cancellationToken: token);
            exhibit.Label = response.Text;
        });
    }

    public async Task AllAtOnceAsync(IReadOnlyList<Exhibit> exhibits)
    {
        await Parallel.ForEachAsync(exhibits, new ParallelOptions { MaxDegreeOfParallelism = -1 }, async (exhibit, token) =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync("Label " + exhibit.Name, cancellationToken: token);
            labels.Add(exhibit.Name + response.Text);
        });
    }

    public async Task OneByOneAsync(IReadOnlyList<Exhibit> exhibits)
    {
        await Parallel.ForEachAsync(exhibits, new ParallelOptions { MaxDegreeOfParallelism = 1 }, async (exhibit, token) =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync("Label " + exhibit.Name, cancellationToken: token);
            labels.Add(exhibit.Name + response.Text);
        });
    }

    public async Task SpreadAsync(string[] names, string last)
    {
        await Parallel.ForEachAsync([.. names], async (name, token) =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync("Label " + name, cancellationToken: token);
            labels.Add(name + response.Text);
        });
        await Parallel.ForEachAsync([names[0], last], async (name, token) =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync("Praise " + name, cancellationToken: token);
            labels.Add(name + response.Text);
        });
    }

    public async Task ToldBeforeAsync(IReadOnlyList<Exhibit> exhibits, Func<string, string> describe)
    {
        await Task.WhenAll(exhibits.Select(async exhibit =>
        {
            var description = describe(exhibit.Name);
            var response = await /*BM0002*/chat.GetResponseAsync("Label " + description);
            labels.Add(exhibit.Name + response.Text);
        }));
    }

    public async Task ToldAfterAsync(IReadOnlyList<Exhibit> exhibits)
    {
        await Task.WhenAll(exhibits.Select(async exhibit =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync("Label " + exhibit.Name);
            labels.Add(exhibit.Name + response.Text);
            Told(exhibit.Name);
        }));
    }

    public async Task ClockOfAllAsync(IReadOnlyList<Exhibit> exhibits)
    {
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(exhibits.Select(async exhibit =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync("Label " + exhibit.Name);
            labels.Add(exhibit.Name + response.Text + clock.IsRunning);
        }));
    }

    public void Twice(IReadOnlyList<Exhibit> exhibits, ChatClient client)
    {
        Parallel.ForEach(exhibits, exhibit =>
        {
            ChatCompletion draft = /*BM0002*/client.CompleteChat(new UserChatMessage("Label " + exhibit.Name));
            ChatCompletion final = client.CompleteChat(new UserChatMessage("Shorten " + draft.Content[0].Text));
            exhibit.Label = final.Content[0].Text;
        });
    }
}
//// run
var labels = new System.Collections.Concurrent.ConcurrentBag<string>();
var guide = new Guide(chat, labels);
List<Exhibit> exhibits = [new("urn", default), new("coin", default), new("helmet", default)];
await guide.TokenOfThreadsAsync(exhibits, cancellationToken);
await guide.TokenOfThreadsAndGateAsync(exhibits, cancellationToken, cancellationToken);
await guide.DefaultTokenAsync(exhibits);
await guide.NoTokenAsync(exhibits);
await guide.TokenOfEachAsync(exhibits);
await guide.WrittenToItemAsync(exhibits, cancellationToken);
await guide.FirstIsNamedAsync(exhibits, cancellationToken);
await guide.AllAtOnceAsync(exhibits);
await guide.OneByOneAsync(exhibits);
await guide.SpreadAsync(["vase", "mask"], "door");
await guide.ToldBeforeAsync(exhibits, name => name + "!");
await guide.ToldAfterAsync(exhibits);
await guide.ClockOfAllAsync(exhibits);
guide.Twice(exhibits, client);
Log(labels.Order().ToList());
Log(exhibits.Select(e => e.Label).ToList());
//// fixed
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace Museums;

public sealed class Exhibit(string name, CancellationToken stop)
{
    public string Name { get; } = name;

    public string Label { get; set; } = "";

    public CancellationToken Stop { get; } = stop;
}

public sealed class Guide(IChatClient chat, ConcurrentBag<string> labels)
{
    public Action<string> Told { get; set; } = static _ => { };

    public async Task TokenOfThreadsAsync(IReadOnlyList<Exhibit> exhibits, CancellationToken closing)
    {
        var batch = await chat.CompleteBatchAsync(exhibits, exhibit => "Label " + exhibit.Name, cancellationToken: closing);
        batch.Apply(exhibits, (exhibit, item) =>
        {
            var response = item.Response;
            labels.Add(exhibit.Name + response.Text);
        }).ThrowIfFailed();
    }

    public async Task TokenOfThreadsAndGateAsync(IReadOnlyList<Exhibit> exhibits, CancellationToken closing, CancellationToken evening)
    {
        var batch = await chat.CompleteBatchAsync(
            exhibits,
            exhibit => "Label " + exhibit.Name,
            batchOptions: new BatchOptions { MaxConcurrency = 2 },
            cancellationToken: evening);
        batch.Apply(exhibits, (exhibit, item) =>
        {
            var response = item.Response;
            labels.Add(exhibit.Name + response.Text);
        }).ThrowIfFailed();
    }

    public async Task DefaultTokenAsync(IReadOnlyList<Exhibit> exhibits)
    {
        var batch = await chat.CompleteBatchAsync(exhibits, exhibit => "Label " + exhibit.Name);
        batch.Apply(exhibits, (exhibit, item) =>
        {
            var response = item.Response;
            labels.Add(exhibit.Name + response.Text);
        }).ThrowIfFailed();
    }

    public async Task NoTokenAsync(IReadOnlyList<Exhibit> exhibits)
    {
        var batch = await chat.CompleteBatchAsync(exhibits, exhibit => "Label " + exhibit.Name);
        batch.Apply(exhibits, (exhibit, item) =>
        {
            var response = item.Response;
            labels.Add(exhibit.Name + response.Text);
        }).ThrowIfFailed();
    }

    public async Task TokenOfEachAsync(IReadOnlyList<Exhibit> exhibits)
    {
        var batch = await Batch.RunAsync(exhibits, async (exhibit, _) =>
        {
            var response = await chat.GetResponseAsync("Label " + exhibit.Name, cancellationToken: exhibit.Stop);
            labels.Add(exhibit.Name + response.Text);
        });
        batch.ThrowIfFailed();
    }

    public async Task TokenUsedTwiceAsync(IReadOnlyList<Exhibit> exhibits, CancellationToken closing)
    {
        var batch = await Batch.RunAsync(exhibits, async (exhibit, token) =>
        {
            var response = await chat.GetResponseAsync("Label " + exhibit.Name, cancellationToken: token);
            labels.Add(exhibit.Name + response.Text + token.CanBeCanceled);
        }, cancellationToken: closing);
        batch.ThrowIfFailed();
    }

    public async Task TokenUsedElsewhereAsync(IReadOnlyList<Exhibit> exhibits, CancellationToken closing)
    {
        var batch = await Batch.RunAsync(exhibits, async (exhibit, token) =>
        {
            var response = await chat.GetResponseAsync("Label " + exhibit.Name);
            labels.Add(exhibit.Name + response.Text + token.CanBeCanceled);
        }, cancellationToken: closing);
        batch.ThrowIfFailed();
    }

    public async Task OuterTokenAsync(IReadOnlyList<Exhibit> exhibits, CancellationToken closing)
    {
        var batch = await Batch.RunAsync(exhibits, async (exhibit, token) =>
        {
            var response = await chat.GetResponseAsync("Label " + exhibit.Name, cancellationToken: closing);
            labels.Add(exhibit.Name + response.Text + token.CanBeCanceled);
        }, cancellationToken: closing);
        batch.ThrowIfFailed();
    }

    public async Task WrittenToItemAsync(IReadOnlyList<Exhibit> exhibits, CancellationToken closing)
    {
        var batch = await chat.CompleteBatchAsync(exhibits, exhibit => $"Label {exhibit.Name}, now '{exhibit.Label}'", cancellationToken: closing);
        batch.Apply(exhibits, (exhibit, item) =>
        {
            var response = item.Response;
            exhibit.Label = response.Text;
        }).ThrowIfFailed();
    }

    public async Task FirstIsNamedAsync(List<Exhibit> exhibits, CancellationToken closing)
    {
        var batch = await chat.CompleteBatchAsync(exhibits, exhibit => $"Label {exhibit.Name} of {exhibits.Count}", cancellationToken: closing);
        batch.Apply(exhibits, (exhibit, item) =>
        {
            var response = item.Response;
            exhibit.Label = response.Text;
        }).ThrowIfFailed();
    }

    public async Task AllAtOnceAsync(IReadOnlyList<Exhibit> exhibits)
    {
        var batch = await chat.CompleteBatchAsync(exhibits, exhibit => "Label " + exhibit.Name);
        batch.Apply(exhibits, (exhibit, item) =>
        {
            var response = item.Response;
            labels.Add(exhibit.Name + response.Text);
        }).ThrowIfFailed();
    }

    public async Task OneByOneAsync(IReadOnlyList<Exhibit> exhibits)
    {
        var batch = await chat.CompleteBatchAsync(
            exhibits,
            exhibit => "Label " + exhibit.Name,
            batchOptions: new BatchOptions { MaxConcurrency = 1 });
        batch.Apply(exhibits, (exhibit, item) =>
        {
            var response = item.Response;
            labels.Add(exhibit.Name + response.Text);
        }).ThrowIfFailed();
    }

    public async Task SpreadAsync(string[] names, string last)
    {
        List<string> items = [.. names];
        var batch = await chat.CompleteBatchAsync(items, name => "Label " + name);
        batch.Apply(items, (name, item) =>
        {
            var response = item.Response;
            labels.Add(name + response.Text);
        }).ThrowIfFailed();
        List<string> items2 = [names[0], last];
        var batch2 = await chat.CompleteBatchAsync(items2, name => "Praise " + name);
        batch2.Apply(items2, (name, item) =>
        {
            var response = item.Response;
            labels.Add(name + response.Text);
        }).ThrowIfFailed();
    }

    public async Task ToldBeforeAsync(IReadOnlyList<Exhibit> exhibits, Func<string, string> describe)
    {
        var batch = await chat.CompleteBatchAsync(exhibits, exhibit =>
        {
            var description = describe(exhibit.Name);
            return "Label " + description;
        });
        batch.Apply(exhibits, (exhibit, item) =>
        {
            var response = item.Response;
            labels.Add(exhibit.Name + response.Text);
        }).ThrowIfFailed();
    }

    public async Task ToldAfterAsync(IReadOnlyList<Exhibit> exhibits)
    {
        var batch = await Batch.RunAsync(exhibits, async (exhibit, _) =>
        {
            var response = await chat.GetResponseAsync("Label " + exhibit.Name);
            labels.Add(exhibit.Name + response.Text);
            Told(exhibit.Name);
        });
        batch.ThrowIfFailed();
    }

    public async Task ClockOfAllAsync(IReadOnlyList<Exhibit> exhibits)
    {
        var clock = Stopwatch.StartNew();
        var batch = await chat.CompleteBatchAsync(exhibits, exhibit => "Label " + exhibit.Name);
        batch.Apply(exhibits, (exhibit, item) =>
        {
            var response = item.Response;
            labels.Add(exhibit.Name + response.Text + clock.IsRunning);
        }).ThrowIfFailed();
    }

    public void Twice(IReadOnlyList<Exhibit> exhibits, ChatClient client)
    {
        var batch = Batch.Run(exhibits, (exhibit, _) =>
        {
            ChatCompletion draft = client.CompleteChat(new UserChatMessage("Label " + exhibit.Name));
            ChatCompletion final = client.CompleteChat(new UserChatMessage("Shorten " + draft.Content[0].Text));
            exhibit.Label = final.Content[0].Text;
        });
        batch.ThrowAllIfFailed();
    }
}
