// B130a All questions go into one history, and each request has those before it
// verdict: blocked
// blocker: 'history' is changed on line
// message: The calls of 'GetChatMessageContentAsync' could be one batch, but 'history' is changed on line 15 before the call and used on line 16 when later items have already changed it again
// uses: Microsoft.SemanticKernel
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Survey;

public static class Questions
{
    public static async Task<List<string?>> AskAllAsync(IChatCompletionService service, string[] questions)
    {
        var history = new ChatHistory("Answer briefly.");
        var answers = new List<string?>();
        foreach (var question in questions)
        {
            /*why*/history.AddUserMessage(question);
            var answer = await /*BM0010*/service.GetChatMessageContentAsync(/*why*/history);
            answers.Add(answer.Content);
        }

        return answers;
    }
}
