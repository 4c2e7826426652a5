// F83e The name is taken by a property of another kind, and the loop's names are taken too
// verdict: fixed
// message: 'NoteAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Brewery;

public sealed class TasteNotes
{
    private readonly ChatClient _client;

    public TasteNotes(ChatClient client) => _client = client;

    public Func<string, string> NoteBatchAsync { get; init; } = name => "batch " + name;

    public async Task<List<string>> WriteAsync(IReadOnlyList<string> beers, string batch, string item)
    {
        var notes = new List<string> { NoteBatchAsync(batch), item };
        foreach (var beer in beers)
        {
            notes.Add(await /*BM0003*/NoteAsync(beer));
        }

        return notes;
    }

    private async Task<string> NoteAsync(string beer)
    {
        var result = await _client.CompleteChatAsync(new UserChatMessage("Taste notes for " + beer));
        return result.Value.Content[0].Text;
    }
}
//// run
Log(string.Join("|", await new TasteNotes(client).WriteAsync(["stout", "gose", "bitter"], "17", "first")));
//// fixed
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Brewery;

public sealed class TasteNotes
{
    private readonly ChatClient _client;

    public TasteNotes(ChatClient client) => _client = client;

    public Func<string, string> NoteBatchAsync { get; init; } = name => "batch " + name;

    public async Task<List<string>> WriteAsync(IReadOnlyList<string> beers, string batch, string item)
    {
        var notes = new List<string> { NoteBatchAsync(batch), item };
        var batch2 = await Batch.RunAsync(beers, (beer, _) => NoteAsync(beer));
        foreach (var item2 in batch2)
        {
            notes.Add(item2.Response);
        }

        return notes;
    }

    private async Task<string> NoteAsync(string beer)
    {
        var result = await _client.CompleteChatAsync(new UserChatMessage("Taste notes for " + beer));
        return result.Value.Content[0].Text;
    }
}
