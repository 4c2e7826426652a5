// A210d What crosses from the request to the answer, and what cannot
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'exhibit', one after another; 'CompleteBatchAsync' sends them together
// message: The calls of 'GetResponseAsync' could be one batch, but 'card' has a type without a name, which cannot be kept in a list
// message: The calls of 'GetResponseAsync' could be one batch, but 'cards' has a type without a name, which cannot be kept in a list
// message: The calls of 'GetResponseAsync' could be one batch, but 'text' is needed before the call and given a new value after it
// message: The calls of 'GetResponseAsync' could be one batch, but 'rest' is not set for items that ask nothing, or only within the request
// message: The calls of 'GetResponseAsync' could be one batch, but 'name' is not set for items that ask nothing, or only within the request
// message: The calls of 'GetResponseAsync' could be one batch, but each call has a cancellation token of its own
// message: The calls of 'GetResponseAsync' could be one batch, but 'step' is changed in the call's own statement before the request reads it
// message: The calls of 'GetResponseAsync' could be one batch, but 'step' is needed before the call and given a new value after it
// message: The calls of 'GetResponseAsync' could be one batch, but the request is prepared inside a 'try' that would see what its preparation throws
// message: The calls of 'GetResponseAsync' could be one batch, but 'prompt' is changed in the call's own statement before the request reads it
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Museum;

public sealed class Exhibit(string name, string? kind, List<string> rooms)
{
    public string Name { get; } = name;

    public string? Kind { get; } = kind;

    public List<string> Rooms { get; } = rooms;

    public List<ChatMessage> Messages { get; set; } = [];

    public CancellationToken Closed { get; init; }
}

