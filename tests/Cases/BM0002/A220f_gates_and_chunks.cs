// A220f Semaphores and chunks around items, and what stands beside them
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand; 'CompleteBatchAsync' sends them together, a bounded number at a time
// message: These 'GetResponseAsync' requests are fanned out by hand; 'Batch.RunAsync' sends them together, a bounded number at a time
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'Batch.RunAsync' sends them together, a bounded number at a time
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Vineyards;

public sealed class Cellar(IChatClient chat, ConcurrentBag<string> notes)
{
    public async Task DisposedAsync(IReadOnlyList<string> wines)
    {
        var taps = new SemaphoreSlim(2, 2);
        await Task.WhenAll(wines.Select(async wine =>
        {
            await taps.WaitAsync();
            try
            {
                var response = await /*BM0002*/chat.GetResponseAsync("Taste " + wine);
                notes.Add(wine + response.Text);
            }
            finally
            {
                taps.Release();
            }
        }));
        taps.Dispose();
    }

    public async Task<string[]> ReturnedBehindAsync(IReadOnlyList<string> wines)
    {
        var taps = new SemaphoreSlim(2);
        return await Task.WhenAll(wines.Select(async wine =>
        {
            var text = "";
            await taps.WaitAsync();
            try
            {
                var response = await /*BM0002*/chat.GetResponseAsync("Taste " + wine);
                text = response.Text;
            }
            finally
            {
                taps.Release();
            }

            return wine + text;
        }));
    }

    public async Task ThenNotedAsync(IReadOnlyList<string> wines)
    {
        var taps = new SemaphoreSlim(2);
        await Task.WhenAll(wines.Select(async wine =>
        {
            await taps.WaitAsync().ConfigureAwait(false);
            try
            {
                var response = await /*BM0002*/chat.GetResponseAsync("Taste " + wine);
                notes.Add(wine + response.Text);
            }
            finally
            {
                taps.Release();
            }

            notes.Add("Poured " + wine);
        }));
    }

    public async Task ChunksAndGateAsync(IReadOnlyList<string> wines)
    {
        var taps = new SemaphoreSlim(3);
        foreach (var shelf in wines.Chunk(10))
        {
            await Task.WhenAll(shelf.Select(async wine =>
            {
                await taps.WaitAsync();
                try
                {
                    var response = await /*BM0002*/chat.GetResponseAsync("Taste " + wine);
                    notes.Add(wine + response.Text);
                }
                finally
                {
                    taps.Release();
                }
            }));
        }
    }

    public async Task ChunksThatSeeEarlierOnesAsync(IReadOnlyList<string> wines)
    {
        var tasted = new ConcurrentBag<string>();
        foreach (var shelf in wines.Chunk(2))
        {
            await Task.WhenAll(shelf.Select(async wine =>
            {
                var before = tasted.Count / 2;
                var response = await /*BM0002*/chat.GetResponseAsync($"Taste {wine} after {before} shelves");
                tasted.Add(response.Text);
                notes.Add(wine + response.Text);
            }));
        }
    }

    public async Task ChunksOfAQueryAsync(IEnumerable<string> wines)
    {
        foreach (var shelf in wines.Chunk(2))
        {
            await Task.WhenAll(shelf.Select(async wine =>
            {
                var response = await /*BM0002*/chat.GetResponseAsync("Taste " + wine);
                notes.Add(wine + response.Text);
            }));
        }
    }

    public async Task GateThatShowsEarlierOnesAsync(IReadOnlyList<string> wines)
    {
        var tasted = new ConcurrentQueue<string>();
        var taps = new SemaphoreSlim(1);
        await Task.WhenAll(wines.Select(async wine =>
        {
            await taps.WaitAsync();
            try
            {
                var response = await /*BM0002*/chat.GetResponseAsync($"Taste {wine} as number {tasted.Count}");
                tasted.Enqueue(wine);
                notes.Add(response.Text.Length > 0 ? "tasted" : "poured");
            }
            finally
            {
                taps.Release();
            }
        }));
    }

