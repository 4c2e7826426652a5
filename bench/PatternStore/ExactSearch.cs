using System.Diagnostics;
using PatternStore.Storing;

namespace PatternStore.Bench;

/// <summary>What exact search costs at the size that the store in a file is meant for.</summary>
internal static class ExactSearch
{
    private const int Dimensions = 1_536;
    private const int Rounds = 5;

    public static void Run(params int[] sizes)
    {
        Console.WriteLine($"| vectors in memory, {Dimensions} dimensions | 1 query | 100 queries, each |");
        Console.WriteLine("|---|---|---|");
        var random = new Random(7);
        foreach (var size in sizes)
        {
            using var index = new VectorIndex();
            index.Set(Enumerable.Range(0, size).Select(_ => (Guid.NewGuid(), Vector(random))));
            var queries = Enumerable.Range(0, 100).Select(_ => Vector(random)).ToList();
            Console.WriteLine($"| {size:N0} | {Measure(index, queries[..1]):F1} ms | {Measure(index, queries) / queries.Count:F1} ms |");
        }
    }

    private static double Measure(VectorIndex index, IReadOnlyList<ReadOnlyMemory<float>> queries)
    {
        var times = new List<double>();
        for (var round = -1; round < Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            index.Search(queries, 5);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return times.Skip(1).Order().ElementAt(Rounds / 2);
    }

    private static ReadOnlyMemory<float> Vector(Random random)
    {
        var vector = new float[Dimensions];
        foreach (ref var value in vector.AsSpan())
        {
            value = random.NextSingle() - 0.5f;
        }

        return vector;
    }
}
