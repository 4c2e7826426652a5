// A240g Filters and orders of a source hand out the items of it, each one once
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'lot', one after another; 'CompleteBatchAsync' sends them together
// message: This loop makes one 'GetResponseAsync' round trip per item, one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Auctions;

public class Lot
{
    public string Name { get; set; } = "";

    public int Bid { get; set; }

    public string State { get; set; } = "new";
}

public sealed class Painting : Lot;

public sealed class Auction(IChatClient chat)
{
    public async Task SortedAsync(List<Lot> lots)
    {
        foreach (var lot in lots.Where(l => l.Bid > 0).OrderBy(l => l.Name).ThenBy(l => l.Bid).OrderByDescending(l => l.Bid).ThenByDescending(l => l.Name))
        {
            var response = await /*BM0001*/chat.GetResponseAsync($"Praise {lot.Name}, {lot.State}");
            lot.State = response.Text;
        }
    }

    public async Task CutAsync(List<Lot> lots)
    {
        foreach (var lot in lots.Skip(1).SkipLast(1).SkipWhile(l => l.Bid == 0).Take(9).TakeLast(8).TakeWhile(l => l.Bid < 100))
        {
            var response = await /*BM0001*/chat.GetResponseAsync($"Praise {lot.Name}, {lot.State}");
            lot.State = response.Text;
        }
    }

    public async Task DistinctAsync(List<Lot> lots)
    {
        foreach (var lot in lots.AsEnumerable().Distinct().DistinctBy(l => l.Name).Reverse().OfType<Painting>().Cast<Lot>())
        {
            var response = await /*BM0001*/chat.GetResponseAsync($"Praise {lot.Name}, {lot.State}");
            lot.State = response.Text;
        }
    }

    public async Task OrderedAsync(List<Lot> lots, Comparer<Lot> comparer)
    {
        foreach (var lot in lots.Order(comparer).OrderDescending(comparer))
        {
            var response = await /*BM0001*/chat.GetResponseAsync($"Praise {lot.Name}, {lot.State}");
            lot.State = response.Text;
        }
    }

    public async Task NumberedAsync(List<Lot> lots)
    {
        foreach (var (number, lot) in lots.Index())
        {
            var response = await /*BM0001*/chat.GetResponseAsync($"Praise {number} {lot.Name}, {lot.State}");
            lot.State = response.Text;
        }
    }

    public async Task PairedAsync(List<Lot> lots, List<string> names)
    {
        foreach (var (lot, name) in lots.Zip(names))
        {
            var response = await /*BM0001*/chat.GetResponseAsync($"Praise {name}, {lot.State}");
            lot.State = response.Text;
        }
    }

    public async Task CountedAsync(Lot[] lots)
    {
        for (var i = 0; i < lots.Length; i++)
        {
            var response = await /*BM0001*/chat.GetResponseAsync($"Praise {lots[i].Name}, {lots[i].State}");
            lots[i].State = response.Text;
        }
    }

    public async Task ListedAsync(IList<Lot> lots)
    {
        for (var i = 0; i < lots.Count; i++)
        {
            var response = await /*BM0001*/chat.GetResponseAsync($"Praise {lots[i].Name}, {lots[i].State}");
            lots[i].State = response.Text;
        }
    }

    public async Task ReadOnlyAsync(IReadOnlyList<Lot> lots)
    {
        for (var i = 0; i < lots.Count; i++)
        {
            var response = await /*BM0001*/chat.GetResponseAsync($"Praise {lots[i].Name}, {lots[i].State}");
            lots[i].State = response.Text;
        }
    }

    public async Task ImmutableAsync(System.Collections.Immutable.ImmutableArray<Lot> lots)
    {
        for (var i = 0; i < lots.Length; i++)
        {
            var response = await /*BM0001*/chat.GetResponseAsync($"Praise {lots[i].Name}, {lots[i].State}");
            lots[i].State = response.Text;
        }
    }
}
//// run
List<Lot> Lots() => [new() { Name = "Vase", Bid = 4 }, new Painting { Name = "Sea", Bid = 9 }, new Painting { Name = "Hill", Bid = 2 }, new() { Name = "Clock", Bid = 1 }];
var auction = new Auction(chat);
var byName = Comparer<Lot>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name));
var lots = Lots();
await auction.SortedAsync(lots);
await auction.CutAsync(lots);
await auction.DistinctAsync(lots);
await auction.OrderedAsync(lots, byName);
await auction.NumberedAsync(lots);
await auction.PairedAsync(lots, ["a", "b", "c", "d"]);
await auction.CountedAsync([.. lots]);
await auction.ListedAsync(lots);
await auction.ReadOnlyAsync(lots);
await auction.ImmutableAsync([.. lots]);
Log(lots.Select(l => l.State));
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Auctions;

