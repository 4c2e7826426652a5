// F51 Typed answers, which have no batch form of their own
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'Batch.RunAsync' sends them together, a bounded number at a time
// uses: Microsoft.Extensions.AI
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Sorting;

public sealed class Sorter(IChatClient chat)
{
    public async Task<IReadOnlyList<string>> SortAsync(IReadOnlyList<string> mails, CancellationToken cancellationToken)
    {
        return await Task.WhenAll(mails.Select(async mail =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync<string>($"Sort: {mail}", cancellationToken: cancellationToken);
            return $"{mail}: {response.Result}";
        }));
    }
}
//// run
foreach (var line in await new Sorter(chat).SortAsync(["Win now", "Minutes", "Invoice"], cancellationToken))
{
    Log(line);
}
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Sorting;

public sealed class Sorter(IChatClient chat)
{
    public async Task<IReadOnlyList<string>> SortAsync(IReadOnlyList<string> mails, CancellationToken cancellationToken)
    {
        var batch = await Batch.RunAsync(mails, async (mail, _) =>
        {
            var response = await chat.GetResponseAsync<string>($"Sort: {mail}", cancellationToken: cancellationToken);
            return $"{mail}: {response.Result}";
        }, cancellationToken: cancellationToken);
        return batch.GetResponses();
    }
}
