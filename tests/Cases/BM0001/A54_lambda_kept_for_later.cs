// A54 Lambdas kept for later capture a variable that each iteration sets anew
// verdict: blocked
// blocker: 'current' is changed
// message: The calls of 'GetResponseAsync' could be one batch, but 'current' is changed on line 17 before the call and used on line 19 when later items have already changed it again
// why: the check that runs after the call reads the variable that a later prepare has overwritten
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public static class QuoteCheck
{
    public static async Task<List<bool>> CheckAsync(IChatClient chat, IEnumerable<string> sources)
    {
        var current = "";
        Func<string, bool> isQuoted = answer => current.Contains(answer, StringComparison.Ordinal);
        var checks = new List<bool>();
        foreach (var source in sources)
        {
            /*why*/current = source;
            var response = await /*BM0010*/chat.GetResponseAsync($"Quote one sentence of: {current}");
            checks.Add(/*why*/isQuoted(response.Text));
        }

        return checks;
    }
}
