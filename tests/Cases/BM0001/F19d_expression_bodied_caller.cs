// F19d An expression-bodied method whose lambda holds the loop
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'posting', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Jobs;

public sealed record Posting(string Title, string Duties);

public sealed class PostingImprover(IChatClient chat)
{
    private int running;

    public Task<List<string>> ImproveAsync(IEnumerable<Posting> postings, CancellationToken cancellationToken) => OneAtATimeAsync(async () =>
    {
        var improved = new List<string>();
        foreach (var posting in postings)
        {
            var response = await /*BM0001*/chat.GetResponseAsync($"{posting.Title}: improve '{posting.Duties}'", cancellationToken: cancellationToken);
            improved.Add(posting.Title + ": " + response.Text);
        }

        return improved;
    });

    private async Task<T> OneAtATimeAsync<T>(Func<Task<T>> work)
    {
        if (Interlocked.Exchange(ref running, 1) == 1)
        {
            throw new InvalidOperationException("Another run has not ended.");
        }

        try
        {
            return await work();
        }
        finally
        {
            running = 0;
        }
    }
}
//// run
foreach (var line in await new PostingImprover(chat).ImproveAsync([new("Baker", "bakes"), new("Miller", "mills"), new("Clerk", "files")], cancellationToken))
{
    Log(line);
}
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Jobs;

public sealed record Posting(string Title, string Duties);

public sealed class PostingImprover(IChatClient chat)
{
    private int running;

    public Task<List<string>> ImproveAsync(IEnumerable<Posting> postings, CancellationToken cancellationToken) => OneAtATimeAsync(async () =>
    {
        var improved = new List<string>();
        var pending = postings.ToList();
        var batch = await chat.CompleteBatchAsync(
            pending.Select(posting => $"{posting.Title}: improve '{posting.Duties}'"),
            cancellationToken: cancellationToken);
        foreach (var (posting, item) in pending.Zip(batch))
        {
            var response = item.Response;
            improved.Add(posting.Title + ": " + response.Text);
        }

        return improved;
    });

    private async Task<T> OneAtATimeAsync<T>(Func<Task<T>> work)
    {
        if (Interlocked.Exchange(ref running, 1) == 1)
        {
            throw new InvalidOperationException("Another run has not ended.");
        }

        try
        {
            return await work();
        }
        finally
        {
            running = 0;
        }
    }
}
