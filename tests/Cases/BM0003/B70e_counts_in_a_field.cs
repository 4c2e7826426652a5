// B70e The helper counts its calls in a field, which would be counted for later items too if one failed
// verdict: blocked
// blocker: _calls
// message: The calls of 'AskAsync' could be one batch, but 'AskAsync' changes '_calls' for each item
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Metering;

public sealed class MeteredAsker
{
    private readonly ChatClient _client;
    private int _calls;

    public MeteredAsker(ChatClient client) => _client = client;

    public int Calls => _calls;

    public async Task<List<string>> AskAllAsync(IEnumerable<string> questions)
    {
        var answers = new List<string>();
        foreach (var question in questions)
        {
            answers.Add(await /*BM0010*//*why*/AskAsync(question));
        }

        return answers;
    }

    private async Task<string> AskAsync(string question)
    {
        /*why*/_calls++;
        ChatCompletion completion = await _client.CompleteChatAsync(new UserChatMessage(question));
        return completion.Content[0].Text;
    }
}
