// A48 One cancellation source is given a new deadline before each call
// verdict: blocked
// blocker: 'deadline'
// message: The calls of 'GetResponseAsync' could be one batch, but 'deadline' is changed on line 17 before the call and used on line 18 when later items have already changed it again
// why: each call has thirty seconds of its own; prepared together they would share the last deadline
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public static class TimedAnswers
{
    public static async Task<List<string>> AskAsync(IChatClient chat, string[] prompts)
    {
        using var deadline = new CancellationTokenSource();
        var texts = new List<string>();
        foreach (var prompt in prompts)
        {
            /*why*/deadline.CancelAfter(TimeSpan.FromSeconds(30));
            var response = await /*BM0010*/chat.GetResponseAsync(prompt, cancellationToken: /*why*/deadline.Token);
            texts.Add(response.Text);
        }

        return texts;
    }
}
