// A230k Which form for many a method of the program gets, by what varies and by where the loop stands
// verdict: fixed
// message: 'VerseAsync' is called for one item at a time; 'VerseBatchAsync' sends them together
// message: 'JokeAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
// message: 'StoryAsync' is called for one item at a time; 'StoryBatchAsync' sends them together
// message: 'SongAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
// message: 'Dance' is called for one item at a time; 'Batch.Run' sends them together
// message: 'Bow' is called for one item at a time; 'Batch.Run' sends them together
// message: 'VoiceAsync' is called for one item at a time; 'VoiceBatchAsync' sends them together
// message: 'VoiceAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
// message: 'MaskAsync' is called for one item at a time; 'MaskBatchAsync' sends them together
// message: 'ApplaudAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
// message: 'FillAsync' is called for one item at a time; 'FillBatchAsync' sends them together
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace Puppets;

public sealed class Puppet(string name)
{
    public string Name { get; } = name;

    public string Text { get; set; } = "once";
}

public readonly record struct Style(string Name);

public sealed class Theatre(IChatClient chat, ChatClient client)
{
    private readonly ConcurrentDictionary<string, string> _seen = new();

    public async Task<List<string>> SameAsync()
    {
        var lines = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            lines.Add(await /*BM0003*/VerseAsync(chat, "a verse", "short"));
        }

        lines.AddRange(await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => /*BM0003*/JokeAsync())));
        return lines;
    }

    public async Task<List<string>> ListedAsync(List<string> names)
    {
        var lines = new List<string>();
        foreach (var name in names)
        {
            lines.Add(await /*BM0003*/StoryAsync(name));
        }

        foreach (var name in names)
        {
            lines.Add(await /*BM0003*/SongAsync("fr", name));
        }

        foreach (var name in names)
        {
            lines.Add(/*BM0003*/Dance(new Style("slow"), name));
        }

        foreach (var name in names)
        {
            lines.Add(/*BM0003*/Bow(name, name.Length));
        }

        return lines;
    }

    public async Task<string[]> FannedAsync(List<string> names)
    {
        var voices = await Task.WhenAll(names.Select(name => /*BM0003*/VoiceAsync(name)));
        await Parallel.ForEachAsync(names, async (name, token) => _seen[name] = await /*BM0003*/VoiceAsync(name));
        return [.. voices, .. _seen.OrderBy(pair => pair.Key).Select(pair => pair.Value)];
    }

    public async Task<List<string>> TriedAsync(List<string> names)
    {
        var lines = new List<string>();
        foreach (var name in names)
        {
            try
            {
                lines.Add(await /*BM0003*/MaskAsync(name));
            }
            catch (InvalidOperationException)
            {
                lines.Add("?");
            }
        }

        var count = 0;
        foreach (var name in names)
        {
            await /*BM0003*/ApplaudAsync(name);
            count++;
        }

        lines.Add(count.ToString());
        return lines;
    }

    public async Task RetellAsync(List<Puppet> puppets)
    {
        foreach (var puppet in puppets)
        {
            await /*BM0003*/FillAsync(puppet, puppet.Name + "!");
        }
    }

    private async Task<string> JokeAsync(string about = "strings") => (await chat.GetResponseAsync("A joke about " + about)).Text;

    private static async Task<string> VerseAsync(IChatClient chat, string what, string length) => (await chat.GetResponseAsync(length + ": " + what)).Text;

    private async Task<string> StoryAsync(string name = "Punch") => (await chat.GetResponseAsync("A story of " + name)).Text;

    private async Task<string> SongAsync(string language = "en", string name = "Judy") => (await chat.GetResponseAsync(language + ": a song of " + name)).Text;

    private string Dance(in Style style, string name) => client.CompleteChat(style.Name + " dance of " + name).Value.Content[0].Text;

    private string Bow(string name, in int times) => client.CompleteChat(times + " bows of " + name).Value.Content[0].Text;

    private async Task<string> VoiceAsync(string name) => (await chat.GetResponseAsync("The voice of " + name)).Text;

    private async Task<BatchResult<string>> VoiceBatchAsync(IEnumerable<string> names) =>
        (await chat.CompleteBatchAsync(names.Select(name => "The voice of " + name))).Map(response => response.Text);

    [BatchCall(nameof(MasksAsync))]
    private async Task<string> MaskAsync(string name) => (await chat.GetResponseAsync("The mask of " + name)).Text;

    private async Task<List<string>> MasksAsync(IEnumerable<string> names) =>
        (await chat.CompleteBatchAsync(names.Select(name => "The mask of " + name))).GetResponses().Select(response => response.Text).ToList();

    private async Task ApplaudAsync(string name) => await chat.GetResponseAsync("Applaud " + name);

    private async Task ApplaudBatchAsync(IEnumerable<string> names) =>
        (await chat.CompleteBatchAsync(names.Select(name => "Applaud " + name))).ThrowIfFailed();

    private async Task FillAsync(Puppet puppet, string title)
    {
        var response = await chat.GetResponseAsync(title + " " + puppet.Text);
        puppet.Text = response.Text;
    }
}
//// run
var theatre = new Theatre(chat, client);
Log(await theatre.SameAsync());
Log(await theatre.ListedAsync(["Punch", "Judy", "Toby"]));
Log(await theatre.FannedAsync(["Punch", "Judy"]));
Log(await theatre.TriedAsync(["Punch", "Judy"]));
var puppets = new List<Puppet> { new("Punch"), new("Judy") };
await theatre.RetellAsync(puppets);
Log(puppets.Select(puppet => puppet.Text));
//// fixed
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace Puppets;

