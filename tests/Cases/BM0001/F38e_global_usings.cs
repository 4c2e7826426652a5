// F38e All usings are global
// verdict: fixed
// message: This loop makes one 'CompleteChatAsync' round trip per 'word', one after another; 'CompleteBatchAsync' sends them together
global using System.Collections.Generic;
global using System.Linq;
global using System.Threading.Tasks;
global using OpenAI.Chat;

namespace Globals;

public sealed class RhymeFinder(ChatClient client)
{
    public async Task<Dictionary<string, string[]>> FindAsync(IEnumerable<string> words)
    {
        var rhymes = new Dictionary<string, string[]>();
        foreach (var word in words.Distinct())
        {
            ChatCompletion completion = await /*BM0001*/client.CompleteChatAsync([new UserChatMessage($"Words that rhyme with {word}")]);
            rhymes[word] = completion.Content[0].Text.Split(',');
        }

        return rhymes;
    }
}
//// run
foreach (var (word, found) in await new RhymeFinder(client).FindAsync(["moon", "light", "moon", "stone"]))
{
    Log(word + ": " + string.Join("/", found));
}
//// fixed
global using System.Collections.Generic;
global using System.Linq;
global using System.Threading.Tasks;
global using OpenAI.Chat;
using BatchMigrate;

namespace Globals;

public sealed class RhymeFinder(ChatClient client)
{
    public async Task<Dictionary<string, string[]>> FindAsync(IEnumerable<string> words)
    {
        var rhymes = new Dictionary<string, string[]>();
        var pending = new List<string>();
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var word in words.Distinct())
        {
            pending.Add(word);
            messagesList.Add([new UserChatMessage($"Words that rhyme with {word}")]);
        }

        var batch = await client.CompleteBatchAsync(messagesList);
        foreach (var (word, item) in pending.Zip(batch))
        {
            ChatCompletion completion = item.Response;
            rhymes[word] = completion.Content[0].Text.Split(',');
        }

        return rhymes;
    }
}
