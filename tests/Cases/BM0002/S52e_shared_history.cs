// S52 All items write into one conversation
// verdict: silent
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Chorus;

public sealed class Room(ChatClient client)
{
    private readonly List<ChatMessage> history = [new SystemChatMessage("Several people talk to you.")];

    public async Task<string[]> TalkAsync(IEnumerable<string> lines) =>
        await Task.WhenAll(lines.Select(async line =>
        {
            history.Add(new UserChatMessage(line));
            ChatCompletion completion = await client.CompleteChatAsync(history);
            history.Add(new AssistantChatMessage(completion));
            return completion.Content[0].Text;
        }));
}