public sealed class Guide(IChatClient chat, List<string> notes)
{
    public async Task PromptAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            var prompt = "Show " + exhibit.Name;
            var response = await /*BM0001*/chat.GetResponseAsync(prompt);
            notes.Add(prompt + response.Text);
        }
    }

    public async Task PairAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            var pair = (exhibit.Name, exhibit.Rooms.Count);
            var response = await /*BM0001*/chat.GetResponseAsync("Show " + pair.Name);
            notes.Add(pair.Count + response.Text);
        }
    }

    public async Task BothAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            var name = exhibit.Name.Trim();
            var response = await /*BM0001*/chat.GetResponseAsync("Show both " + name);
            notes.Add(name + exhibit.Kind + response.Text);
        }
    }

    public async Task KindAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            if (exhibit.Kind is { Length: > 3 } kind && kind != "lost")
            {
                var response = await /*BM0001*/chat.GetResponseAsync("Kind: " + kind);
                notes.Add(response.Text);
            }
            else
            {
                notes.Add("No kind");
            }
        }
    }

    public async Task NamedFirstAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            var name = exhibit.Name.Trim();
            if (exhibit.Kind is null)
            {
                notes.Add("No kind: " + name);
                continue;
            }

            var response = await /*BM0001*/chat.GetResponseAsync("Named first: " + name);
            notes.Add(name + response.Text);
        }
    }

    public async Task EmptiedAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            var response = await /*BM0001*/chat.GetResponseAsync(exhibit.Messages);
            exhibit.Messages = [];
            notes.Add(response.Text);
        }
    }

    public async Task FilledAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            exhibit.Messages = [new(ChatRole.User, "Filled: " + exhibit.Name)];
            try
            {
                var response = await /*BM0001*/chat.GetResponseAsync(exhibit.Messages);
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("Closed");
            }
        }
    }

    public async Task LastAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            var last = notes.Count;
            var label = "No. " + last;
            var response = await /*BM0001*/chat.GetResponseAsync("Last: " + exhibit.Name);
            notes.Add(label + response.Text);
        }
    }

    public async Task CheckedAsync(IChatClient? other, IReadOnlyList<Exhibit> exhibits)
    {
        if (other is null)
        {
            return;
        }

        foreach (var exhibit in exhibits)
        {
            var response = await /*BM0001*/other.GetResponseAsync("Checked: " + exhibit.Name);
            notes.Add(response.Text);
        }
    }

    public async Task CardAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            var card = new { exhibit.Name, exhibit.Kind };
            var response = await /*BM0010*/chat.GetResponseAsync("Show " + card.Name);
            notes.Add(card.Kind + response.Text);
        }
    }

    public async Task CardsAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            var cards = exhibit.Rooms.Select(room => new { exhibit.Name, room }).ToList();
            var response = await /*BM0010*/chat.GetResponseAsync("Show " + cards.Count);
            notes.Add(cards[0].room + response.Text);
        }
    }

    public async Task ReplacedAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            var text = exhibit.Name;
            var response = await /*BM0010*/chat.GetResponseAsync("Show " + text);
            text = response.Text;
            notes.Add(text);
        }
    }

    public async Task ReplacedAtOnceAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            var text = exhibit.Name;
            text = (await /*BM0010*/chat.GetResponseAsync("Show " + text)).Text;
            notes.Add(text);
        }
    }

    public async Task CutAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            var response = await /*BM0010*/chat.GetResponseAsync("Show " + Cut(exhibit.Name, out var rest));
            notes.Add(rest + response.Text);
        }
    }

    public async Task NamedLaterAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            if (exhibit.Kind is not null)
            {
                var name = exhibit.Name.Trim();
                var response = await /*BM0010*/chat.GetResponseAsync("Show " + name);
                notes.Add(name + response.Text);
            }

            notes.Add("Next");
        }
    }

    public async Task ClosedAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            var response = await /*BM0010*/chat.GetResponseAsync("Show " + exhibit.Name, cancellationToken: exhibit.Closed);
            notes.Add(response.Text);
        }
    }

    public async Task StepAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            var step = exhibit.Rooms.Count;
            notes.Add(step++ + (await /*BM0010*/chat.GetResponseAsync("Step " + step + exhibit.Name)).Text);
        }
    }

    public async Task StepLaterAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            var step = exhibit.Rooms.Count;
            notes.Add((await /*BM0010*/chat.GetResponseAsync("Step " + step + exhibit.Name)).Text + step++);
        }
    }

    public async Task AgainAsync(string path)
    {
        for (var i = 0; i < 5; i++)
        {
            try
            {
                var response = await /*BM0010*/chat.GetResponseAsync("Describe " + File.ReadAllText(path));
                notes.Add(response.Text);
            }
            catch (IOException)
            {
                notes.Add("No file");
            }
        }
    }

    public async Task ParsedAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            try
            {
                var number = int.Parse(exhibit.Name);
                if (number > 5)
                {
                    continue;
                }

                var response = await /*BM0010*/chat.GetResponseAsync("Show " + int.Parse(exhibit.Rooms[0]));
                notes.Add(response.Text);
            }
            catch (FormatException)
            {
                notes.Add("No number");
            }
        }
    }

    public async Task ClippedAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            var card = new { Number = exhibit.Rooms[0], exhibit.Name };
            try
            {
                var response = await /*BM0010*/chat.GetResponseAsync(card.Name + int.Parse(card.Number));
                notes.Add(response.Text);
            }
            catch (FormatException)
            {
                notes.Add("No number");
            }
        }
    }

    public async Task LinesAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            string prompt = "Line " + exhibit.Name, line = (await /*BM0010*/chat.GetResponseAsync(prompt)).Text;
            notes.Add(prompt + line);
        }
    }

    private static string Cut(string text, out string rest)
    {
        rest = text[1..];
        return text[..1];
    }
}
//// run
var notes = new List<string>();
var guide = new Guide(chat, notes);
List<Exhibit> Make() => [new("Urn", "clay", ["A", "B"]), new("Coin", null, ["C"]), new(" Bust ", "lost", ["D"])];
await guide.PromptAsync(Make());
await guide.PairAsync(Make());
await guide.BothAsync(Make());
await guide.KindAsync(Make());
await guide.NamedFirstAsync(Make());
var asked = Make();
foreach (var exhibit in asked)
{
    exhibit.Messages.Add(new(ChatRole.User, "Emptied: " + exhibit.Name));
}

await guide.EmptiedAsync(asked);
await guide.FilledAsync(Make());
await guide.LastAsync(Make());
await guide.CheckedAsync(chat, Make());
Log(notes);
//// fixed
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Museum;