public class Lot
{
    public string Name { get; set; } = "";

    public int Bid { get; set; }

    public string State { get; set; } = "new";
}

public sealed class Painting : Lot;

public sealed class Auction(IChatClient chat)
{
    public async Task SortedAsync(List<Lot> lots)
    {
        var pending = lots.Where(l => l.Bid > 0).OrderBy(l => l.Name).ThenBy(l => l.Bid).OrderByDescending(l => l.Bid).ThenByDescending(l => l.Name).ToList();
        var batch = await chat.CompleteBatchAsync(pending.Select(lot => $"Praise {lot.Name}, {lot.State}"));
        foreach (var (lot, item) in pending.Zip(batch))
        {
            var response = item.Response;
            lot.State = response.Text;
        }
    }

    public async Task CutAsync(List<Lot> lots)
    {
        var pending = lots.Skip(1).SkipLast(1).SkipWhile(l => l.Bid == 0).Take(9).TakeLast(8).TakeWhile(l => l.Bid < 100).ToList();
        var batch = await chat.CompleteBatchAsync(pending.Select(lot => $"Praise {lot.Name}, {lot.State}"));
        foreach (var (lot, item) in pending.Zip(batch))
        {
            var response = item.Response;
            lot.State = response.Text;
        }
    }

    public async Task DistinctAsync(List<Lot> lots)
    {
        var pending = lots.AsEnumerable().Distinct().DistinctBy(l => l.Name).Reverse().OfType<Painting>().Cast<Lot>().ToList();
        var batch = await chat.CompleteBatchAsync(pending.Select(lot => $"Praise {lot.Name}, {lot.State}"));
        foreach (var (lot, item) in pending.Zip(batch))
        {
            var response = item.Response;
            lot.State = response.Text;
        }
    }

    public async Task OrderedAsync(List<Lot> lots, Comparer<Lot> comparer)
    {
        var pending = lots.Order(comparer).OrderDescending(comparer).ToList();
        var batch = await chat.CompleteBatchAsync(pending.Select(lot => $"Praise {lot.Name}, {lot.State}"));
        foreach (var (lot, item) in pending.Zip(batch))
        {
            var response = item.Response;
            lot.State = response.Text;
        }
    }

    public async Task NumberedAsync(List<Lot> lots)
    {
        var pending = new List<Lot>();
        var prompts = new List<string>();
        foreach (var (number, lot) in lots.Index())
        {
            pending.Add(lot);
            prompts.Add($"Praise {number} {lot.Name}, {lot.State}");
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var (lot, item) in pending.Zip(batch))
        {
            var response = item.Response;
            lot.State = response.Text;
        }
    }

    public async Task PairedAsync(List<Lot> lots, List<string> names)
    {
        var pending = new List<Lot>();
        var prompts = new List<string>();
        foreach (var (lot, name) in lots.Zip(names))
        {
            pending.Add(lot);
            prompts.Add($"Praise {name}, {lot.State}");
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var (lot, item) in pending.Zip(batch))
        {
            var response = item.Response;
            lot.State = response.Text;
        }
    }

    public async Task CountedAsync(Lot[] lots)
    {
        var prompts = new List<string>();
        for (var i = 0; i < lots.Length; i++)
        {
            prompts.Add($"Praise {lots[i].Name}, {lots[i].State}");
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        for (var i = 0; i < lots.Length; i++)
        {
            var response = batch[i].Response;
            lots[i].State = response.Text;
        }
    }

    public async Task ListedAsync(IList<Lot> lots)
    {
        var prompts = new List<string>();
        for (var i = 0; i < lots.Count; i++)
        {
            prompts.Add($"Praise {lots[i].Name}, {lots[i].State}");
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        for (var i = 0; i < lots.Count; i++)
        {
            var response = batch[i].Response;
            lots[i].State = response.Text;
        }
    }

    public async Task ReadOnlyAsync(IReadOnlyList<Lot> lots)
    {
        var prompts = new List<string>();
        for (var i = 0; i < lots.Count; i++)
        {
            prompts.Add($"Praise {lots[i].Name}, {lots[i].State}");
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        for (var i = 0; i < lots.Count; i++)
        {
            var response = batch[i].Response;
            lots[i].State = response.Text;
        }
    }

    public async Task ImmutableAsync(System.Collections.Immutable.ImmutableArray<Lot> lots)
    {
        var prompts = new List<string>();
        for (var i = 0; i < lots.Length; i++)
        {
            prompts.Add($"Praise {lots[i].Name}, {lots[i].State}");
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        for (var i = 0; i < lots.Length; i++)
        {
            var response = batch[i].Response;
            lots[i].State = response.Text;
        }
    }
}
