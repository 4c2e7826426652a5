// F56 A semaphore taken by the loop and given back by the task
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Tagging;

public sealed class Tagger(IChatClient chat, int parallel)
{
    public async Task<IReadOnlyDictionary<string, string>> TagAsync(IEnumerable<string> files)
    {
        var tags = new ConcurrentDictionary<string, string>();
        var semaphore = new SemaphoreSlim(parallel, parallel);
        var running = new List<Task>();

        foreach (var file in files)
        {
            await semaphore.WaitAsync();
            running.Add(Task.Run(async () =>
            {
                try
                {
                    var response = await /*BM0002*/chat.GetResponseAsync($"Three tags for {file}");
                    tags[file] = response.Text;
                }
                finally
                {
                    semaphore.Release();
                }
            }));
        }

        await Task.WhenAll(running);
        return tags;
    }
}
//// run
foreach (var (file, tags) in (await new Tagger(chat, 2).TagAsync(["a.txt", "b.txt", "c.txt", "d.txt"])).OrderBy(static p => p.Key))
{
    Log($"{file}: {tags}");
}
//// fixed
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Tagging;

public sealed class Tagger(IChatClient chat, int parallel)
{
    public async Task<IReadOnlyDictionary<string, string>> TagAsync(IEnumerable<string> files)
    {
        var tags = new ConcurrentDictionary<string, string>();

        var items = files.ToList();
        var batch = await chat.CompleteBatchAsync(
            items,
            file => $"Three tags for {file}",
            batchOptions: new BatchOptions { MaxConcurrency = parallel });
        batch.Apply(items, (file, item) =>
        {
            var response = item.Response;
            tags[file] = response.Text;
        }).ThrowIfFailed();
        return tags;
    }
}
