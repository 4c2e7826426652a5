// B50 A counter is raised by several items at once
// verdict: blocked
// blocker: 'accepted' is changed by several items at once without protection
// message: The calls of 'GetResponseAsync' could be one batch, but 'accepted' is changed by several items at once without protection
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Admissions;

public sealed class Office(IChatClient chat)
{
    private int accepted;

    public async Task<int> DecideAsync(IReadOnlyList<string> applications, CancellationToken cancellationToken)
    {
        await Parallel.ForEachAsync(applications, cancellationToken, async (application, token) =>
        {
            var response = await /*BM0010*/chat.GetResponseAsync($"Accept? yes or no: {application}", cancellationToken: token);
            if (response.Text.StartsWith("yes", System.StringComparison.Ordinal))
            {
                /*why*/accepted++;
            }
        });
        return accepted;
    }
}
