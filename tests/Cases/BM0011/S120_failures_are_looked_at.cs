// S120 Every way of looking at failures
// verdict: silent
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

public sealed class Translator(IChatClient chat)
{
    private BatchResult<ChatResponse>? last;

    public async Task CheckAsync(IReadOnlyList<string> prompts)
    {
        (await chat.CompleteBatchAsync(prompts)).EnsureSuccess();
        (await chat.CompleteBatchAsync(prompts)).ThrowIfFailed();
        var texts = (await chat.CompleteBatchAsync(prompts)).GetResponses();
        Console.WriteLine(texts.Length);

        var named = await chat.CompleteBatchAsync(prompts);
        Console.WriteLine(named.Failed.Count);

        var stopped = await chat.CompleteBatchAsync(prompts);
        Console.WriteLine(stopped.StoppedBy?.GetType());
    }

    public async Task<List<string>> ReadAsync(IReadOnlyList<string> prompts)
    {
        var list = new List<string>();
        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            list.Add(item.Response.Text);
        }

        var second = await chat.CompleteBatchAsync(prompts);
        for (var i = 0; i < second.Count; i++)
        {
            list.Add(second[i].Succeeded ? "ok" : "failed");
        }

        var third = await chat.CompleteBatchAsync(prompts);
        foreach (var (prompt, item) in prompts.Zip(third))
        {
            list.Add(prompt + item.Index);
        }

        foreach (var item in await chat.CompleteBatchAsync(prompts))
        {
            list.Add(item.Error?.Message ?? "ok");
        }

        return list;
    }

    public async Task<BatchResult<ChatResponse>> HandOnAsync(IReadOnlyList<string> prompts)
    {
        last = await chat.CompleteBatchAsync(prompts);
        var kept = await chat.CompleteBatchAsync(prompts);
        Action later = () => Console.WriteLine(kept.Failed.Count);
        later();
        var mapped = await chat.CompleteBatchAsync(prompts);
        Console.WriteLine(mapped.Map(static response => response.Text).Failed.Count);
        return await chat.CompleteBatchAsync(prompts);
    }

    public Task StartAsync(IReadOnlyList<string> prompts) => chat.CompleteBatchAsync(prompts);

    public void Forget(IReadOnlyList<string> prompts) => _ = chat.CompleteBatchAsync(prompts);
}
