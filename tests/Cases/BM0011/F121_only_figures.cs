// F121 Only figures of the batch and of its items are read
// verdict: fixed
// message: What became of the items of 'CompleteBatchAsync' is never looked at, so failures are lost; 'EnsureSuccess()' throws them
// message: What became of the items of 'AskAsync' is never looked at, so failures are lost; 'EnsureSuccess()' throws them
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

public sealed class Warmup(IChatClient chat)
{
    public async Task<TimeSpan> RunAsync(IReadOnlyList<string> prompts)
    {
        var batch = await /*BM0011*/chat.CompleteBatchAsync(
            prompts,
            new ChatOptions { MaxOutputTokens = 1 });
        foreach (var item in batch)
        {
            Console.WriteLine($"{item.Index}: {item.Elapsed}, {item.Usage?.TotalTokens}");
        }

        Console.WriteLine($"{batch.Count} prompts, first after {batch[0].Elapsed}");
        return batch.Elapsed;
    }

    public async Task<int> CountAsync(IReadOnlyList<string> prompts)
    {
        BatchResult<ChatResponse> answers = await /*BM0011*/AskAsync(prompts);
        var count = 0;
        foreach (var answer in answers)
        {
            count++;
        }

        return count;
    }

    private Task<BatchResult<ChatResponse>> AskAsync(IReadOnlyList<string> prompts) => chat.CompleteBatchAsync(prompts);
}
//// fixed
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

public sealed class Warmup(IChatClient chat)
{
    public async Task<TimeSpan> RunAsync(IReadOnlyList<string> prompts)
    {
        var batch = (await chat.CompleteBatchAsync(
            prompts,
            new ChatOptions { MaxOutputTokens = 1 })).EnsureSuccess();
        foreach (var item in batch)
        {
            Console.WriteLine($"{item.Index}: {item.Elapsed}, {item.Usage?.TotalTokens}");
        }

        Console.WriteLine($"{batch.Count} prompts, first after {batch[0].Elapsed}");
        return batch.Elapsed;
    }

    public async Task<int> CountAsync(IReadOnlyList<string> prompts)
    {
        BatchResult<ChatResponse> answers = (await AskAsync(prompts)).EnsureSuccess();
        var count = 0;
        foreach (var answer in answers)
        {
            count++;
        }

        return count;
    }

    private Task<BatchResult<ChatResponse>> AskAsync(IReadOnlyList<string> prompts) => chat.CompleteBatchAsync(prompts);
}
