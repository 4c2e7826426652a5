// A220k Names that patterns declare, loops that count in their own way, and settings that are the same each time
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'play', one after another; 'CompleteBatchAsync' sends them together
// message: This loop makes one 'GetResponseAsync' round trip per 'text', one after another; 'CompleteBatchAsync' sends them together
// message: This loop makes one 'GetResponseAsync' round trip per item, one after another; 'CompleteBatchAsync' sends them together
// message: These 2 'GetResponseAsync' round trips are made one after another; 'CompleteBatchAsync' sends them together
// message: This loop makes one 'CompleteChatAsync' round trip per 'play', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace Theatres;

public sealed record Play(string Title, string? Author, string[] Acts);

public sealed class Lights
{
    public TimeSpan Elapsed { get; set; }

    public bool AreOut { get; set; }
}

public sealed class Playbill(IChatClient chat, List<string> lines)
{
    private readonly bool _quiet = lines.Count > 100;
    private bool _dark;

    public void Darken() => _dark = true;

    public async Task RecursiveAsync(IReadOnlyList<Play?> plays)
    {
        foreach (var play in plays)
        {
            if (play is not { Title.Length: > 2 } known)
            {
                continue;
            }

            var response = await /*BM0001*/chat.GetResponseAsync("Announce a play");
            lines.Add(known.Title + response.Text);
        }
    }

    public async Task ListAsync(IReadOnlyList<Play> plays)
    {
        foreach (var play in plays)
        {
            if (play.Acts is not [var first, ..] acts)
            {
                continue;
            }

            var response = await /*BM0001*/chat.GetResponseAsync("Announce " + first);
            lines.Add(acts.Length + first + response.Text);
        }
    }

    public async Task DeconstructedAsync(IReadOnlyList<Play> plays)
    {
        foreach (var play in plays)
        {
            var (title, author, _) = play;
            var response = await /*BM0001*/chat.GetResponseAsync($"Announce {title} by {author}");
            lines.Add(title + author + response.Text);
        }
    }

    public async Task OutAsync(IReadOnlyList<string> years)
    {
        foreach (var text in years)
        {
            if (!int.TryParse(text, out var year))
            {
                continue;
            }

            var response = await /*BM0001*/chat.GetResponseAsync("Plays of " + year);
            lines.Add(year + 1 + response.Text);
        }
    }

    public async Task OuterCounterAsync(IReadOnlyList<Play> plays)
    {
        int i;
        for (i = 0; i < plays.Count; i++)
        {
            var response = await /*BM0001*/chat.GetResponseAsync("Announce " + plays[i].Title);
            lines.Add(response.Text);
        }
    }

    public async Task TwoAsync(IReadOnlyList<Play> plays)
    {
        for (var i = 0; i < 2; i++)
        {
            var response = await /*BM0001*/chat.GetResponseAsync("Announce " + plays[i].Title);
            lines.Add(response.Text);
        }
    }

    public async Task TakenAsync(IReadOnlyList<Play> plays)
    {
        foreach (var play in plays.Take(2))
        {
            var response = await /*BM0001*/chat.GetResponseAsync("Announce " + play.Title);
            lines.Add(response.Text);
        }
    }

    public async Task ActsAsync()
    {
        for (var act = 1; act <= 2; act++)
        {
            var response = await /*BM0001*/chat.GetResponseAsync("Announce act " + act);
            lines.Add(response.Text);
        }
    }

    public async Task OtherClockAsync(IReadOnlyList<Play> plays, Lights lights)
    {
        foreach (var play in plays)
        {
            if (lights.Elapsed > TimeSpan.FromHours(2))
            {
                break;
            }

            var response = await /*BM0001*/chat.GetResponseAsync("Announce " + play.Title);
            lines.Add(response.Text);
        }
    }

    public async Task OtherSwitchAsync(IReadOnlyList<Play> plays, Lights lights)
    {
        foreach (var play in plays)
        {
            if (lights.AreOut)
            {
                break;
            }

            var response = await /*BM0001*/chat.GetResponseAsync("Announce " + play.Title);
            lines.Add(response.Text);
        }
    }

    public async Task SwitchThatSkipsAsync(IReadOnlyList<Play> plays)
    {
        foreach (var play in plays)
        {
            if (_dark)
            {
                continue;
            }

            var response = await /*BM0001*/chat.GetResponseAsync("Announce " + play.Title);
            lines.Add(response.Text);
        }
    }

