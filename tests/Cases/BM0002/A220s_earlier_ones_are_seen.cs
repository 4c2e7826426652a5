// A220s Items that see what earlier ones have left in a field, settings that a library's method makes, and turns that are skipped
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand; 'Batch.RunAsync' sends them together, a bounded number at a time
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
// message: This loop makes one 'GetResponseAsync' round trip per 'stone', one after another; 'CompleteBatchAsync' sends them together
// message: This loop makes one 'GetResponseAsync' round trip per 'name', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Quarries;

public sealed record Stone(string Name, int Weight);

public sealed class Sorter(IChatClient chat)
{
    private readonly ConcurrentBag<string> _seen = [];

    public int Seen => _seen.Count;

    public async Task FieldAsync(IReadOnlyList<Stone> stones)
    {
        await Parallel.ForEachAsync(stones, new ParallelOptions { MaxDegreeOfParallelism = 1 }, async (stone, token) =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync($"Sort {stone.Name} after {_seen.Count} others", cancellationToken: token);
            _seen.Add(response.Text);
        });
    }

    public async Task ExpressionAsync(IReadOnlyList<Stone> stones, ConcurrentQueue<string> seen)
    {
        await Parallel.ForEachAsync(stones, new ParallelOptions { MaxDegreeOfParallelism = 1 }, async (stone, token) => seen.Enqueue((await /*BM0002*/chat.GetResponseAsync($"Sort {stone.Name} after {seen.Count} others", cancellationToken: token)).Text));
    }

    public async Task OtherFieldAsync(IReadOnlyList<Stone> stones, ConcurrentQueue<string> names)
    {
        await Parallel.ForEachAsync(stones, async (stone, token) =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync($"Sort {stone.Name} of {stones.Count}", cancellationToken: token);
            names.Enqueue(stone.Name + response.Text);
        });
    }

    public async Task<string[]> TypedAsync(IReadOnlyList<Stone> stones)
    {
        var tasks = new List<Task<ChatResponse>>();
        foreach (var stone in stones)
        {
            tasks.Add(/*BM0002*/chat.GetResponseAsync("Sort " + stone.Name, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Stone>() }));
        }

        var responses = await Task.WhenAll(tasks);
        return responses.Select(response => response.Text).ToArray();
    }

    public async Task SkippedAsync(IReadOnlyList<Stone> stones, List<string> lines, CancellationToken cancellationToken)
    {
        foreach (var stone in stones)
        {
            if (stone.Weight > 3)
            {
                var response = await /*BM0001*/chat.GetResponseAsync("Sort " + stone.Name);
                lines.Add(response.Text);
            }
            else if (cancellationToken.IsCancellationRequested)
            {
                continue;
            }
        }
    }

    public async Task EitherWayAsync(IReadOnlyList<Stone> stones, List<string> lines)
    {
        foreach (var stone in stones)
        {
            if (stone.Weight > 3)
            {
                var response = await /*BM0001*/chat.GetResponseAsync("Sort " + stone.Name);
                lines.Add(response.Text);
            }
            else
            {
                var response = await chat.GetResponseAsync("Grind " + stone.Name);
                lines.Add(response.Text);
            }
        }
    }

    public async Task ReplacedAsync(IReadOnlyList<Stone> stones, List<string> lines)
    {
        foreach (var stone in stones)
        {
            var names = new[] { stone.Name, stone.Name + " again" };
            foreach (var name in names)
            {
                var response = await /*BM0001*/chat.GetResponseAsync("Sort " + name);
                lines.Add(response.Text);
            }
        }
    }
}
//// run
var sorter = new Sorter(chat);
Stone[] stones = [new("granite", 9), new("slate", 2), new("chalk", 4)];
Log(await sorter.TypedAsync(stones));
await sorter.FieldAsync(stones);
Log(sorter.Seen);
var seen = new System.Collections.Concurrent.ConcurrentQueue<string>();
await sorter.ExpressionAsync(stones, seen);
Log(seen.ToList());
var names = new System.Collections.Concurrent.ConcurrentQueue<string>();
await sorter.OtherFieldAsync(stones, names);
Log(names.Order().ToList());
var lines = new List<string>();
await sorter.SkippedAsync(stones, lines, cancellationToken);
await sorter.EitherWayAsync(stones, lines);
await sorter.ReplacedAsync(stones, lines);
Log(lines);
//// fixed
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Quarries;

