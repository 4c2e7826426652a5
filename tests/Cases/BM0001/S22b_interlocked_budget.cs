// S22 An Interlocked counter that other workers share stops the loop
// verdict: silent
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Spending;

public sealed class Worker(IChatClient chat, long limit)
{
    private static long s_spent;

    public async Task<int> WorkAsync(IReadOnlyList<string> prompts, ICollection<string> results)
    {
        var done = 0;
        for (var i = 0; i < prompts.Count; i++)
        {
            if (Interlocked.Read(ref s_spent) > limit)
                return done;

            var response = await chat.GetResponseAsync(prompts[i]);
            Interlocked.Add(ref s_spent, response.Usage?.TotalTokenCount ?? 0);
            results.Add(response.Text);
            done++;
        }

        return done;
    }
}
