// F73c The helper catches everything but a cancellation and reports the failure in its result
// verdict: fixed
// message: 'AskAsync' is called for one item at a time; 'AskBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Evaluation;

public sealed record Outcome(string Question, string? Answer, string? Error)
{
    public bool IsFailure => Error is not null;
}

public static class Evaluator
{
    public static async Task<(int Failed, IReadOnlyList<Outcome> Outcomes)> RunAsync(
        IChatClient chat, IReadOnlyList<string> questions, CancellationToken cancellationToken)
    {
        var outcomes = new List<Outcome>();
        foreach (var question in questions)
            outcomes.Add(await /*BM0003*/AskAsync(chat, question, cancellationToken));

        return (outcomes.Count(o => o.IsFailure), outcomes);
    }

    private static async Task<Outcome> AskAsync(IChatClient chat, string question, CancellationToken cancellationToken)
    {
        try
        {
            var response = await chat.GetResponseAsync(new ChatMessage(ChatRole.User, question), cancellationToken: cancellationToken);
            return new Outcome(question, response.Text, null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new Outcome(question, null, e.Message);
        }
    }
}
//// run
var (failed, outcomes) = await Evaluator.RunAsync(chat, ["Two and two?", "The capital of Peru?", "Why?", "How deep is a fathom?"], cancellationToken);
Log(failed);
foreach (var outcome in outcomes)
{
    Log(outcome);
}
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Evaluation;

public sealed record Outcome(string Question, string? Answer, string? Error)
{
    public bool IsFailure => Error is not null;
}

public static class Evaluator
{
    public static async Task<(int Failed, IReadOnlyList<Outcome> Outcomes)> RunAsync(
        IChatClient chat, IReadOnlyList<string> questions, CancellationToken cancellationToken)
    {
        var outcomes = new List<Outcome>();
        var batch = await AskBatchAsync(chat, questions, cancellationToken);
        foreach (var item in batch)
            outcomes.Add(item.Response);

        return (outcomes.Count(o => o.IsFailure), outcomes);
    }

    private static async Task<BatchResult<Outcome>> AskBatchAsync(
        IChatClient chat, IEnumerable<string> questions, CancellationToken cancellationToken)
    {
        var pending = questions.ToList();
        var batch = await chat.CompleteBatchAsync(
            pending,
            question => [new ChatMessage(ChatRole.User, question)],
            cancellationToken: cancellationToken);
        return batch.Map(pending, (question, item) =>
        {
            try
            {
                var response = item.Response;
                return new Outcome(question, response.Text, null);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                return new Outcome(question, null, e.Message);
            }
        });
    }
}
