// B10 A yield between two calls: the reader sees the first answer before the second is asked for
// verdict: blocked
// blocker: 'yield'
// message: The calls of 'GetResponseAsync' could be one batch, but a 'yield' stands between two calls
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.Extensions.AI;

namespace Lessons;

public sealed class QuizMaker(IChatClient chat)
{
    public async IAsyncEnumerable<string> MakeAsync(IEnumerable<string> topics, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var topic in topics)
        {
            var question = await /*BM0010*/chat.GetResponseAsync($"A quiz question on {topic}", cancellationToken: cancellationToken);
            /*why*/yield return question.Text;

            var solution = await /*why*/chat.GetResponseAsync($"Answer: {question.Text}", cancellationToken: cancellationToken);
            yield return solution.Text;
        }
    }
}
