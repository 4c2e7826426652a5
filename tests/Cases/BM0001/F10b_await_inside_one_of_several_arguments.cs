// F10b The await stands in the second argument of a call on a store
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'subject', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Knowledge;

public sealed class FactStore
{
    private readonly SortedDictionary<string, string> facts = [];

    public IReadOnlyDictionary<string, string> Facts => facts;

    public void Store(string key, string text, bool checkedByHand) => facts[key] = checkedByHand ? text : text + " (unchecked)";
}

public sealed class FactCollector(IChatClient chat, FactStore store)
{
    public async Task CollectAsync(IEnumerable<string> subjects, CancellationToken cancellationToken)
    {
        foreach (var subject in subjects)
        {
            store.Store(
                subject,
                (await /*BM0001*/chat.GetResponseAsync($"Tell a fact about {subject}.", cancellationToken: cancellationToken)).Text,
                checkedByHand: false);
        }
    }
}
//// run
var store = new FactStore();
try
{
    await new FactCollector(chat, store).CollectAsync(["otters", "ants", "herons"], cancellationToken);
}
finally
{
    foreach (var (key, text) in store.Facts)
    {
        Log($"{key}: {text}");
    }
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Knowledge;

public sealed class FactStore
{
    private readonly SortedDictionary<string, string> facts = [];

    public IReadOnlyDictionary<string, string> Facts => facts;

    public void Store(string key, string text, bool checkedByHand) => facts[key] = checkedByHand ? text : text + " (unchecked)";
}

public sealed class FactCollector(IChatClient chat, FactStore store)
{
    public async Task CollectAsync(IEnumerable<string> subjects, CancellationToken cancellationToken)
    {
        var pending = subjects.ToList();
        var batch = await chat.CompleteBatchAsync(
            pending.Select(subject => $"Tell a fact about {subject}."),
            cancellationToken: cancellationToken);
        foreach (var (subject, item) in pending.Zip(batch))
        {
            store.Store(
                subject,
                item.Response.Text,
                checkedByHand: false);
        }
    }
}
