using BatchMigrate.Runtime.Tests.Support;

namespace BatchMigrate.Runtime.Tests;

public class PacingTests
{
    private static readonly TimeSpan Pacing = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Starts_are_at_least_the_pacing_apart()
    {
        var gates = new Gates();
        var batch = Batch.RunAsync(Enumerable.Range(0, 4), gates.Operation(), new BatchOptions { Pacing = Pacing, TimeProvider = _clock });
        for (var i = 0; i < 3; i++)
        {
            await gates.StartedAsync(i);
            await _clock.TimerSetAsync();
            _clock.Advance(Pacing - TimeSpan.FromTicks(1));
            Assert.Equal(i + 1, gates.StartedCount);
            _clock.Advance(TimeSpan.FromTicks(1));
        }

        await gates.StartedAsync(3);
        gates.Open(Enumerable.Range(0, 4));
        Assert.Equal(4, (await batch).Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Starts_are_in_the_order_of_the_input(bool streamed)
    {
        var gates = new Gates();
        gates.Open(Enumerable.Range(0, 30));
        var options = new BatchOptions { Pacing = Pacing, TimeProvider = _clock };
        async Task ReadAsync()
        {
            await foreach (var item in Batch.StreamAsync(Enumerable.Range(0, 30), gates.Operation(), options))
            {
                Assert.True(item.Succeeded);
            }
        }

        var batch = streamed ? ReadAsync() : Batch.RunAsync(Enumerable.Range(0, 30), gates.Operation(), options);
        for (var i = 0; i < 29; i++)
        {
            // The clock moves only when the next in order has started: another one in its place would leave the batch standing.
            await gates.StartedAsync(i);
            Assert.Equal(i + 1, gates.StartedCount);
            await _clock.TimerSetAsync();
            _clock.Advance(Pacing);
        }

        await batch;
    }

    [Fact]
    public async Task A_timer_that_fires_early_does_not_shorten_the_pacing()
    {
        var gates = new Gates();
        gates.Open([0, 1]);
        var batch = Batch.RunAsync([0, 1], gates.Operation(), new BatchOptions { Pacing = Pacing, TimeProvider = new EarlyTimers(_clock) });
        await gates.StartedAsync(0);
        await _clock.TimerSetAsync();
        _clock.Advance(Pacing * 0.5);
        await _clock.TimerSetAsync();
        Assert.Equal(1, gates.StartedCount);
        _clock.Advance(Pacing * 0.5);
        Assert.Equal(2, (await batch).Count);
    }

    [Fact]
    public async Task Waiting_for_pacing_is_not_part_of_an_items_time_and_skipped_items_take_no_turn()
    {
        var first = new TaskCompletionSource();
        var progress = new RecordingProgress(also: report =>
        {
            if (report.Completed > report.Skipped)
            {
                first.TrySetResult();
            }
        });
        var batch = FakeChatClient.Echo.CompleteBatchAsync(
            [null, "a", null, "b"], batchOptions: new BatchOptions { Pacing = Pacing, TimeProvider = _clock, Progress = progress });
        await first.Task;
        await _clock.TimerSetAsync();
        _clock.Advance(Pacing);
        var result = await batch;
        Assert.Equal(Pacing, result.Elapsed);
        Assert.All(result, item => Assert.Equal(TimeSpan.Zero, item.Elapsed));
        Assert.Equal([0, 1, 0, 1], result.Select(item => item.Attempts));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Waiting_for_pacing_does_not_use_up_the_time_that_an_item_may_take(bool packed)
    {
        using var ended = new SemaphoreSlim(0);
        var options = new BatchOptions
        {
            Pacing = Pacing,
            TimeProvider = _clock,
            Timeouts = new BatchTimeouts { Item = Pacing * 1.5 },
            Pack = new PackLimits { MaxItems = 1 },
            Progress = new RecordingProgress(also: _ => ended.Release()),
        };
        var gates = new Gates();
        gates.Open(Enumerable.Range(0, 3));
        Task<bool> batch = packed
            ? SucceedAsync(new FakeGenerator().EmbedBatchAsync(["a", "b", "c"], batchOptions: options))
            : SucceedAsync(Batch.RunAsync(Enumerable.Range(0, 3), gates.Operation(), options));
        for (var i = 0; i < 2; i++)
        {
            await ended.WaitAsync();
            // One for the time of the item that has started, and one for the start of the next.
            await _clock.TimerSetAsync();
            await _clock.TimerSetAsync();
            _clock.Advance(Pacing);
        }

        Assert.True(await batch);
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

    private static async Task<bool> SucceedAsync<T>(Task<BatchResult<T>> batch) => (await batch).All(item => item.Succeeded);

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