public sealed record Stone(string Name, int Weight);

public sealed class Sorter(IChatClient chat)
{
    private readonly ConcurrentBag<string> _seen = [];

    public int Seen => _seen.Count;

    public async Task FieldAsync(IReadOnlyList<Stone> stones)
    {
        var batch = await Batch.RunAsync(stones, async (stone, token) =>
        {
            var response = await chat.GetResponseAsync($"Sort {stone.Name} after {_seen.Count} others", cancellationToken: token);
            _seen.Add(response.Text);
        }, new BatchOptions { MaxConcurrency = 1 });
        batch.ThrowIfFailed();
    }

    public async Task ExpressionAsync(IReadOnlyList<Stone> stones, ConcurrentQueue<string> seen)
    {
        var batch = await Batch.RunAsync(
            stones,
            async (stone, token) => seen.Enqueue((await chat.GetResponseAsync($"Sort {stone.Name} after {seen.Count} others", cancellationToken: token)).Text),
            new BatchOptions { MaxConcurrency = 1 });
        batch.ThrowIfFailed();
    }

    public async Task OtherFieldAsync(IReadOnlyList<Stone> stones, ConcurrentQueue<string> names)
    {
        var batch = await chat.CompleteBatchAsync(stones, stone => $"Sort {stone.Name} of {stones.Count}");
        batch.Apply(stones, (stone, item) =>
        {
            var response = item.Response;
            names.Enqueue(stone.Name + response.Text);
        }).ThrowIfFailed();
    }

    public async Task<string[]> TypedAsync(IReadOnlyList<Stone> stones)
    {
        var prompts = new List<string>();
        foreach (var stone in stones)
        {
            prompts.Add("Sort " + stone.Name);
        }

        var batch = await chat.CompleteBatchAsync(prompts, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Stone>() });
        var responses = batch.GetResponses();
        return responses.Select(response => response.Text).ToArray();
    }

    public async Task SkippedAsync(IReadOnlyList<Stone> stones, List<string> lines, CancellationToken cancellationToken)
    {
        var prompts = new List<string>();
        foreach (var stone in stones)
        {
            if (stone.Weight > 3)
            {
                prompts.Add("Sort " + stone.Name);
            }
            else
            {
                if (cancellationToken.IsCancellationRequested)
                {
                    continue;
                }
            }
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            var response = item.Response;
            lines.Add(response.Text);
        }
    }

    public async Task EitherWayAsync(IReadOnlyList<Stone> stones, List<string> lines)
    {
        var prompts = new List<string?>();
        foreach (var stone in stones)
        {
            if (stone.Weight > 3)
            {
                prompts.Add("Sort " + stone.Name);
            }
            else
            {
                prompts.Add(null);
            }
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        var pending = new List<(Stone stone, BatchItem<ChatResponse> item)>();
        var prompts2 = new List<string?>();
        foreach (var (stone, item) in stones.Zip(batch))
        {
            pending.Add((stone, item));
            if (stone.Weight > 3)
            {
                prompts2.Add(null);
            }
            else
            {
                prompts2.Add("Grind " + stone.Name);
            }
        }

        var batch2 = await chat.CompleteBatchAsync(prompts2);
        foreach (var ((stone, item), item2) in pending.Zip(batch2))
        {
            if (stone.Weight > 3)
            {
                var response = item.Response;
                lines.Add(response.Text);
            }
            else
            {
                var response = item2.Response;
                lines.Add(response.Text);
            }
        }
    }

    public async Task ReplacedAsync(IReadOnlyList<Stone> stones, List<string> lines)
    {
        var prompts = new List<string>();
        foreach (var stone in stones)
        {
            var names = new[] { stone.Name, stone.Name + " again" };
            foreach (var name in names)
            {
                prompts.Add("Sort " + name);
            }
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            var response = item.Response;
            lines.Add(response.Text);
        }
    }
}
