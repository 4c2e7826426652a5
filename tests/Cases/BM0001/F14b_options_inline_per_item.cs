// F14b Options with a model of the item's own, built inside the call
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'question', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Exams;

public sealed record Question(string Text, bool IsHard);

public class AnswerKey
{
    private readonly IChatClient _chat;

    public AnswerKey(IChatClient chat)
    {
        _chat = chat;
    }

    public async Task<List<string>> SolveAsync(IEnumerable<Question> questions, CancellationToken cancellationToken = default)
    {
        var answers = new List<string>();
        foreach (var question in questions)
        {
            var response = await /*BM0001*/_chat.GetResponseAsync(
                question.Text,
                new ChatOptions { ModelId = question.IsHard ? "large" : "small", Temperature = 0 },
                cancellationToken);
            answers.Add(response.Text);
        }

        return answers;
    }
}
//// run
Log(string.Join("|", await new AnswerKey(chat).SolveAsync([new("2 + 2", false), new("Prove it", true), new("3 x 3", false)], cancellationToken)));
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Exams;

public sealed record Question(string Text, bool IsHard);

public class AnswerKey
{
    private readonly IChatClient _chat;

    public AnswerKey(IChatClient chat)
    {
        _chat = chat;
    }

    public async Task<List<string>> SolveAsync(IEnumerable<Question> questions, CancellationToken cancellationToken = default)
    {
        var answers = new List<string>();
        var requests = new List<ChatRequest>();
        foreach (var question in questions)
        {
            requests.Add(new ChatRequest([new ChatMessage(ChatRole.User, question.Text)], new ChatOptions { ModelId = question.IsHard ? "large" : "small", Temperature = 0 }));
        }

        var batch = await _chat.CompleteBatchAsync(requests, cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            var response = item.Response;
            answers.Add(response.Text);
        }

        return answers;
    }
}