    public async Task<string> WithinAnExpressionAsync(IEnumerable<string> wines) =>
        Heading() + string.Join(", ", await Task.WhenAll(wines.Select(async wine =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync("Taste " + wine);
            return wine + response.Text;
        })));

    public async Task<string> InALineOfItsOwnAsync(IEnumerable<string> wines)
    {
        return Heading() + string.Join(", ", await Task.WhenAll(wines.Select(async wine =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync("Taste " + wine);
            return wine + response.Text;
        })));
    }

    public async Task<string[]> QueryWithoutReadingAsync(IEnumerable<string> wines)
    {
        return await Task.WhenAll(wines.Select(async wine =>
        {
            var name = wine.Trim();
            var response = await /*BM0002*/chat.GetResponseAsync("Taste " + name);
            return response.Text;
        }));
    }

    public async Task<string[]> QueryWithAGuardAsync(IEnumerable<string> wines)
    {
        return await Task.WhenAll(wines.Select(async wine =>
        {
            if (wine.Length < 3)
            {
                return "none";
            }

            var response = await /*BM0002*/chat.GetResponseAsync("Taste " + wine);
            return response.Text;
        }));
    }

    public async Task QueryWithoutResultAsync(IEnumerable<string> wines)
    {
        await Task.WhenAll(wines.Select(async wine =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync("Taste " + wine);
            notes.Add(response.Text);
        }));
    }

    public async Task StreamOfWinesAsync(IEnumerable<string> wines)
    {
        await Parallel.ForEachAsync(wines, async (wine, token) =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync("Taste " + wine, cancellationToken: token);
            notes.Add(response.Text);
        });
    }

    private static string Heading() => "Cellar: ";
}
//// run
var notes = new System.Collections.Concurrent.ConcurrentBag<string>();
var cellar = new Cellar(chat, notes);
string[] wines = ["riesling", "port", "tokay", "rose"];
await cellar.DisposedAsync(wines);
Log(await cellar.ReturnedBehindAsync(wines));
await cellar.ThenNotedAsync(wines);
await cellar.ChunksAndGateAsync(wines);
await cellar.ChunksThatSeeEarlierOnesAsync(wines);
await cellar.ChunksOfAQueryAsync(wines);
Log(await cellar.WithinAnExpressionAsync(wines));
Log(await cellar.InALineOfItsOwnAsync(wines));
Log(await cellar.QueryWithoutReadingAsync(wines));
Log(await cellar.QueryWithAGuardAsync(["port", "x", "rose"]));
await cellar.QueryWithoutResultAsync(wines);
await cellar.StreamOfWinesAsync(wines);
Log(notes.Order().ToList());
//// fixed
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Vineyards;

public sealed class Cellar(IChatClient chat, ConcurrentBag<string> notes)
{
    public async Task DisposedAsync(IReadOnlyList<string> wines)
    {
        var batch = await chat.CompleteBatchAsync(
            wines,
            wine => "Taste " + wine,
            batchOptions: new BatchOptions { MaxConcurrency = 2 });
        batch.Apply(wines, (wine, item) =>
        {
            var response = item.Response;
            notes.Add(wine + response.Text);
        }).ThrowIfFailed();
    }

    public async Task<string[]> ReturnedBehindAsync(IReadOnlyList<string> wines)
    {
        var batch = await Batch.RunAsync(wines, async (wine, _) =>
        {
            var text = "";
            var response = await chat.GetResponseAsync("Taste " + wine);
            text = response.Text;

            return wine + text;
        }, new BatchOptions { MaxConcurrency = 2 });
        return batch.GetResponses();
    }

    public async Task ThenNotedAsync(IReadOnlyList<string> wines)
    {
        var batch = await Batch.RunAsync(wines, async (wine, _) =>
        {
            var response = await chat.GetResponseAsync("Taste " + wine);
            notes.Add(wine + response.Text);

            notes.Add("Poured " + wine);
        }, new BatchOptions { MaxConcurrency = 2 });
        batch.ThrowIfFailed();
    }

