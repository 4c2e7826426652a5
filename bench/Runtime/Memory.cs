namespace BatchMigrate.Runtime.Bench;

/// <summary>What a stream holds in memory while it runs, beside the target; the bound is nothing that grows with the number of items.</summary>
internal static class Memory
{
    public static async Task RunAsync()
    {
        Console.WriteLine("Memory of a stream, 64 slots, the most that was alive at any of 20 collections on the way");
        Console.WriteLine($"{"items",10} {"KiB",8} {"at most",8}");
        foreach (var items in new[] { 100_000, 1_000_000 })
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var (most, seen) = (0L, 0);
            await foreach (var item in Batch.StreamAsync(
                Enumerable.Range(0, items),
                static async (item, _) =>
                {
                    await Task.Yield();
                    return item;
                },
                new BatchOptions { MaxConcurrency = 64 }))
            {
                if (++seen % (items / 20) == 0)
                {
                    most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
                }
            }

            Console.WriteLine($"{items,10:N0} {most / 1024,8:N0} {16 * 1024,8:N0} {(most > 16 * 1024 * 1024 ? "missed" : "")}");
        }
    }
}
