using System.Diagnostics;

namespace BatchMigrate.Runtime.Bench;

/// <summary>
/// How long a batch of simulated calls takes beside its lower bound, max(sum of latencies / slots, longest latency). A timer is late by up to a
/// millisecond or so, which no scheduler can win back: the bound is computed from the latencies that the calls really had. Who does not know the latencies before can start
/// calls in their order at best, each when a slot is free: the last ratio is to that ("in order").
/// </summary>
internal static class Makespan
{
    private const int Slots = 10;
    private const double LatencyMs = 50;

    public static async Task RunAsync(int rounds)
    {
        await TableAsync("every call takes 50 ms", rounds, [5, 10, 20, 50, 100], _ => LatencyMs);

        // Log-normal with a median of 30 ms and a heavy tail, the same latencies for everybody.
        var random = new Random(1);
        var tail = Enumerable.Range(0, 200).Select(_ => 30 * Math.Exp(0.8 * Gauss(random))).ToArray();
        Console.WriteLine();
        await TableAsync("log-normal latencies, median 30 ms", rounds, [100, 200], item => tail[item]);

        // One in five takes ten times as long, as where some of the questions are hard.
        var two = Enumerable.Range(0, 200).Select(_ => random.Next(5) == 0 ? 200.0 : 20).ToArray();
        Console.WriteLine();
        await TableAsync("bimodal latencies, 20 or 200 ms", rounds, [100, 200], item => two[item]);
    }

    private static async Task TableAsync(string title, int rounds, int[] counts, Func<int, double> latency)
    {
        Console.WriteLine($"Makespan, {Slots} slots, {title}, medians of {rounds} rounds taken in turn");
        Console.WriteLine($"{"items",6}  {"method",-22} {"bound ms",9} {"took ms",9} {"ratio",6} {"wanted",6}  {"speed-up",8} of {"at most",7} {"in order",8}");
        foreach (var count in counts)
        {
            var took = Contender.All.ToDictionary(contender => contender, _ => new List<double>());
            var bound = Contender.All.ToDictionary(contender => contender, _ => new List<double>());
            // The ratio of each round, because bound and time belong together.
            var ratio = Contender.All.ToDictionary(contender => contender, _ => new List<double>());
            var inOrder = Contender.All.ToDictionary(contender => contender, _ => new List<double>());
            var speedUp = Contender.All.ToDictionary(contender => contender, _ => new List<double>());
            for (var round = -1; round < rounds; round++)
            {
                foreach (var contender in Contender.All)
                {
                    var real = new double[count];
                    var watch = Stopwatch.StartNew();
                    await contender.RunAsync(count, Slots, async (item, cancellationToken) =>
                    {
                        var began = Stopwatch.GetTimestamp();
                        await Task.Delay(TimeSpan.FromMilliseconds(latency(item)), cancellationToken);
                        real[item] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                        return item;
                    });
                    var elapsed = watch.Elapsed.TotalMilliseconds;
                    if (round >= 0)
                    {
                        took[contender].Add(elapsed);
                        bound[contender].Add(Bound(real));
                        ratio[contender].Add(elapsed / Bound(real));
                        inOrder[contender].Add(elapsed / InOrder(real));
                        speedUp[contender].Add(real.Sum() / elapsed);
                    }
                }
            }

            foreach (var contender in Contender.All)
            {
                var (t, b, r) = (Contender.Median(took[contender]), Contender.Median(bound[contender]), Contender.Median(ratio[contender]));
                Console.WriteLine(
                    $"{count,6}  {contender.Name,-22} {b,9:F1} {t,9:F1} {r,6:F3} {(contender.IsOurs ? "1.03" : ""),6}  {Contender.Median(speedUp[contender]),8:F2} of {Math.Min(count, Slots),7} {Contender.Median(inOrder[contender]),8:F3} {(contender.IsOurs && r > 1.03 ? "missed" : "")}");
            }
        }
    }

    private static double Bound(double[] latencies) => Math.Max(latencies.Sum() / Slots, latencies.Max());

    private static double InOrder(double[] latencies)
    {
        var ends = new PriorityQueue<double, double>(Enumerable.Repeat((0.0, 0.0), Slots));
        foreach (var latency in latencies)
        {
            var end = ends.Peek() + latency;
            ends.DequeueEnqueue(end, end);
        }

        return ends.UnorderedItems.Max(slot => slot.Element);
    }

    private static double Gauss(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
