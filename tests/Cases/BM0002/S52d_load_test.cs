// S52 A load test measures each call
// verdict: silent
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Load;

public static class LoadTest
{
    public static async Task<double> MeanAsync(IChatClient chat, int users)
    {
        var times = new ConcurrentBag<double>();
        await Parallel.ForEachAsync(Enumerable.Range(0, users), async (user, token) =>
        {
            var clock = Stopwatch.StartNew();
            await chat.GetResponseAsync($"Hello from {user}", cancellationToken: token);
            times.Add(clock.Elapsed.TotalMilliseconds);
        });
        return times.Average();
    }
}
