// S18 A stack of open questions: a fixed number of steps, each pops one and pushes what the answer asks
// verdict: silent
using System.Collections.Generic;
using OpenAI.Chat;

namespace Planning;

public static class Socrates
{
    public static List<(string Question, string Answer)> Ask(ChatClient client, string first, int steps)
    {
        var open = new Stack<string>();
        open.Push(first);
        var asked = new List<(string, string)>();
        for (int step = 0; step < steps; step++)
        {
            if (!open.TryPop(out var question))
            {
                break;
            }

            var answer = client.CompleteChat(new UserChatMessage(question)).Value.Content[0].Text;
            asked.Add((question, answer));
            foreach (var sentence in answer.Split('.'))
            {
                if (sentence.EndsWith('?'))
                {
                    open.Push(sentence);
                }
            }
        }

        return asked;
    }
}
