// A60 The answer comes back to the next request under another name: indexers from the end, patterns, tuples, delegates, wrappers, neighbours
// verdict: silent
// why: each method hands the answer on through a name that a look at single variables would miss
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Adversarial;

public sealed class Page
{
    public int Number { get; init; }

    public string Text { get; init; } = "";

    public string Summary { get; set; } = "";
}

public sealed class Tracker
{
    public List<string>? All { get; init; }

    public string Last { get; set; } = "";
}

public sealed class Prompts(Func<string> context)
{
    public string Build(string question) => context() + question;
}

public sealed class Reporter(ChatClient client)
{
    private Tracker? tracker = new();

    public async Task FromTheEndAsync(List<string> notes, IEnumerable<string> questions)
    {
        foreach (var question in questions)
        {
            ChatCompletion completion = await client.CompleteChatAsync(notes[0] + question);
            notes[^1] = completion.Content[0].Text;
        }
    }

    public async Task PatternAsync(IEnumerable<string> questions)
    {
        foreach (var question in questions)
        {
            ChatCompletion completion = await client.CompleteChatAsync(tracker!.Last + question);
            if (tracker is { } current)
            {
                current.Last = completion.Content[0].Text;
            }
        }
    }

    public async Task SwitchAsync(object state, IEnumerable<string> questions)
    {
        foreach (var question in questions)
        {
            ChatCompletion completion = await client.CompleteChatAsync(((Tracker)state).Last + question);
            switch (state)
            {
                case Tracker { All: null } found:
                    found.Last = completion.Content[0].Text;
                    break;
            }
        }
    }

    public async Task TupleAsync(List<ChatMessage> history, IEnumerable<string> questions)
    {
        var (messages, _) = (history, 1);
        foreach (var question in questions)
        {
            ChatCompletion completion = await client.CompleteChatAsync([.. history, new UserChatMessage(question)]);
            messages.Add(new AssistantChatMessage(completion.Content[0].Text));
        }
    }

    public async Task TwoLambdasAsync(bool remember, IEnumerable<string> questions)
    {
        var latest = "";
        Func<string, string> build = remember ? question => latest + question : question => question;
        foreach (var question in questions)
        {
            ChatCompletion completion = await client.CompleteChatAsync(build(question));
            latest = completion.Content[0].Text;
        }
    }

    public async Task KeptLambdaAsync(IEnumerable<string> questions)
    {
        var facts = new List<string>();
        var prompts = new Prompts(() => string.Join("\n", facts));
        foreach (var question in questions)
        {
            ChatCompletion completion = await client.CompleteChatAsync(prompts.Build(question));
            facts.Add(completion.Content[0].Text);
        }
    }

    public async Task WriterAsync(IEnumerable<string> questions)
    {
        var text = new StringBuilder();
        await using var writer = new StringWriter(text);
        foreach (var question in questions)
        {
            ChatCompletion completion = await client.CompleteChatAsync(text + question);
            writer.WriteLine(completion.Content[0].Text);
        }
    }

    public async Task NeighboursAsync(List<Page> pages)
    {
        foreach (var (before, page) in pages.Zip(pages.Skip(1)))
        {
            ChatCompletion completion = await client.CompleteChatAsync(before.Summary + page.Text);
            page.Summary = completion.Content[0].Text;
        }
    }

    public async Task LookupAsync(List<Page> pages)
    {
        var byNumber = pages.ToDictionary(page => page.Number);
        foreach (var page in pages)
        {
            ChatCompletion completion = await client.CompleteChatAsync(byNumber.GetValueOrDefault(page.Number - 1)?.Summary + page.Text);
            page.Summary = completion.Content[0].Text;
        }
    }

    public async Task TwoCountersAsync(string[] drafts)
    {
        for (int i = 1, j = 0; i < drafts.Length; i++, j++)
        {
            ChatCompletion completion = await client.CompleteChatAsync(drafts[j]);
            drafts[i] = completion.Content[0].Text;
        }
    }
}
