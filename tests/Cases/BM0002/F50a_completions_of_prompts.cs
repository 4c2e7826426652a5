// F50 One call for each question, the completions as an array
// verdict: fixed
// message: These 'CompleteChatAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Quiz;

public sealed class AnswerKey(ChatClient client)
{
    private static readonly ChatCompletionOptions Short = new() { MaxOutputTokenCount = 30 };

    public async Task<List<string>> BuildAsync(IReadOnlyList<string> questions, CancellationToken cancellationToken)
    {
        var completions = await Task.WhenAll(questions.Select(question =>
            /*BM0002*/client.CompleteChatAsync([new SystemChatMessage("Answer in one word."), new UserChatMessage(question)], Short, cancellationToken)));

        var answers = new List<string>();
        for (var i = 0; i < completions.Length; i++)
        {
            answers.Add($"{questions[i]} {completions[i].Value.Content[0].Text}");
        }

        return answers;
    }
}
//// run
foreach (var answer in await new AnswerKey(client).BuildAsync(["Capital of Peru?", "Largest moon?", "Oldest bridge?"], cancellationToken))
{
    Log(answer);
}
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Quiz;

public sealed class AnswerKey(ChatClient client)
{
    private static readonly ChatCompletionOptions Short = new() { MaxOutputTokenCount = 30 };

    public async Task<List<string>> BuildAsync(IReadOnlyList<string> questions, CancellationToken cancellationToken)
    {
        var batch = await client.CompleteBatchAsync(
            questions,
            question => [new SystemChatMessage("Answer in one word."), new UserChatMessage(question)],
            Short,
            cancellationToken: cancellationToken);
        var completions = batch.GetResponses();

        var answers = new List<string>();
        for (var i = 0; i < completions.Length; i++)
        {
            answers.Add($"{questions[i]} {completions[i].Value.Content[0].Text}");
        }

        return answers;
    }
}
