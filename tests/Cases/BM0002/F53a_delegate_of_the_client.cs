// F53 A method group that is the client's own method
// verdict: fixed
// message: These 'CompleteChatAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System.Linq;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Debate;

public static class Openings
{
    public static async Task<string> LongestAsync(ChatClient client, ChatMessage[][] openings)
    {
        var replies = await Task.WhenAll(openings.Select(messages => /*BM0002*/client.CompleteChatAsync(messages)));
        return replies.Select(reply => reply.Value.Content[0].Text).MaxBy(text => text.Length)!;
    }
}
//// run
Log(await Openings.LongestAsync(client, [[new UserChatMessage("For")], [new SystemChatMessage("Be brief."), new UserChatMessage("Against the motion")]]));
//// fixed
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Debate;

public static class Openings
{
    public static async Task<string> LongestAsync(ChatClient client, ChatMessage[][] openings)
    {
        var replies = (await client.CompleteBatchAsync(openings)).GetResponses();
        return replies.Select(reply => reply.Value.Content[0].Text).MaxBy(text => text.Length)!;
    }
}
