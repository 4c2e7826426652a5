// A252 Of a semaphore and a degree of parallelism the narrower one is the limit; where that cannot be told, nothing is said
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Orchard;

public sealed class Labels(IChatClient chat)
{
    public async Task<int> PrintAsync(IReadOnlyList<string> sorts, CancellationToken cancellationToken)
    {
        var printed = new ConcurrentBag<string>();
        using var gate = new SemaphoreSlim(8);
        await Parallel.ForEachAsync(sorts, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (sort, _) =>
        {
            await gate.WaitAsync();
            try
            {
                var response = await /*BM0002*/chat.GetResponseAsync("A label for " + sort);
                printed.Add(response.Text);
            }
            finally
            {
                gate.Release();
            }
        });
        return printed.Count;
    }

    public async Task<int> StickAsync(IReadOnlyList<string> sorts)
    {
        var stuck = new ConcurrentBag<string>();
        using var gate = new SemaphoreSlim(2);
        await Parallel.ForEachAsync(sorts, new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (sort, _) =>
        {
            await gate.WaitAsync();
            try
            {
                var response = await /*BM0002*/chat.GetResponseAsync("A sticker for " + sort);
                stuck.Add(response.Text);
            }
            finally
            {
                gate.Release();
            }
        });
        return stuck.Count;
    }

    public async Task<int> WeighAsync(IReadOnlyList<string> sorts, int places)
    {
        var weighed = new ConcurrentBag<string>();
        using var gate = new SemaphoreSlim(places);
        await Parallel.ForEachAsync(sorts, new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (sort, _) =>
        {
            await gate.WaitAsync();
            try
            {
                var response = await chat.GetResponseAsync("The weight of " + sort);
                weighed.Add(response.Text);
            }
            finally
            {
                gate.Release();
            }
        });
        return weighed.Count;
    }
}
//// run
var labels = new Labels(chat);
Log(await labels.PrintAsync(["Boskoop", "Elstar", "Gala"], cancellationToken));
Log(await labels.StickAsync(["Idared", "Jonagold"]));
//// fixed
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Orchard;

public sealed class Labels(IChatClient chat)
{
    public async Task<int> PrintAsync(IReadOnlyList<string> sorts, CancellationToken cancellationToken)
    {
        var printed = new ConcurrentBag<string>();
        var batch = await chat.CompleteBatchAsync(
            sorts,
            sort => "A label for " + sort,
            batchOptions: new BatchOptions { MaxConcurrency = 3 });
        batch.Apply(sorts, (_, item) =>
        {
            var response = item.Response;
            printed.Add(response.Text);
        }).ThrowIfFailed();
        return printed.Count;
    }

    public async Task<int> StickAsync(IReadOnlyList<string> sorts)
    {
        var stuck = new ConcurrentBag<string>();
        var batch = await chat.CompleteBatchAsync(
            sorts,
            sort => "A sticker for " + sort,
            batchOptions: new BatchOptions { MaxConcurrency = 2 });
        batch.Apply(sorts, (_, item) =>
        {
            var response = item.Response;
            stuck.Add(response.Text);
        }).ThrowIfFailed();
        return stuck.Count;
    }

    public async Task<int> WeighAsync(IReadOnlyList<string> sorts, int places)
    {
        var weighed = new ConcurrentBag<string>();
        using var gate = new SemaphoreSlim(places);
        await Parallel.ForEachAsync(sorts, new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (sort, _) =>
        {
            await gate.WaitAsync();
            try
            {
                var response = await chat.GetResponseAsync("The weight of " + sort);
                weighed.Add(response.Text);
            }
            finally
            {
                gate.Release();
            }
        });
        return weighed.Count;
    }
}
