// S70b The history is an argument of a static helper, which extends it
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Interview;

public static class Interviewer
{
    public static async Task<IReadOnlyList<string>> RunAsync(ChatClient client, string[] questions)
    {
        var messages = new List<ChatMessage> { new SystemChatMessage("You are a candidate.") };
        var answers = new List<string>();
        foreach (var question in questions)
        {
            answers.Add(await AskAsync(client, messages, question));
        }

        return answers;
    }

    private static async Task<string> AskAsync(ChatClient client, List<ChatMessage> messages, string question)
    {
        messages.Add(new UserChatMessage(question));
        ChatCompletion completion = await client.CompleteChatAsync(messages);
        messages.Add(new AssistantChatMessage(completion));
        return completion.Content[0].Text;
    }
}
