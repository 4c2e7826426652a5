// F81c The helper belongs to a generic class
// verdict: fixed
// message: 'LabelAsync' is called for one item at a time; 'LabelBatchAsync' sends them together
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Sorting;

public sealed class Labeller<TItem>(IChatClient chat, IReadOnlyList<string> labels)
    where TItem : notnull
{
    public async Task<Dictionary<TItem, string>> LabelAllAsync(IEnumerable<TItem> items, CancellationToken cancellationToken = default)
    {
        var labelled = new Dictionary<TItem, string>();
        foreach (var item in items)
        {
            labelled[item] = await /*BM0003*/LabelAsync(item, cancellationToken);
        }

        return labelled;
    }

    private async Task<string> LabelAsync(TItem item, CancellationToken cancellationToken)
    {
        var response = await chat.GetResponseAsync($"One of {string.Join('/', labels)}: {item}", cancellationToken: cancellationToken);
        return labels.FirstOrDefault(label => response.Text.Contains(label)) ?? labels[^1];
    }
}
//// run
foreach (var (item, label) in await new Labeller<int>(chat, ["prime", "even", "Answer", "other"]).LabelAllAsync([2, 9, 17, 28], cancellationToken))
{
    Log(item + " " + label);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Sorting;

public sealed class Labeller<TItem>(IChatClient chat, IReadOnlyList<string> labels)
    where TItem : notnull
{
    public async Task<Dictionary<TItem, string>> LabelAllAsync(IEnumerable<TItem> items, CancellationToken cancellationToken = default)
    {
        var labelled = new Dictionary<TItem, string>();
        var pending = items.ToList();
        var batch = await LabelBatchAsync(pending, cancellationToken);
        foreach (var (item, item2) in pending.Zip(batch))
        {
            labelled[item] = item2.Response;
        }

        return labelled;
    }

    private async Task<BatchResult<string>> LabelBatchAsync(IEnumerable<TItem> items, CancellationToken cancellationToken)
    {
        var batch = await chat.CompleteBatchAsync(
            items,
            item => $"One of {string.Join('/', labels)}: {item}",
            cancellationToken: cancellationToken);
        return batch.Map(response => labels.FirstOrDefault(label => response.Text.Contains(label)) ?? labels[^1]);
    }
}
