// S52 Answers go into a collection that another thread consumes
// verdict: silent
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Belt;

public sealed class Feeder(IChatClient chat, BlockingCollection<string> belt)
{
    public Task FeedAsync(IEnumerable<string> parts, CancellationToken cancellationToken) => RunAsync(parts, cancellationToken);

    private async Task RunAsync(IEnumerable<string> parts, CancellationToken cancellationToken)
    {
        await Parallel.ForEachAsync(parts, cancellationToken, async (part, token) =>
        {
            var response = await chat.GetResponseAsync($"Inspect {part}", cancellationToken: token);
            belt.Add(response.Text, token);
        });
        belt.CompleteAdding();
    }
}
