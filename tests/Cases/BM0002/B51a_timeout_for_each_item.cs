// B51 Each item has a timeout that is told apart from cancellation
// verdict: blocked
// blocker: each item has a deadline of its own
// message: The calls of 'CompleteChatAsync' could be one batch, but each item has a deadline of its own
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Timetables;

public sealed class Planner(ChatClient client)
{
    public async Task<string[]> PlanAsync(IReadOnlyList<string> routes, CancellationToken cancellationToken)
    {
        return await Task.WhenAll(routes.Select(async route =>
        {
            using var /*why*/timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            timeout.CancelAfter(TimeSpan.FromSeconds(20));
            try
            {
                ChatCompletion completion = await /*BM0010*/client.CompleteChatAsync([new UserChatMessage(route)], cancellationToken: timeout.Token);
                return completion.Content[0].Text;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return "too slow";
            }
        }));
    }
}
