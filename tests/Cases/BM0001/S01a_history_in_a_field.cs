// S01 Chat history in a field, the reply appended to it
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Onboarding;

public sealed class Interviewer(ChatClient client)
{
    private readonly List<ChatMessage> _history = [new SystemChatMessage("You interview a new colleague.")];

    public async Task<IReadOnlyList<string>> AskAllAsync(IEnumerable<string> questions)
    {
        var answers = new List<string>();
        foreach (var question in questions)
        {
            _history.Add(new UserChatMessage(question));
            ChatCompletion completion = await client.CompleteChatAsync(_history);
            _history.Add(new AssistantChatMessage(completion));
            answers.Add(completion.Content[0].Text);
        }

        return answers;
    }
}