    public async Task FixedSwitchAsync(IReadOnlyList<Play> plays)
    {
        foreach (var play in plays)
        {
            if (_quiet)
            {
                break;
            }

            var response = await /*BM0001*/chat.GetResponseAsync("Announce " + play.Title);
            lines.Add(response.Text);
        }
    }

    public async Task PacedAsync(IReadOnlyList<Play> plays)
    {
        foreach (var play in plays)
        {
            var response = await /*BM0001*/chat.GetResponseAsync("Announce " + play.Title);
            lines.Add(response.Text);
            await Task.Delay(1).ConfigureAwait(false);
        }
    }

    public async Task FormattedAsync(IReadOnlyList<Play> plays, ChatClient client)
    {
        foreach (var play in plays)
        {
            ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync(
                [new UserChatMessage("Announce " + play.Title)],
                new ChatCompletionOptions { ResponseFormat = OpenAI.Chat.ChatResponseFormat.CreateTextFormat() });
            lines.Add(completion.Content[0].Text);
        }
    }

    public async Task TypedAsync(IReadOnlyList<Play> plays)
    {
        foreach (var play in plays)
        {
            var response = await /*BM0001*/chat.GetResponseAsync("Announce " + play.Title, new ChatOptions { Tools = [AIFunctionFactory.Create(() => "none", "seats")] });
            lines.Add(response.Text);
        }
    }
}
//// run
var lines = new List<string>();
var bill = new Playbill(chat, lines);
Play[] plays = [new("Faust", "Goethe", ["study", "cellar"]), new("Nathan", "Lessing", ["house"]), new("Woyzeck", null, [])];
await bill.RecursiveAsync([plays[0], null, plays[1]]);
await bill.ListAsync(plays);
await bill.DeconstructedAsync(plays);
await bill.OutAsync(["1774", "old", "1808"]);
await bill.OuterCounterAsync(plays);
await bill.TwoAsync(plays);
await bill.TakenAsync(plays);
await bill.ActsAsync();
await bill.OtherClockAsync(plays, new Lights());
await bill.OtherSwitchAsync(plays, new Lights());
await bill.SwitchThatSkipsAsync(plays);
await bill.FixedSwitchAsync(plays);
await bill.PacedAsync(plays);
await bill.FormattedAsync(plays, client);
Log(lines);
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace Theatres;

public sealed record Play(string Title, string? Author, string[] Acts);

public sealed class Lights
{
    public TimeSpan Elapsed { get; set; }

    public bool AreOut { get; set; }
}

public sealed class Playbill(IChatClient chat, List<string> lines)
{
    private readonly bool _quiet = lines.Count > 100;
    private bool _dark;

    public void Darken() => _dark = true;

    public async Task RecursiveAsync(IReadOnlyList<Play?> plays)
    {
        var pending = new List<Play>();
        var prompts = new List<string>();
        foreach (var play in plays)
        {
            if (play is not { Title.Length: > 2 } known)
            {
                continue;
            }

            pending.Add(known);
            prompts.Add("Announce a play");
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var (known, item) in pending.Zip(batch))
        {
            var response = item.Response;
            lines.Add(known.Title + response.Text);
        }
    }

    public async Task ListAsync(IReadOnlyList<Play> plays)
    {
        var pending = new List<(string[] acts, string first)>();
        var prompts = new List<string>();
        foreach (var play in plays)
        {
            if (play.Acts is not [var first, ..] acts)
            {
                continue;
            }

            pending.Add((acts, first));
            prompts.Add("Announce " + first);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var ((acts, first), item) in pending.Zip(batch))
        {
            var response = item.Response;
            lines.Add(acts.Length + first + response.Text);
        }
    }

    public async Task DeconstructedAsync(IReadOnlyList<Play> plays)
    {
        var pending = new List<(string title, string? author)>();
        var prompts = new List<string>();
        foreach (var play in plays)
        {
            var (title, author, _) = play;
            pending.Add((title, author));
            prompts.Add($"Announce {title} by {author}");
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var ((title, author), item) in pending.Zip(batch))
        {
            var response = item.Response;
            lines.Add(title + author + response.Text);
        }
    }

