// B08 The else branch counts what the other branch writes into its result
// verdict: blocked
// blocker: 'skipped'
// message: The calls of 'CompleteChatAsync' could be one batch, but 'skipped' is changed on line 22 before the call and used on line 18 when later items have already changed it again
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Knowledge;

public static class NumberedAnswers
{
    public static async Task<List<string>> CreateAsync(ChatClient client, IEnumerator<string> questions)
    {
        var answers = new List<string>();
        var skipped = 0;
        for (; questions.MoveNext();)
        {
            if (questions.Current.EndsWith('?'))
            {
                ChatCompletion completion = await /*BM0010*/client.CompleteChatAsync(questions.Current);
                answers.Add($"{completion.Content[0].Text} ({/*why*/skipped} skipped before)");
            }
            else
            {
                /*why*/skipped++;
            }
        }

        return answers;
    }
}
