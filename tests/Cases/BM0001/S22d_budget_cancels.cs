// S22 A budget that cancels the loop's own token when it is used up
// verdict: silent
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Spending;

public sealed class CappedRun(IChatClient chat)
{
    public async Task<Dictionary<string, string>> RunAsync(IEnumerable<string> prompts, long cap, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var answers = new Dictionary<string, string>();
        long used = 0;
        try
        {
            foreach (var prompt in prompts)
            {
                var response = await chat.GetResponseAsync(prompt, cancellationToken: stop.Token);
                answers[prompt] = response.Text;
                used += response.Usage?.TotalTokenCount ?? 0;
                if (used > cap)
                {
                    stop.Cancel();
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // the budget is used up
        }

        return answers;
    }
}