    public async Task ChunksAndGateAsync(IReadOnlyList<string> wines)
    {
        var batch = await chat.CompleteBatchAsync(
            wines,
            wine => "Taste " + wine,
            batchOptions: new BatchOptions { MaxConcurrency = 3 });
        batch.Apply(wines, (wine, item) =>
        {
            var response = item.Response;
            notes.Add(wine + response.Text);
        }).ThrowIfFailed();
    }

    public async Task ChunksThatSeeEarlierOnesAsync(IReadOnlyList<string> wines)
    {
        var tasted = new ConcurrentBag<string>();
        foreach (var shelf in wines.Chunk(2))
        {
            var batch = await chat.CompleteBatchAsync(shelf, wine =>
            {
                var before = tasted.Count / 2;
                return $"Taste {wine} after {before} shelves";
            });
            batch.Apply(shelf, (wine, item) =>
            {
                var response = item.Response;
                tasted.Add(response.Text);
                notes.Add(wine + response.Text);
            }).ThrowIfFailed();
        }
    }

    public async Task ChunksOfAQueryAsync(IEnumerable<string> wines)
    {
        var items = wines.ToList();
        var batch = await chat.CompleteBatchAsync(
            items,
            wine => "Taste " + wine,
            batchOptions: new BatchOptions { MaxConcurrency = 2 });
        batch.Apply(items, (wine, item) =>
        {
            var response = item.Response;
            notes.Add(wine + response.Text);
        }).ThrowIfFailed();
    }

    public async Task GateThatShowsEarlierOnesAsync(IReadOnlyList<string> wines)
    {
        var tasted = new ConcurrentQueue<string>();
        var batch = await Batch.RunAsync(wines, async (wine, _) =>
        {
            var response = await chat.GetResponseAsync($"Taste {wine} as number {tasted.Count}");
            tasted.Enqueue(wine);
            notes.Add(response.Text.Length > 0 ? "tasted" : "poured");
        }, new BatchOptions { MaxConcurrency = 1 });
        batch.ThrowIfFailed();
    }

    public async Task<string> WithinAnExpressionAsync(IEnumerable<string> wines) =>
        Heading() + string.Join(", ", (await Batch.RunAsync(wines, async (wine, _) =>
        {
            var response = await chat.GetResponseAsync("Taste " + wine);
            return wine + response.Text;
        })).GetResponses());

    public async Task<string> InALineOfItsOwnAsync(IEnumerable<string> wines)
    {
        return Heading() + string.Join(", ", (await Batch.RunAsync(wines, async (wine, _) =>
        {
            var response = await chat.GetResponseAsync("Taste " + wine);
            return wine + response.Text;
        })).GetResponses());
    }

    public async Task<string[]> QueryWithoutReadingAsync(IEnumerable<string> wines)
    {
        var batch = await chat.CompleteBatchAsync(wines, wine =>
        {
            var name = wine.Trim();
            return "Taste " + name;
        });
        return batch.Map(response => response.Text).GetResponses();
    }

    public async Task<string[]> QueryWithAGuardAsync(IEnumerable<string> wines)
    {
        var items = wines.ToList();
        var batch = await chat.CompleteBatchAsync(items, wine =>
        {
            if (wine.Length < 3)
            {
                return null;
            }

            return "Taste " + wine;
        });
        return batch.Map(items, (_, item) =>
        {
            if (item.Skipped)
            {
                return "none";
            }

            var response = item.Response;
            return response.Text;
        }).GetResponses();
    }

    public async Task QueryWithoutResultAsync(IEnumerable<string> wines)
    {
        var items = wines.ToList();
        var batch = await chat.CompleteBatchAsync(items, wine => "Taste " + wine);
        batch.Apply(items, (_, item) =>
        {
            var response = item.Response;
            notes.Add(response.Text);
        }).ThrowIfFailed();
    }

    public async Task StreamOfWinesAsync(IEnumerable<string> wines)
    {
        var items = wines.ToList();
        var batch = await chat.CompleteBatchAsync(items, wine => "Taste " + wine);
        batch.Apply(items, (_, item) =>
        {
            var response = item.Response;
            notes.Add(response.Text);
        }).ThrowIfFailed();
    }

    private static string Heading() => "Cellar: ";
}
