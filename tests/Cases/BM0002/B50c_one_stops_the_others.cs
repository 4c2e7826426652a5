// B50 One failure cancels the other items
// verdict: blocked
// blocker: 'stop' lets one item stop the others, which a batch does not
// message: The calls of 'GetResponseAsync' could be one batch, but 'stop' lets one item stop the others, which a batch does not
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Guards;

public sealed class Patrol(IChatClient chat)
{
    public async Task<string[]> WalkAsync(IReadOnlyList<string> posts)
    {
        using var stop = new CancellationTokenSource();
        return await Task.WhenAll(posts.Select(async post =>
        {
            var response = await /*BM0010*/chat.GetResponseAsync($"Is {post} quiet?", cancellationToken: stop.Token);
            if (response.Text == "alarm")
            {
                /*why*/stop.Cancel();
            }

            return response.Text;
        }));
    }
}
