// F62 The place of an item is used before the call and after it
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Theses;

public sealed class Numbering(IChatClient chat)
{
    public async Task<IReadOnlyList<string>> HeadingsAsync(IReadOnlyList<string> drafts, CancellationToken cancellationToken)
    {
        var headings = await Task.WhenAll(drafts.Select(async (draft, i) =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync($"A heading for part {i + 1}: {draft}", cancellationToken: cancellationToken);
            return $"{i + 1}. {response.Text}";
        }));
        return headings;
    }
}
//// run
foreach (var heading in await new Numbering(chat).HeadingsAsync(["why", "how", "so what"], cancellationToken))
{
    Log(heading);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Theses;

public sealed class Numbering(IChatClient chat)
{
    public async Task<IReadOnlyList<string>> HeadingsAsync(IReadOnlyList<string> drafts, CancellationToken cancellationToken)
    {
        var items = drafts.Select((draft, i) => (draft, i)).ToList();
        var batch = await chat.CompleteBatchAsync(items, input =>
        {
            var (draft, i) = input;
            return $"A heading for part {i + 1}: {draft}";
        }, cancellationToken: cancellationToken);
        var headings = batch.Map(items, (input, item) =>
        {
            var (_, i) = input;
            var response = item.Response;
            return $"{i + 1}. {response.Text}";
        }).GetResponses();
        return headings;
    }
}