public sealed class Puppet(string name)
{
    public string Name { get; } = name;

    public string Text { get; set; } = "once";
}

public readonly record struct Style(string Name);

public sealed class Theatre(IChatClient chat, ChatClient client)
{
    private readonly ConcurrentDictionary<string, string> _seen = new();

    public async Task<List<string>> SameAsync()
    {
        var lines = new List<string>();
        var whats = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            whats.Add("a verse");
        }

        var batch = await VerseBatchAsync(chat, whats, "short");
        foreach (var item in batch)
        {
            lines.Add(item.Response);
        }

        lines.AddRange((await Batch.RunAsync(Enumerable.Range(0, 3), (_, ct) => JokeAsync())).GetResponses());
        return lines;
    }

    public async Task<List<string>> ListedAsync(List<string> names)
    {
        var lines = new List<string>();
        var batch = await StoryBatchAsync(names);
        foreach (var item in batch)
        {
            lines.Add(item.Response);
        }

        var batch2 = await Batch.RunAsync(names, (name, _) => SongAsync("fr", name));
        foreach (var item in batch2)
        {
            lines.Add(item.Response);
        }

        var batch3 = Batch.Run(names, (name, _) => Dance(new Style("slow"), name));
        foreach (var item in batch3)
        {
            lines.Add(item.Response);
        }

        var batch4 = Batch.Run(names, (name, _) => Bow(name, name.Length));
        foreach (var item in batch4)
        {
            lines.Add(item.Response);
        }

        return lines;
    }

    public async Task<string[]> FannedAsync(List<string> names)
    {
        var voices = (await VoiceBatchAsync(names)).GetResponses();
        (await Batch.RunAsync(names, async (name, token) => _seen[name] = await VoiceAsync(name))).ThrowIfFailed();
        return [.. voices, .. _seen.OrderBy(pair => pair.Key).Select(pair => pair.Value)];
    }

    public async Task<List<string>> TriedAsync(List<string> names)
    {
        var lines = new List<string>();
        var batch = await MaskBatchAsync(names);
        foreach (var item in batch)
        {
            try
            {
                lines.Add(item.Response);
            }
            catch (InvalidOperationException)
            {
                lines.Add("?");
            }
        }

        var count = 0;
        var batch2 = await Batch.RunAsync(names, (name, _) => ApplaudAsync(name));
        foreach (var item in batch2)
        {
            _ = item.Response;
            count++;
        }

        lines.Add(count.ToString());
        return lines;
    }

    public async Task RetellAsync(List<Puppet> puppets)
    {
        await FillBatchAsync(puppets.Select(puppet => (puppet, puppet.Name + "!")));
    }

    private async Task<string> JokeAsync(string about = "strings") => (await chat.GetResponseAsync("A joke about " + about)).Text;

    private static async Task<BatchResult<string>> VerseBatchAsync(IChatClient chat, IEnumerable<string> whats, string length)
    {
        var batch = await chat.CompleteBatchAsync(whats, what => length + ": " + what);
        return batch.Map(response => response.Text);
    }

    private async Task<BatchResult<string>> StoryBatchAsync(IEnumerable<string> names)
    {
        var batch = await chat.CompleteBatchAsync(names, name => "A story of " + name);
        return batch.Map(response => response.Text);
    }

    private async Task<string> SongAsync(string language = "en", string name = "Judy") => (await chat.GetResponseAsync(language + ": a song of " + name)).Text;

    private string Dance(in Style style, string name) => client.CompleteChat(style.Name + " dance of " + name).Value.Content[0].Text;

    private string Bow(string name, in int times) => client.CompleteChat(times + " bows of " + name).Value.Content[0].Text;

    private async Task<string> VoiceAsync(string name) => (await chat.GetResponseAsync("The voice of " + name)).Text;

    private async Task<BatchResult<string>> VoiceBatchAsync(IEnumerable<string> names) =>
        (await chat.CompleteBatchAsync(names.Select(name => "The voice of " + name))).Map(response => response.Text);

    [BatchCall(nameof(MasksAsync))]
    private async Task<string> MaskAsync(string name) =>
        (await MaskBatchAsync([name]))[0].Response;

    /// <summary>Does what <c>MaskAsync</c> does, for many names in one batch: an outcome for each, in their order.</summary>
    private async Task<BatchResult<string>> MaskBatchAsync(IEnumerable<string> names)
    {
        var batch = await chat.CompleteBatchAsync(names, name => "The mask of " + name);
        return batch.Map(response => response.Text);
    }

    private async Task<List<string>> MasksAsync(IEnumerable<string> names) =>
        (await chat.CompleteBatchAsync(names.Select(name => "The mask of " + name))).GetResponses().Select(response => response.Text).ToList();

    private async Task ApplaudAsync(string name) => await chat.GetResponseAsync("Applaud " + name);

    private async Task ApplaudBatchAsync(IEnumerable<string> names) =>
        (await chat.CompleteBatchAsync(names.Select(name => "Applaud " + name))).ThrowIfFailed();

    private async Task FillBatchAsync(IEnumerable<(Puppet puppet, string title)> inputs)
    {
        var pending = inputs.ToList();
        var batch = await chat.CompleteBatchAsync(pending, input =>
        {
            var (puppet, title) = input;
            return title + " " + puppet.Text;
        });
        foreach (var ((puppet, title), item) in pending.Zip(batch))
        {
            var response = item.Response;
            puppet.Text = response.Text;
        }
    }
}
