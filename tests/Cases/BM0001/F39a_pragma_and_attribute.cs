// F39a A pragma around the method and an attribute on it
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'wine', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Vintage;

public sealed class WineNotes(ChatClient client)
{
#pragma warning disable CA1822 // Mark members as static
    [SuppressMessage("Performance", "CA1859", Justification = "The callers only read.")]
    public async Task<IReadOnlyDictionary<string, string>> TasteAsync(IEnumerable<string> wines /* by label */)
    {
        var notes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var wine in wines)
        {
            ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync([new UserChatMessage("A tasting note: " + wine)]);
            notes[wine] = completion.Content[0].Text;
        }

        return notes;
    }
#pragma warning restore CA1822
}
//// run
foreach (var (wine, note) in await new WineNotes(client).TasteAsync(["Riesling", "Malbec", "Fiano"]))
{
    Log(wine + ": " + note);
}
//// fixed
using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Vintage;

public sealed class WineNotes(ChatClient client)
{
#pragma warning disable CA1822 // Mark members as static
    [SuppressMessage("Performance", "CA1859", Justification = "The callers only read.")]
    public async Task<IReadOnlyDictionary<string, string>> TasteAsync(IEnumerable<string> wines /* by label */)
    {
        var notes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var pending = new List<string>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var wine in wines)
        {
            pending.Add(wine);
            messagesList.Add([new UserChatMessage("A tasting note: " + wine)]);
        }

        var batch = await client.CompleteBatchAsync(messagesList);
        foreach (var (wine, item) in pending.Zip(batch))
        {
            ChatCompletion completion = item.Response;
            notes[wine] = completion.Content[0].Text;
        }

        return notes;
    }
#pragma warning restore CA1822
}
