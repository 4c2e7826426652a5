// F22c A Task.Delay with a TimeSpan and the token before the call
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'page', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Crawling;

public sealed class PageLabeller
{
    private readonly IChatClient _chat;

    public PageLabeller(IChatClient chat)
    {
        _chat = chat;
    }

    public async Task<IReadOnlyDictionary<string, string>> LabelAsync(IEnumerable<string> pages, CancellationToken cancellationToken)
    {
        var labels = new SortedDictionary<string, string>();
        foreach (var page in pages)
        {
            // Stay below the quota of the free plan.
            await Task.Delay(TimeSpan.FromMilliseconds(15), cancellationToken);

            var response = await /*BM0001*/_chat.GetResponseAsync("Label this page: " + page, cancellationToken: cancellationToken);
            labels[page] = response.Text;
        }

        return labels;
    }
}
//// run
foreach (var (page, label) in await new PageLabeller(chat).LabelAsync(["/about", "/prices", "/contact"], cancellationToken))
{
    Log(page + " " + label);
}
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Crawling;

public sealed class PageLabeller
{
    private readonly IChatClient _chat;

    public PageLabeller(IChatClient chat)
    {
        _chat = chat;
    }

    public async Task<IReadOnlyDictionary<string, string>> LabelAsync(IEnumerable<string> pages, CancellationToken cancellationToken)
    {
        var labels = new SortedDictionary<string, string>();
        var pending = pages.ToList();
        // Stay below the quota of the free plan.
        var batch = await _chat.CompleteBatchAsync(
            pending.Select(page => "Label this page: " + page),
            batchOptions: new BatchOptions { Pacing = TimeSpan.FromMilliseconds(15) },
            cancellationToken: cancellationToken);
        foreach (var (page, item) in pending.Zip(batch))
        {
            var response = item.Response;
            labels[page] = response.Text;
        }

        return labels;
    }
}
