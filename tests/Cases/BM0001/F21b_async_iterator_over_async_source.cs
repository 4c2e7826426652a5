// F21b An async iterator over an async source that yields the item with its answer
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'line', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Chats;

public static class LanguageTagger
{
    public static async IAsyncEnumerable<(string Line, string Language)> TagAsync(IChatClient chat, IAsyncEnumerable<string> lines)
    {
        await foreach (var line in lines)
        {
            if (line.Length == 0)
            {
                continue;
            }

            var response = await /*BM0001*/chat.GetResponseAsync($"Which language is this? {line}");
            yield return (line, response.Text.Trim());
        }
    }

    public static async IAsyncEnumerable<string> FromAsync(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            await Task.Yield();
            yield return line;
        }
    }
}
//// run
await foreach (var (line, language) in LanguageTagger.TagAsync(chat, LanguageTagger.FromAsync(["bonjour", "", "goedemorgen", "buongiorno", "hyvaa paivaa"])))
{
    Log(line + ": " + language);
}
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Chats;

public static class LanguageTagger
{
    public static async IAsyncEnumerable<(string Line, string Language)> TagAsync(IChatClient chat, IAsyncEnumerable<string> lines)
    {
        await foreach (var (line, item) in chat.CompleteBatchStreamingAsync(lines, line =>
        {
            if (line.Length == 0)
            {
                return null;
            }

            return [new ChatMessage(ChatRole.User, $"Which language is this? {line}")];
        }))
        {
            if (line.Length == 0)
            {
                continue;
            }

            var response = item.Response;
            yield return (line, response.Text.Trim());
        }
    }

    public static async IAsyncEnumerable<string> FromAsync(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            await Task.Yield();
            yield return line;
        }
    }
}
