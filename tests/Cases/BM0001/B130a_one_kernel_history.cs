// B130a All questions go into one history, and each request has those before it
// verdict: blocked
// blocker: 'history' is changed on line
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