public sealed class Exhibit(string name, string? kind, List<string> rooms)
{
    public string Name { get; } = name;

    public string? Kind { get; } = kind;

    public List<string> Rooms { get; } = rooms;

    public List<ChatMessage> Messages { get; set; } = [];

    public CancellationToken Closed { get; init; }
}

public sealed class Guide(IChatClient chat, List<string> notes)
{
    public async Task PromptAsync(IReadOnlyList<Exhibit> exhibits)
    {
        var pending = new List<string>();
        foreach (var exhibit in exhibits)
        {
            var prompt = "Show " + exhibit.Name;
            pending.Add(prompt);
        }

        var batch = await chat.CompleteBatchAsync(pending);
        foreach (var (prompt, item) in pending.Zip(batch))
        {
            var response = item.Response;
            notes.Add(prompt + response.Text);
        }
    }

    public async Task PairAsync(IReadOnlyList<Exhibit> exhibits)
    {
        var pending = new List<(string Name, int Count)>();
        var prompts = new List<string>();
        foreach (var exhibit in exhibits)
        {
            var pair = (exhibit.Name, exhibit.Rooms.Count);
            pending.Add(pair);
            prompts.Add("Show " + pair.Name);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var (pair, item) in pending.Zip(batch))
        {
            var response = item.Response;
            notes.Add(pair.Count + response.Text);
        }
    }

    public async Task BothAsync(IReadOnlyList<Exhibit> exhibits)
    {
        var pending = new List<(Exhibit exhibit, string name)>();
        var prompts = new List<string>();
        foreach (var exhibit in exhibits)
        {
            var name = exhibit.Name.Trim();
            pending.Add((exhibit, name));
            prompts.Add("Show both " + name);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var ((exhibit, name), item) in pending.Zip(batch))
        {
            var response = item.Response;
            notes.Add(name + exhibit.Kind + response.Text);
        }
    }

    public async Task KindAsync(IReadOnlyList<Exhibit> exhibits)
    {
        var prompts = new List<string?>();
        foreach (var exhibit in exhibits)
        {
            if (exhibit.Kind is { Length: > 3 } kind && kind != "lost")
            {
                prompts.Add("Kind: " + kind);
            }
            else
            {
                prompts.Add(null);
            }
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var (exhibit, item) in exhibits.Zip(batch))
        {
            if (exhibit.Kind is { Length: > 3 } kind && kind != "lost")
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            else
            {
                notes.Add("No kind");
            }
        }
    }

    public async Task NamedFirstAsync(IReadOnlyList<Exhibit> exhibits)
    {
        var pending = new List<(Exhibit exhibit, string name)>();
        var prompts = new List<string?>();
        foreach (var exhibit in exhibits)
        {
            var name = exhibit.Name.Trim();
            if (exhibit.Kind is null)
            {
                pending.Add((exhibit, name));
                prompts.Add(null);
                continue;
            }

            pending.Add((exhibit, name));
            prompts.Add("Named first: " + name);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var ((exhibit, name), item) in pending.Zip(batch))
        {
            if (exhibit.Kind is null)
            {
                notes.Add("No kind: " + name);
                continue;
            }

            var response = item.Response;
            notes.Add(name + response.Text);
        }
    }

    public async Task EmptiedAsync(IReadOnlyList<Exhibit> exhibits)
    {
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var exhibit in exhibits)
        {
            messagesList.Add(exhibit.Messages);
        }

