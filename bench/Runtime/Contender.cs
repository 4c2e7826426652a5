namespace BatchMigrate.Runtime.Bench;

/// <summary>One way to run an operation over many items with a limit, results in order.</summary>
internal sealed record Contender(string Name, Func<int, int, Func<int, CancellationToken, Task<int>>, Task> RunAsync)
{
    public static Contender[] All { get; } =
    [
        new("Batch.RunAsync", (count, limit, operation) =>
            Batch.RunAsync(Enumerable.Range(0, count), operation, new BatchOptions { MaxConcurrency = limit })),
        new("Batch.StreamAsync", async (count, limit, operation) =>
        {
            await foreach (var item in Batch.StreamAsync(Enumerable.Range(0, count), operation, new BatchOptions { MaxConcurrency = limit }))
            {
                _ = item.Response;
            }
        }),
        new("Parallel.ForEachAsync", async (count, limit, operation) =>
        {
            var results = new int[count];
            await Parallel.ForEachAsync(
                Enumerable.Range(0, count),
                new ParallelOptions { MaxDegreeOfParallelism = limit },
                async (item, cancellationToken) => results[item] = await operation(item, cancellationToken));
        }),
        new("SemaphoreSlim+WhenAll", async (count, limit, operation) =>
        {
            using var slots = new SemaphoreSlim(limit);
            await Task.WhenAll(Enumerable.Range(0, count).Select(async item =>
            {
                await slots.WaitAsync();
                try
                {
                    return await operation(item, CancellationToken.None);
                }
                finally
                {
                    slots.Release();
                }
            }));
        }),
        new("worker loops", async (count, limit, operation) =>
        {
            var results = new int[count];
            var next = -1;
            await Task.WhenAll(Enumerable.Range(0, limit).Select(_ => Task.Run(async () =>
            {
                for (var item = Interlocked.Increment(ref next); item < count; item = Interlocked.Increment(ref next))
                {
                    results[item] = await operation(item, CancellationToken.None);
                }
            })));
        }),
        new("chunks+WhenAll", async (count, limit, operation) =>
        {
            var results = new List<int>(count);
            foreach (var chunk in Enumerable.Range(0, count).Chunk(limit))
            {
                results.AddRange(await Task.WhenAll(chunk.Select(item => operation(item, CancellationToken.None))));
            }
        }),
    ];

    /// <summary>Whether it is what the targets are for.</summary>
    public bool IsOurs => Name.StartsWith("Batch.", StringComparison.Ordinal);

    public static double Median(List<double> values)
    {
        values.Sort();
        return values.Count % 2 == 1 ? values[values.Count / 2] : (values[(values.Count / 2) - 1] + values[values.Count / 2]) / 2;
    }
}
