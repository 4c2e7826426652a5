// B13 The delay between the calls grows
// verdict: blocked
// blocker: the delay between the calls
// message: The calls of 'CompleteChatAsync' could be one batch, but the delay between the calls is not a fixed one
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Politeness;

public static class SlowingDown
{
    public static async Task<List<string>> AskAsync(ChatClient client, IReadOnlyList<string> questions)
    {
        var answers = new List<string>();
        var delay = 100;
        foreach (var question in questions)
        {
            ChatCompletion completion = await /*BM0010*/client.CompleteChatAsync(question);
            answers.Add(completion.Content[0].Text);
            /*why*/await Task.Delay(delay);
            delay += 50;
        }

        return answers;
    }
}
