using System.Diagnostics;

namespace BatchMigrate.Runtime.Bench;

/// <summary>What an item costs beside the operation itself: time and allocated bytes. The lower bound is a plain loop over the same operations.</summary>
internal static class Overhead
{
    private const int Items = 100_000;

    private static readonly Task<int> Done = Task.FromResult(1);

    public static async Task RunAsync(int rounds)
    {
        Console.WriteLine($"Overhead, {Items:N0} items, 64 slots, medians of {rounds} rounds taken in turn");
        await TableAsync("operations that have ended at once", rounds, static (_, _) => Done);
        await TableAsync("operations that yield once", rounds, static async (item, _) =>
        {
            await Task.Yield();
            return item;
        });
    }

    private static async Task TableAsync(string title, int rounds, Func<int, CancellationToken, Task<int>> operation)
    {
        Console.WriteLine($"{title,-36} {"us/item",8} {"at most",8} {"B/item",8} {"at most",8}");
        Contender[] contenders =
        [
            new("bound: a loop, one after another", async (count, _, work) =>
            {
                for (var item = 0; item < count; item++)
                {
                    await work(item, CancellationToken.None);
                }
            }),
            .. Contender.All,
        ];
        var micros = contenders.ToDictionary(contender => contender, _ => new List<double>());
        var bytes = contenders.ToDictionary(contender => contender, _ => new List<double>());
        for (var round = -2; round < rounds; round++)
        {
            foreach (var contender in contenders)
            {
                GC.Collect();
                var before = GC.GetTotalAllocatedBytes(precise: true);
                var watch = Stopwatch.StartNew();
                await contender.RunAsync(Items, 64, operation);
                var elapsed = watch.Elapsed;
                var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
                if (round >= 0)
                {
                    micros[contender].Add(elapsed.TotalMicroseconds / Items);
                    bytes[contender].Add((double)allocated / Items);
                }
            }
        }

        foreach (var contender in contenders)
        {
            var (isOurs, us, b) = (contender.IsOurs, Contender.Median(micros[contender]), Contender.Median(bytes[contender]));
            Console.WriteLine($"{contender.Name,-36} {us,8:F2} {(isOurs ? "3" : ""),8} {b,8:F0} {(isOurs ? "400" : ""),8} {(isOurs && (us > 3 || b > 400) ? "missed" : "")}");
        }
    }
}
