// A220l Loops that start tasks: what may stand beside the start, and which settings are the same for all
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
// message: This loop makes one 'GetResponseAsync' round trip per 'name', one after another; 'CompleteBatchAsync' sends them together
// message: 'ReportAsync' is called for one item at a time; 'ReportBatchAsync' sends them together
// message: These 'CompleteChatAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
// message: These 'CompleteChat' requests are fanned out by hand, without a limit; 'CompleteBatch' sends them together, a bounded number at a time
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'Batch.RunAsync' sends them together, a bounded number at a time
// uses: Microsoft.Extensions.VectorData.Abstractions
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;
using OpenAI.Chat;

namespace Lighthouses;

public sealed class Lamp
{
    [VectorStoreKey]
    public string Key { get; set; } = "";

    public string Text { get; set; } = "";
}

public sealed class Watch(IChatClient chat)
{
    public int Asked { get; private set; }

    public async Task<string[]> NestedAsync(IReadOnlyList<string[]> coasts)
    {
        var tasks = new List<Task<ChatResponse>>();
        foreach (var coast in coasts)
        {
            foreach (var name in coast)
            {
                tasks.Add(/*BM0002*/chat.GetResponseAsync("Report of " + name));
            }
        }

        var responses = await Task.WhenAll(tasks);
        return responses.Select(response => response.Text).ToArray();
    }

    public async Task<string[]> CheckedAsync(IReadOnlyList<string> names)
    {
        var tasks = new List<Task<ChatResponse>>();
        foreach (var name in names)
        {
            var night = await /*BM0001*/chat.GetResponseAsync("The night at " + name);
            tasks.Add(chat.GetResponseAsync("Check " + night.Text));
        }

        var responses = await Task.WhenAll(tasks);
        return responses.Select(response => response.Text).ToArray();
    }

    public async Task<string[]> CountedAsync(IReadOnlyList<string> names)
    {
        var tasks = new List<Task<string>>();
        foreach (var name in names)
        {
            tasks.Add(/*BM0003*/ReportAsync(name));
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<string[]> StoppableAsync(IReadOnlyList<string> names, ChatOptions options, CancellationToken cancellationToken)
    {
        var tasks = new List<Task<ChatResponse>>();
        for (var i = 0; i < names.Count; i++)
        {
            tasks.Add(/*BM0002*/chat.GetResponseAsync($"Report {i} of {names[i]}", options, cancellationToken));
        }

        var responses = await Task.WhenAll(tasks);
        return responses.Select(response => response.Text).ToArray();
    }

    public async Task<string[]> FormattedAsync(IReadOnlyList<string> names, ChatClient client)
    {
        var tasks = new List<Task<System.ClientModel.ClientResult<ChatCompletion>>>();
        foreach (var name in names)
        {
            tasks.Add(/*BM0002*/client.CompleteChatAsync([new UserChatMessage("Report of " + name)], new ChatCompletionOptions { ResponseFormat = OpenAI.Chat.ChatResponseFormat.CreateTextFormat() }));
        }

        var results = await Task.WhenAll(tasks);
        return results.Select(result => result.Value.Content[0].Text).ToArray();
    }

    public void ByNumber(IReadOnlyList<string> names, List<string> texts, IList<string> notes, ChatClient client)
    {
        Parallel.For(0, names.Count, i =>
        {
            ChatCompletion completion = /*BM0002*/client.CompleteChat(new UserChatMessage("Report of " + names[i]));
            texts[i] = completion.Content[0].Text;
            notes[i] = completion.Content[0].Text;
        });
    }

    public async Task StoredAsync(IReadOnlyList<string> names, VectorStoreCollection<string, Lamp> lamps)
    {
        await Task.WhenAll(names.Select(async name =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync("Report of " + name);
            await lamps.UpsertAsync(new Lamp { Key = name, Text = response.Text });
        }));
    }

    private async Task<string> ReportAsync(string name)
    {
        Asked++;
        var response = await chat.GetResponseAsync("Report of " + name);
        return response.Text;
    }
}
//// run
var watch = new Watch(chat);
string[] names = ["Cape", "Skerry", "Point"];
Log(await watch.NestedAsync([["Cape", "Skerry"], ["Point"]]));
Log(await watch.CheckedAsync(names));
Log(await watch.CountedAsync(names));
Log(watch.Asked);
Log(await watch.StoppableAsync(names, new Microsoft.Extensions.AI.ChatOptions { Temperature = 0 }, cancellationToken));
Log(await watch.FormattedAsync(names, client));
List<string> texts = ["", "", ""];
string[] notes = ["", "", ""];
watch.ByNumber(names, texts, notes, client);
Log(texts);
Log(notes);
var lamps = new Scripted.ScriptedCollection<Lamp>(Ask, l => l.Key);
await watch.StoredAsync(names, lamps);
Log(lamps.Contents.Select(l => l.Key).Order().ToList());
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;
using OpenAI.Chat;

namespace Lighthouses;

public sealed class Lamp
{
    [VectorStoreKey]
    public string Key { get; set; } = "";

