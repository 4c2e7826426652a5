using BatchMigrate.Runtime.Tests.Support;

namespace BatchMigrate.Runtime.Tests;

/// <summary>Random sources, operations and cancellations, each from its seed: whatever happens, every item is accounted for exactly once.</summary>
public class ChaosTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_item_is_accounted_for_exactly_once(int seed)
    {
        var random = new Random(seed);
        var count = random.Next(0, 400);
        var kinds = Enumerable.Range(0, count).Select(_ => random.Next(8)).ToArray();
        var max = random.Next(1, 20);
        var calls = new int[count];
        var running = 0;
        var tooMany = false;
        async Task<int> Operation(int item, CancellationToken cancellationToken)
        {
            tooMany |= Interlocked.Increment(ref running) > max;
            Interlocked.Increment(ref calls[item]);
            try
            {
                for (var i = 0; i < kinds[item]; i++)
                {
                    await Task.Yield();
                }

                return kinds[item] switch
                {
                    6 => throw new FormatException($"{item}"),
                    7 => throw new OperationCanceledException($"{item}"),
                    _ => item,
                };
            }
            finally
            {
                Interlocked.Decrement(ref running);
            }
        }

        var progress = new RecordingProgress();
        var options = new BatchOptions { MaxConcurrency = max, Progress = progress };
        Check(await Batch.RunAsync(Enumerable.Range(0, count).Where(_ => true), Operation, options));
        Assert.Equal((count, count), (progress.Reports[^1].Completed, progress.Reports[^1].Total));

        var streamed = new List<BatchItem<int>>();
        await foreach (var item in Batch.StreamAsync(new ProbeSource(count).AsAsync(), Operation, options))
        {
            streamed.Add(item);
        }

        Check(streamed);
        Assert.All(calls, made => Assert.Equal(2, made));
        Assert.False(tooMany);

        void Check(IReadOnlyList<BatchItem<int>> items)
        {
            Assert.Equal(Enumerable.Range(0, count), items.Select(item => item.Index));
            foreach (var item in items)
            {
                var expected = kinds[item.Index] switch { 6 => typeof(FormatException), 7 => typeof(OperationCanceledException), _ => null };
                Assert.Equal(expected, item.Error?.GetType());
                Assert.Equal($"{item.Index}", item.Succeeded ? $"{item.Response}" : item.Error!.Message);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Cancelling_anywhere_ends_the_batch_and_disposes_the_source_once(int seed)
    {
        using var caller = new CancellationTokenSource();
        var random = new Random(seed);
        var count = random.Next(1, 200);
        var at = random.Next(count + 20);
        var fromSource = random.Next(2) == 0;
        var source = new ProbeSource(count, before: i =>
        {
            if (fromSource && i == at)
            {
                caller.Cancel();
            }
        });
        async Task<int> Operation(int item, CancellationToken cancellationToken)
        {
            await Task.Yield();
            if (!fromSource && item == at)
            {
                await caller.CancelAsync();
            }

            cancellationToken.ThrowIfCancellationRequested();
            return item;
        }

        var batch = Batch.RunAsync(source, Operation, new BatchOptions { MaxConcurrency = random.Next(1, 12), CancellationGrace = Timeout.InfiniteTimeSpan }, caller.Token);
        if (at < count)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch);
        }
        else
        {
            Assert.Equal(count, (await batch).EnsureSuccess().Count);
        }

        await source.WasDisposed.Task;
        Assert.Equal(1, source.Disposed);
        Assert.False(source.Overlapped);
    }
}
