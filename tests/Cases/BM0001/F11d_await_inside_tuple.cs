// F11d The await stands inside a tuple
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'word', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Etymology;

public sealed class WordHistory
{
    private readonly IChatClient _chat;

    public WordHistory(IChatClient chat) => _chat = chat;

    public async Task<List<(string Word, string Origin)>> TraceAsync(params string[] words)
    {
        List<(string Word, string Origin)> origins = [];
        foreach (var word in words)
        {
            origins.Add((word, (await /*BM0001*/_chat.GetResponseAsync($"Where does the word '{word}' come from?")).Text));
        }

        return origins;
    }
}
//// run
foreach (var (word, origin) in await new WordHistory(chat).TraceAsync("window", "robot", "sugar"))
{
    Log(word + " <- " + origin);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Etymology;

public sealed class WordHistory
{
    private readonly IChatClient _chat;

    public WordHistory(IChatClient chat) => _chat = chat;

    public async Task<List<(string Word, string Origin)>> TraceAsync(params string[] words)
    {
        List<(string Word, string Origin)> origins = [];
        var batch = await _chat.CompleteBatchAsync(words.Select(word => $"Where does the word '{word}' come from?"));
        foreach (var (word, item) in words.Zip(batch))
        {
            origins.Add((word, item.Response.Text));
        }

        return origins;
    }
}
