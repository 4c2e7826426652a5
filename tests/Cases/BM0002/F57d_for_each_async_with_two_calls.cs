// F57 A body of Parallel.ForEachAsync that asks, and asks about the answer
// verdict: fixed
// message: These 'CompleteChatAsync' requests are fanned out by hand; 'Batch.RunAsync' sends them together, a bounded number at a time
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Contracts;

public sealed class Clause(string text)
{
    public string Text { get; } = text;

    public string? Risk { get; set; }
}

public sealed class Review(ChatClient client)
{
    public async Task RunAsync(IEnumerable<Clause> clauses, CancellationToken cancellationToken)
    {
        await Parallel.ForEachAsync(clauses, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken }, async (clause, token) =>
        {
            ChatCompletion risk = await /*BM0002*/client.CompleteChatAsync([new UserChatMessage($"Risks of: {clause.Text}")], cancellationToken: token);
            ChatCompletion level = await client.CompleteChatAsync([new UserChatMessage($"One word for: {risk.Content[0].Text}")], cancellationToken: token);
            clause.Risk = level.Content[0].Text;
        });
    }
}
//// run
Clause[] clauses = [new("No liability."), new("Two years.")];
await new Review(client).RunAsync(clauses, cancellationToken);
Log(clauses[0].Risk);
Log(clauses[1].Risk);
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Chat;

namespace Contracts;

public sealed class Clause(string text)
{
    public string Text { get; } = text;

    public string? Risk { get; set; }
}

public sealed class Review(ChatClient client)
{
    public async Task RunAsync(IEnumerable<Clause> clauses, CancellationToken cancellationToken)
    {
        var batch = await Batch.RunAsync(clauses, async (clause, token) =>
        {
            ChatCompletion risk = await client.CompleteChatAsync([new UserChatMessage($"Risks of: {clause.Text}")], cancellationToken: token);
            ChatCompletion level = await client.CompleteChatAsync([new UserChatMessage($"One word for: {risk.Content[0].Text}")], cancellationToken: token);
            clause.Risk = level.Content[0].Text;
        }, new BatchOptions { MaxConcurrency = 4 }, cancellationToken);
        batch.ThrowIfFailed();
    }
}
