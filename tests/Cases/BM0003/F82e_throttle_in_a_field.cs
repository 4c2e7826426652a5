// F82e The helper takes a place of a semaphore around the call
// verdict: fixed
// message: 'AskAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Throttled;

public sealed class ThrottledClient(ChatClient client)
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    public async Task<IReadOnlyList<string>> AskAllAsync(IReadOnlyList<string> questions, CancellationToken cancellationToken)
    {
        var answers = new List<string>();
        foreach (var question in questions)
        {
            answers.Add(await /*BM0003*/AskAsync(question, cancellationToken));
        }

        return answers;
    }

    private async Task<string> AskAsync(string question, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage(question)], cancellationToken: cancellationToken);
            return completion.Content[0].Text;
        }
        finally
        {
            _gate.Release();
        }
    }
}
//// run
foreach (var answer in await new ThrottledClient(client).AskAllAsync(["How deep?", "How wide?", "How long?"], cancellationToken))
{
    Log(answer);
}
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Throttled;

public sealed class ThrottledClient(ChatClient client)
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    public async Task<IReadOnlyList<string>> AskAllAsync(IReadOnlyList<string> questions, CancellationToken cancellationToken)
    {
        var answers = new List<string>();
        var batch = await Batch.RunAsync(
            questions,
            (question, ct) => AskAsync(question, ct),
            cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            answers.Add(item.Response);
        }

        return answers;
    }

    private async Task<string> AskAsync(string question, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage(question)], cancellationToken: cancellationToken);
            return completion.Content[0].Text;
        }
        finally
        {
            _gate.Release();
        }
    }
}
