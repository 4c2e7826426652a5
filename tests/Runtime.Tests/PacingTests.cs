using System.Collections.Concurrent;
using BatchMigrate.Runtime.Tests.Support;

namespace BatchMigrate.Runtime.Tests;

public class PacingTests
{
    private static readonly TimeSpan Pacing = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Starts_are_at_least_the_pacing_apart()
    {
        var starts = new ConcurrentQueue<long>();
        var batch = Batch.RunAsync(
            Enumerable.Range(0, 4),
            (item, _) =>
            {
                starts.Enqueue(_clock.GetTimestamp());
                return Task.FromResult(item);
            },
            new BatchOptions { Pacing = Pacing, TimeProvider = _clock });
        for (var i = 1; i < 4; i++)
        {
            await _clock.TimerSetAsync();
            Assert.Equal(i, starts.Count);
            _clock.Advance(Pacing);
        }

        Assert.Equal(4, (await batch).Count);
        var times = starts.Select(ticks => TimeSpan.FromTicks(ticks)).ToArray();
        Assert.All(times.Zip(times.Skip(1), (a, b) => b - a), gap => Assert.True(gap >= Pacing));
    }

    [Fact]
    public async Task A_timer_that_fires_early_does_not_shorten_the_pacing()
    {
        var calls = 0;
        var batch = Batch.RunAsync(
            [0, 1],
            (_, _) => Task.FromResult(Interlocked.Increment(ref calls)),
            new BatchOptions { Pacing = Pacing, TimeProvider = new EarlyTimers(_clock) });
        await _clock.TimerSetAsync();
        _clock.Advance(Pacing * 0.5);
        await _clock.TimerSetAsync();
        Assert.Equal(1, calls);
        _clock.Advance(Pacing * 0.5);
        Assert.Equal(2, (await batch).Count);
    }

    [Fact]
    public async Task Waiting_for_pacing_is_not_part_of_an_items_time_and_skipped_items_take_no_turn()
    {
        var batch = FakeChatClient.Echo.CompleteBatchAsync([null, "a", null, "b"], batchOptions: new BatchOptions { Pacing = Pacing, TimeProvider = _clock });
        await _clock.TimerSetAsync();
        _clock.Advance(Pacing);
        var result = await batch;
        Assert.Equal(Pacing, result.Elapsed);
        Assert.All(result, item => Assert.Equal(TimeSpan.Zero, item.Elapsed));
        Assert.Equal([0, 1, 0, 1], result.Select(item => item.Attempts));
    }

    [Fact]
    public async Task Streams_and_blocking_batches_are_paced_too()
    {
        var options = new BatchOptions { Pacing = Pacing, TimeProvider = _clock };
        var run = Task.Run(() => Batch.Run([1, 2], (item, _) => (item, Thread.CurrentThread.IsThreadPoolThread), options));
        await _clock.TimerSetAsync();
        _clock.Advance(Pacing);
        // Blocking operations have threads of their own and stay on them after the wait.
        Assert.All(await run, item => Assert.False(item.Response.IsThreadPoolThread));

        await using var stream = Batch.StreamAsync([1, 2], (item, _) => Task.FromResult(item), options).GetAsyncEnumerator();
        Assert.True(await stream.MoveNextAsync());
        var second = stream.MoveNextAsync();
        await _clock.TimerSetAsync();
        Assert.False(second.IsCompleted);
        _clock.Advance(Pacing);
        Assert.True(await second);
    }

    /// <summary>Timers that are due after half of the time asked for.</summary>
    private sealed class EarlyTimers(TimeProvider inner) : TimeProvider
    {
        private bool _first = true;

        public override long TimestampFrequency => inner.TimestampFrequency;

        public override long GetTimestamp() => inner.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var due = _first ? dueTime / 2 : dueTime;
            _first = false;
            return inner.CreateTimer(callback, state, due, period);
        }
    }
}