    public async Task OutAsync(IReadOnlyList<string> years)
    {
        var pending = new List<int>();
        var prompts = new List<string>();
        foreach (var text in years)
        {
            if (!int.TryParse(text, out var year))
            {
                continue;
            }

            pending.Add(year);
            prompts.Add("Plays of " + year);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var (year, item) in pending.Zip(batch))
        {
            var response = item.Response;
            lines.Add(year + 1 + response.Text);
        }
    }

    public async Task OuterCounterAsync(IReadOnlyList<Play> plays)
    {
        int i;
        var prompts = new List<string>();
        for (i = 0; i < plays.Count; i++)
        {
            prompts.Add("Announce " + plays[i].Title);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            var response = item.Response;
            lines.Add(response.Text);
        }
    }

    public async Task TwoAsync(IReadOnlyList<Play> plays)
    {
        var prompts = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            prompts.Add("Announce " + plays[i].Title);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            var response = item.Response;
            lines.Add(response.Text);
        }
    }

    public async Task TakenAsync(IReadOnlyList<Play> plays)
    {
        var batch = await chat.CompleteBatchAsync(plays.Take(2).Select(play => "Announce " + play.Title));
        foreach (var item in batch)
        {
            var response = item.Response;
            lines.Add(response.Text);
        }
    }

    public async Task ActsAsync()
    {
        var prompts = new List<string>();
        for (var act = 1; act <= 2; act++)
        {
            prompts.Add("Announce act " + act);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            var response = item.Response;
            lines.Add(response.Text);
        }
    }

    public async Task OtherClockAsync(IReadOnlyList<Play> plays, Lights lights)
    {
        var prompts = new List<string>();
        foreach (var play in plays)
        {
            if (lights.Elapsed > TimeSpan.FromHours(2))
            {
                break;
            }

            prompts.Add("Announce " + play.Title);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            var response = item.Response;
            lines.Add(response.Text);
        }
    }

    public async Task OtherSwitchAsync(IReadOnlyList<Play> plays, Lights lights)
    {
        var prompts = new List<string>();
        foreach (var play in plays)
        {
            if (lights.AreOut)
            {
                break;
            }

            prompts.Add("Announce " + play.Title);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            var response = item.Response;
            lines.Add(response.Text);
        }
    }

    public async Task SwitchThatSkipsAsync(IReadOnlyList<Play> plays)
    {
        var prompts = new List<string>();
        foreach (var play in plays)
        {
            if (_dark)
            {
                continue;
            }

            prompts.Add("Announce " + play.Title);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            var response = item.Response;
            lines.Add(response.Text);
        }
    }

    public async Task FixedSwitchAsync(IReadOnlyList<Play> plays)
    {
        var prompts = new List<string>();
        foreach (var play in plays)
        {
            if (_quiet)
            {
                break;
            }

            prompts.Add("Announce " + play.Title);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            var response = item.Response;
            lines.Add(response.Text);
        }
    }

    public async Task PacedAsync(IReadOnlyList<Play> plays)
    {
        var batch = await chat.CompleteBatchAsync(
            plays.Select(play => "Announce " + play.Title),
            batchOptions: new BatchOptions { Pacing = TimeSpan.FromMilliseconds(1) });
        foreach (var item in batch)
        {
            var response = item.Response;
            lines.Add(response.Text);
        }
    }

    public async Task FormattedAsync(IReadOnlyList<Play> plays, ChatClient client)
    {
        var messagesList = new List<IEnumerable<OpenAI.Chat.ChatMessage>>();
        foreach (var play in plays)
        {
            messagesList.Add([new UserChatMessage("Announce " + play.Title)]);
        }

        var batch = await client.CompleteBatchAsync(
            messagesList,
            new ChatCompletionOptions { ResponseFormat = OpenAI.Chat.ChatResponseFormat.CreateTextFormat() });
        foreach (var item in batch)
        {
            ChatCompletion completion = item.Response;
            lines.Add(completion.Content[0].Text);
        }
    }

    public async Task TypedAsync(IReadOnlyList<Play> plays)
    {
        var requests = new List<ChatRequest>();
        foreach (var play in plays)
        {
            requests.Add(new ChatRequest([new Microsoft.Extensions.AI.ChatMessage(ChatRole.User, "Announce " + play.Title)], new ChatOptions { Tools = [AIFunctionFactory.Create(() => "none", "seats")] }));
        }

        var batch = await chat.CompleteBatchAsync(requests);
        foreach (var item in batch)
        {
            var response = item.Response;
            lines.Add(response.Text);
        }
    }
}
