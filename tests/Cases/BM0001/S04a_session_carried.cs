// S04 A session is read for the request and absorbs the reply
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Helpdesk;

public sealed class Session
{
    public List<ChatMessage> Messages { get; } = [];

    public int Turns { get; private set; }

    public void Absorb(string question, ChatCompletion completion)
    {
        Messages.Add(new UserChatMessage(question));
        Messages.Add(new AssistantChatMessage(completion));
        Turns++;
    }
}

public sealed class Desk(ChatClient client)
{
    public async Task<List<string>> ProcessAsync(Session session, IReadOnlyList<string> questions)
    {
        List<string> answers = [];
        foreach (var question in questions)
        {
            ChatCompletion completion = await client.CompleteChatAsync([.. session.Messages, new UserChatMessage(question)]);
            session.Absorb(question, completion);
            answers.Add(completion.Content[0].Text);
        }

        return answers;
    }
}
