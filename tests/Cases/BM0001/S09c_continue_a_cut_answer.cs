// S09 An answer that was cut by its length is continued
// verdict: silent
using System.Collections.Generic;
using System.Text;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Reports;

public static class LongAnswer
{
    public static async Task<string> CompleteAsync(ChatClient client, string task)
    {
        var messages = new List<ChatMessage> { new UserChatMessage(task) };
        var text = new StringBuilder();
        for (var part = 0; part < 10; part++)
        {
            ChatCompletion completion = await client.CompleteChatAsync(messages);
            text.Append(completion.Content[0].Text);
            if (completion.FinishReason != ChatFinishReason.Length)
            {
                break;
            }

            messages.Add(new AssistantChatMessage(completion));
            messages.Add(new UserChatMessage("Go on."));
        }

        return text.ToString();
    }
}
