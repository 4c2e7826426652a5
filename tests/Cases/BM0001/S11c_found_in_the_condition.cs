// S11 A search whose end stands in the loop's condition
// verdict: silent
using System.Collections.Generic;
using OpenAI.Chat;

namespace Moderation;

public static class Screening
{
    public static bool IsOffensive(ChatClient client, IReadOnlyList<string> sentences)
    {
        bool offensive = false;
        for (int i = 0; i < sentences.Count && !offensive; i++)
        {
            ChatCompletion completion = client.CompleteChat(new SystemChatMessage("Reply OFFENSIVE or FINE."), new UserChatMessage(sentences[i]));
            offensive = completion.Content[0].Text == "OFFENSIVE";
        }

        return offensive;
    }
}
