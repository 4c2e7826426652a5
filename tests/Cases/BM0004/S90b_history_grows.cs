// S90b A conversation: the history grows between the calls
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Interviews;

public sealed class Interviewer(ChatClient client)
{
    private readonly List<ChatMessage> history = [new SystemChatMessage("You are a candidate.")];

    public async Task<string> InterviewAsync()
    {
        history.Add(new UserChatMessage("Tell me about yourself."));
        ChatCompletion self = await client.CompleteChatAsync(history);
        history.Add(new AssistantChatMessage(self));
        history.Add(new UserChatMessage("What is your greatest weakness?"));
        ChatCompletion weakness = await client.CompleteChatAsync(history);
        return weakness.Content[0].Text;
    }

    public async Task<string> ContinueAsync(List<ChatMessage> log)
    {
        ChatCompletion first = await client.CompleteChatAsync(log);
        Remember(log, first.Content[0].Text);
        ChatCompletion second = await client.CompleteChatAsync([.. log, new UserChatMessage("And then?")]);
        return first.Content[0].Text + second.Content[0].Text;
    }

    private static void Remember(List<ChatMessage> log, string text) => log.Add(new AssistantChatMessage(text));
}