    public string Text { get; set; } = "";
}

public sealed class Watch(IChatClient chat)
{
    public int Asked { get; private set; }

    public async Task<string[]> NestedAsync(IReadOnlyList<string[]> coasts)
    {
        var prompts = new List<string>();
        foreach (var coast in coasts)
        {
            foreach (var name in coast)
            {
                prompts.Add("Report of " + name);
            }
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        var responses = batch.GetResponses();
        return responses.Select(response => response.Text).ToArray();
    }

    public async Task<string[]> CheckedAsync(IReadOnlyList<string> names)
    {
        var prompts = new List<string>();
        var batch = await chat.CompleteBatchAsync(names.Select(name => "The night at " + name));
        foreach (var item in batch)
        {
            var night = item.Response;
            prompts.Add("Check " + night.Text);
        }

        var batch2 = await chat.CompleteBatchAsync(prompts);
        var responses = batch2.GetResponses();
        return responses.Select(response => response.Text).ToArray();
    }

    public async Task<string[]> CountedAsync(IReadOnlyList<string> names)
    {
        var inputs = new List<string>();
        foreach (var name in names)
        {
            inputs.Add(name);
        }

        var batch = await ReportBatchAsync(inputs);
        return batch.GetResponses();
    }

    public async Task<string[]> StoppableAsync(IReadOnlyList<string> names, ChatOptions options, CancellationToken cancellationToken)
    {
        var prompts = new List<string>();
        for (var i = 0; i < names.Count; i++)
        {
            prompts.Add($"Report {i} of {names[i]}");
        }

        var batch = await chat.CompleteBatchAsync(prompts, options, cancellationToken: cancellationToken);
        var responses = batch.GetResponses();
        return responses.Select(response => response.Text).ToArray();
    }

    public async Task<string[]> FormattedAsync(IReadOnlyList<string> names, ChatClient client)
    {
        var messagesList = new List<IEnumerable<OpenAI.Chat.ChatMessage>>();
        foreach (var name in names)
        {
            messagesList.Add([new UserChatMessage("Report of " + name)]);
        }

        var batch = await client.CompleteBatchAsync(
            messagesList,
            new ChatCompletionOptions { ResponseFormat = OpenAI.Chat.ChatResponseFormat.CreateTextFormat() });
        var results = batch.GetResponses();
        return results.Select(result => result.Value.Content[0].Text).ToArray();
    }

    public void ByNumber(IReadOnlyList<string> names, List<string> texts, IList<string> notes, ChatClient client)
    {
        var items = Enumerable.Range(0, names.Count).ToList();
        var batch = client.CompleteBatch(items, i => [new UserChatMessage("Report of " + names[i])]);
        batch.Apply(items, (i, item) =>
        {
            ChatCompletion completion = item.Response;
            texts[i] = completion.Content[0].Text;
            notes[i] = completion.Content[0].Text;
        }).ThrowAllIfFailed();
    }

    public async Task StoredAsync(IReadOnlyList<string> names, VectorStoreCollection<string, Lamp> lamps)
    {
        var batch = await Batch.RunAsync(names, async (name, _) =>
        {
            var response = await chat.GetResponseAsync("Report of " + name);
            await lamps.UpsertAsync(new Lamp { Key = name, Text = response.Text });
        });
        batch.ThrowIfFailed();
    }

    private async Task<BatchResult<string>> ReportBatchAsync(IEnumerable<string> names)
    {
        var batch = await chat.CompleteBatchAsync(names, name => "Report of " + name);
        return batch.Map(response =>
        {
            Asked++;
            return response.Text;
        });
    }
}
