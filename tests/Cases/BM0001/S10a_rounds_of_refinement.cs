// S10 Rounds of refinement: the draft is part of the next request
// verdict: silent
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Copywriting;

public sealed class Refiner(ChatClient client)
{
    public async Task<string> RefineAsync(string brief, int rounds)
    {
        var draft = brief;
        for (var round = 0; round < rounds; round++)
        {
            ChatCompletion completion = await client.CompleteChatAsync(
                [new SystemChatMessage("Make this text shorter and clearer."), new UserChatMessage(draft)]);
            draft = completion.Content[0].Text;
        }

        return draft;
    }
}