        var batch = await chat.CompleteBatchAsync(messagesList);
        foreach (var (exhibit, item) in exhibits.Zip(batch))
        {
            var response = item.Response;
            exhibit.Messages = [];
            notes.Add(response.Text);
        }
    }

    public async Task FilledAsync(IReadOnlyList<Exhibit> exhibits)
    {
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var exhibit in exhibits)
        {
            exhibit.Messages = [new(ChatRole.User, "Filled: " + exhibit.Name)];
            messagesList.Add(exhibit.Messages);
        }

        var batch = await chat.CompleteBatchAsync(messagesList);
        foreach (var item in batch)
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("Closed");
            }
        }
    }

    public async Task LastAsync(IReadOnlyList<Exhibit> exhibits)
    {
        var batch = await chat.CompleteBatchAsync(exhibits.Select(exhibit => "Last: " + exhibit.Name));
        foreach (var item in batch)
        {
            var last = notes.Count;
            var label = "No. " + last;
            var response = item.Response;
            notes.Add(label + response.Text);
        }
    }

    public async Task CheckedAsync(IChatClient? other, IReadOnlyList<Exhibit> exhibits)
    {
        if (other is null)
        {
            return;
        }

        var batch = await other.CompleteBatchAsync(exhibits.Select(exhibit => "Checked: " + exhibit.Name));
        foreach (var item in batch)
        {
            var response = item.Response;
            notes.Add(response.Text);
        }
    }

    public async Task CardAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            var card = new { exhibit.Name, exhibit.Kind };
            var response = await chat.GetResponseAsync("Show " + card.Name);
            notes.Add(card.Kind + response.Text);
        }
    }

    public async Task CardsAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            var cards = exhibit.Rooms.Select(room => new { exhibit.Name, room }).ToList();
            var response = await chat.GetResponseAsync("Show " + cards.Count);
            notes.Add(cards[0].room + response.Text);
        }
    }

    public async Task ReplacedAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            var text = exhibit.Name;
            var response = await chat.GetResponseAsync("Show " + text);
            text = response.Text;
            notes.Add(text);
        }
    }

    public async Task ReplacedAtOnceAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            var text = exhibit.Name;
            text = (await chat.GetResponseAsync("Show " + text)).Text;
            notes.Add(text);
        }
    }

    public async Task CutAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            var response = await chat.GetResponseAsync("Show " + Cut(exhibit.Name, out var rest));
            notes.Add(rest + response.Text);
        }
    }

    public async Task NamedLaterAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            if (exhibit.Kind is not null)
            {
                var name = exhibit.Name.Trim();
                var response = await chat.GetResponseAsync("Show " + name);
                notes.Add(name + response.Text);
            }

            notes.Add("Next");
        }
    }

    public async Task ClosedAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            var response = await chat.GetResponseAsync("Show " + exhibit.Name, cancellationToken: exhibit.Closed);
            notes.Add(response.Text);
        }
    }

    public async Task StepAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            var step = exhibit.Rooms.Count;
            notes.Add(step++ + (await chat.GetResponseAsync("Step " + step + exhibit.Name)).Text);
        }
    }

    public async Task StepLaterAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            var step = exhibit.Rooms.Count;
            notes.Add((await chat.GetResponseAsync("Step " + step + exhibit.Name)).Text + step++);
        }
    }

    public async Task AgainAsync(string path)
    {
        for (var i = 0; i < 5; i++)
        {
            try
            {
                var response = await chat.GetResponseAsync("Describe " + File.ReadAllText(path));
                notes.Add(response.Text);
            }
            catch (IOException)
            {
                notes.Add("No file");
            }
        }
    }

    public async Task ParsedAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            try
            {
                var number = int.Parse(exhibit.Name);
                if (number > 5)
                {
                    continue;
                }

                var response = await chat.GetResponseAsync("Show " + int.Parse(exhibit.Rooms[0]));
                notes.Add(response.Text);
            }
            catch (FormatException)
            {
                notes.Add("No number");
            }
        }
    }

    public async Task ClippedAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            var card = new { Number = exhibit.Rooms[0], exhibit.Name };
            try
            {
                var response = await chat.GetResponseAsync(card.Name + int.Parse(card.Number));
                notes.Add(response.Text);
            }
            catch (FormatException)
            {
                notes.Add("No number");
            }
        }
    }

    public async Task LinesAsync(IReadOnlyList<Exhibit> exhibits)
    {
        foreach (var exhibit in exhibits)
        {
            string prompt = "Line " + exhibit.Name, line = (await chat.GetResponseAsync(prompt)).Text;
            notes.Add(prompt + line);
        }
    }

    private static string Cut(string text, out string rest)
    {
        rest = text[1..];
        return text[..1];
    }
}
