// F32b A switch over the finish reason, a response that is thrown on
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'question', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Advice;

public static class AdviceDesk
{
    public static async Task<List<string>> AnswerAsync(IChatClient chat, IEnumerable<string> questions)
    {
        var answers = new List<string>();
        foreach (var question in questions)
        {
            var response = await /*BM0001*/chat.GetResponseAsync(question);
            if (response.FinishReason == ChatFinishReason.ContentFilter)
            {
                throw new InvalidOperationException("The provider withheld an answer.");
            }

            switch (response.Text.Length % 2)
            {
                case 0:
                    answers.Add(response.Text);
                    break;
                default:
                    answers.Add(response.Text + "?");
                    break;
            }
        }

        return answers;
    }
}
//// run
Log(string.Join("|", await AdviceDesk.AnswerAsync(chat, ["Which hat?", new string('q', 101), "Which coat?"])));
//// fixed
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Advice;

public static class AdviceDesk
{
    public static async Task<List<string>> AnswerAsync(IChatClient chat, IEnumerable<string> questions)
    {
        var answers = new List<string>();
        var batch = await chat.CompleteBatchAsync(questions);
        foreach (var item in batch)
        {
            var response = item.Response;
            if (response.FinishReason == ChatFinishReason.ContentFilter)
            {
                throw new InvalidOperationException("The provider withheld an answer.");
            }

            switch (response.Text.Length % 2)
            {
                case 0:
                    answers.Add(response.Text);
                    break;
                default:
                    answers.Add(response.Text + "?");
                    break;
            }
        }

        return answers;
    }
}
