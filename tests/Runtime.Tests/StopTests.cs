using System.Runtime.CompilerServices;
using BatchMigrate.Engine;
using BatchMigrate.Runtime.Tests.Support;

namespace BatchMigrate.Runtime.Tests;

/// <summary>Batches that stop before their end, timeouts, and what is kept then.</summary>
public class StopTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Collecting_is_the_default_and_sends_everything()
    {
        var result = await Run(FailureMode.Collect, _ => true, 30);
        Assert.All(result, item => Assert.Equal(1, item.Attempts));
        Assert.Null(result.StoppedBy);
        Assert.Same(FailureMode.Collect, new BatchOptions().OnFailure);
    }

    [Fact]
    public async Task Stop_on_first_sends_nothing_more_and_keeps_every_place()
    {
        var result = await Run(FailureMode.StopOnFirst, item => item == 3, 10);
        Assert.Equal([1, 1, 1, 1, 0, 0, 0, 0, 0, 0], result.Select(item => item.Attempts));
        Assert.Equal(Enumerable.Range(0, 10), result.Select(item => item.Index));
        Assert.IsType<FormatException>(result[3].Error);
        Assert.All(result.Skip(4), item => Assert.Same(result.StoppedBy, item.Error));
        var stopped = Assert.IsType<BatchStoppedException>(result.StoppedBy);
        Assert.Equal(BatchStopReason.Failures, stopped.Reason);
        Assert.Same(result[3].Error, stopped.InnerException);
    }

    [Fact]
    public async Task Stop_after_a_number_of_failures()
    {
        var result = await Run(FailureMode.StopAfter(3), item => item % 2 == 1, 20);
        Assert.Equal(6, result.Count(item => item.Attempts > 0));
    }

    [Fact]
    public async Task Stop_above_a_share_of_failures_looks_only_after_enough_items()
    {
        // The first four fail; the share is looked at from ten on, and then it is just at four of ten.
        Assert.Null((await Run(FailureMode.StopAboveShare(0.4, afterItems: 10), item => item < 4, 30)).StoppedBy);
        Assert.Equal(10, (await Run(FailureMode.StopAboveShare(0.4, afterItems: 10), item => item < 5, 30)).Count(item => item.Attempts > 0));
        Assert.Equal(1, (await Run(FailureMode.StopAboveShare(0, afterItems: 1), item => item == 0, 30)).Count(item => item.Attempts > 0));
    }

    [Fact]
    public async Task What_is_under_way_when_a_batch_stops_is_finished()
    {
        var gates = new Gates();
        var stopped = new TaskCompletionSource();
        var log = new RecordingLoggerFactory(also: @event =>
        {
            if (@event.Name == "BatchStopsSending")
            {
                stopped.SetResult();
            }
        });
        var batch = Batch.RunAsync(Enumerable.Range(0, 9), gates.Operation(), new BatchOptions { MaxConcurrency = 3, OnFailure = FailureMode.StopOnFirst, LoggerFactory = log });
        await gates.StartedAsync([0, 1, 2]);
        gates.Fail(1, new FormatException());
        await stopped.Task;
        gates.Open([0, 2]);
        var result = await batch;
        Assert.Equal([true, false, true], result.Take(3).Select(item => item.Succeeded));
        Assert.Equal([1, 1, 1, 0, 0, 0, 0, 0, 0], result.Select(item => item.Attempts));
    }

    [Fact]
    public void To_stop_after_the_end_leaves_no_exception_that_nobody_asks_for()
    {
        // As the batch's time does that is over in the last moment, and calls that were left to themselves.
        var unobserved = 0;
        void Count(object? sender, UnobservedTaskExceptionEventArgs e) =>
            unobserved += e.Exception.InnerException is ObjectDisposedException ? 1 : 0;
        TaskScheduler.UnobservedTaskException += Count;
        try
        {
            StopAfterTheEnd();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Assert.Equal(0, unobserved);
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Count;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void StopAfterTheEnd()
        {
            var flow = new BatchFlow(new BatchOptions(), total: 1, isModelCall: false, countedBy: null, CancellationToken.None);
            flow.Dispose();
            flow.Stop(new FormatException());
        }
    }

    [Fact]
    public async Task A_stream_that_stops_still_gives_every_item()
    {
        var items = await Batch.StreamAsync(
            Enumerable.Range(0, 200),
            (item, _) => item == 3 ? throw new FormatException() : Task.FromResult(item),
            new BatchOptions { MaxConcurrency = 1, OnFailure = FailureMode.StopOnFirst }).ToListAsync();
        Assert.Equal(Enumerable.Range(0, 200), items.Select(item => item.Index));
        Assert.Equal(4, items.Count(item => item.Attempts > 0));
    }

    [Fact]
    public async Task Items_that_wait_for_a_retry_end_with_their_own_error()
    {
        var error = FakeResponse.Error(500);
        var batch = Batch.RunAsync<int, int>(
            [0, 1],
            async (item, _) =>
            {
                if (item == 0)
                {
                    throw error;
                }

                await _clock.TimerSetAsync();
                throw new FormatException();
            },
            new BatchOptions { MaxConcurrency = 2, OnFailure = FailureMode.StopOnFirst, Retry = new RetryOptions(), TimeProvider = _clock });
        var result = await batch;
        Assert.Same(error, result[0].Error);
        Assert.Equal(1, result[0].Attempts);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_attempt_that_takes_too_long_is_a_timeout_and_retried(bool hearsToken)
    {
        var calls = 0;
        var (started, never) = (new TaskCompletionSource(), new TaskCompletionSource<int>());
        var batch = Batch.RunAsync(
            [7],
            (item, cancellationToken) =>
            {
                if (Interlocked.Increment(ref calls) > 1)
                {
                    return Task.FromResult(item);
                }

                started.SetResult();
                return never.Task.WaitAsync(hearsToken ? cancellationToken : CancellationToken.None);
            },
            new BatchOptions { Timeouts = new BatchTimeouts { Attempt = TimeSpan.FromSeconds(3) }, Retry = new RetryOptions { Jitter = () => 1 }, TimeProvider = _clock });
        await started.Task;
        await _clock.TimerSetAsync();
        _clock.Advance(TimeSpan.FromMilliseconds(2999));
        Assert.Equal(1, calls);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await _clock.TimerSetAsync();
        _clock.Advance(TimeSpan.FromMilliseconds(500));
        Assert.Equal(2, Assert.Single((await batch).EnsureSuccess()).Attempts);
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_fails_its_item_where_nothing_is_retried()
    {
        var batch = Batch.RunAsync(
            [7], Never, new BatchOptions { Timeouts = new BatchTimeouts { Attempt = TimeSpan.FromSeconds(3) }, TimeProvider = _clock });
        await _clock.TimerSetAsync();
        _clock.Advance(TimeSpan.FromSeconds(3));
        var item = Assert.Single(await batch);
        Assert.Equal("The attempt took longer than 00:00:03.", Assert.IsType<TimeoutException>(item.Error).Message);
        Assert.Equal(TimeSpan.FromSeconds(3), item.Elapsed);
    }

    [Fact]
    public async Task An_item_that_takes_too_long_with_its_waits_fails_and_the_others_go_on()
    {
        var error = FakeResponse.Error(429, ("Retry-After", "50"));
        var batch = Batch.RunAsync(
            [0, 1],
            (item, _) => item == 0 ? throw error : Task.FromResult(item),
            new BatchOptions { Timeouts = new BatchTimeouts { Item = TimeSpan.FromSeconds(5) }, Retry = new RetryOptions(), TimeProvider = _clock, MaxConcurrency = 1 });
        await _clock.TimerSetAsync();
        await _clock.TimerSetAsync();
        _clock.Advance(TimeSpan.FromSeconds(5));
        await _clock.TimerSetAsync();
        _clock.Advance(TimeSpan.FromSeconds(5));
        var result = await batch;
        Assert.All(result, item => Assert.Equal("The item took longer than 00:00:05.", Assert.IsType<TimeoutException>(item.Error).Message));
        Assert.Same(error, result[0].Error!.InnerException);
        Assert.Equal([1, 0], result.Select(item => item.Attempts));
    }

    [Fact]
    public async Task A_batch_that_takes_too_long_cancels_what_is_under_way_and_keeps_what_there_is()
    {
        var gates = new Gates();
        gates.Open([0, 1]);
        var batch = Batch.RunAsync(
            Enumerable.Range(0, 8), gates.Operation(), new BatchOptions { Timeouts = new BatchTimeouts { Batch = TimeSpan.FromMinutes(1) }, TimeProvider = _clock, MaxConcurrency = 2 });
        await gates.StartedAsync([2, 3]);
        _clock.Advance(TimeSpan.FromMinutes(1));
        var result = await batch;
        Assert.Equal([0, 10], result.Take(2).Select(item => item.Response));
        Assert.Equal(8, result.Count);
        Assert.All(result.Skip(2), item => Assert.Equal(BatchStopReason.Timeout, Assert.IsType<BatchStoppedException>(item.Error).Reason));
        Assert.Equal([1, 1, 1, 1, 0, 0, 0, 0], result.Select(item => item.Attempts));
        Assert.Equal("The batch took longer than 00:01:00.", result.StoppedBy!.Message);
    }

    [Fact]
    public async Task A_batch_that_takes_too_long_does_not_wait_for_operations_that_do_not_hear_their_token()
    {
        var started = new TaskCompletionSource();
        var batch = Batch.RunAsync(
            [7],
            (_, _) =>
            {
                started.SetResult();
                return new TaskCompletionSource<int>().Task;
            },
            new BatchOptions { Timeouts = new BatchTimeouts { Batch = TimeSpan.FromMinutes(1) }, TimeProvider = _clock });
        await started.Task;
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(BatchStopReason.Timeout, Assert.IsType<BatchStoppedException>(Assert.Single(await batch).Error).Reason);
    }

    [Fact]
    public async Task A_cancelled_batch_gives_what_had_ended()
    {
        using var caller = new CancellationTokenSource();
        var gates = new Gates();
        gates.Open([0, 2]);
        gates.Fail(1, new FormatException());
        var batch = Batch.RunAsync(Enumerable.Range(0, 9), gates.Operation(ignoreToken: true), new BatchOptions { MaxConcurrency = 2, CancellationGrace = TimeSpan.Zero }, caller.Token);
        await gates.StartedAsync([3, 4]);
        await caller.CancelAsync();
        var thrown = await Assert.ThrowsAsync<BatchCanceledException<int>>(() => batch);
        Assert.Equal(caller.Token, thrown.CancellationToken);
        Assert.Equal(5, thrown.Partial.Count);
        Assert.Equal([0, 20], thrown.Partial.Where(item => item.Succeeded).Select(item => item.Response));
        Assert.IsType<FormatException>(thrown.Partial[1].Error);

        // What abandoned calls bring later does not change it.
        gates.Open([3, 4]);
        Assert.All(thrown.Partial.Skip(3), item => Assert.IsAssignableFrom<OperationCanceledException>(item.Error));
    }

    [Fact]
    public void Modes_and_timeouts_say_what_is_wrong_with_them()
    {
        Assert.Throws<ArgumentOutOfRangeException>("count", () => FailureMode.StopAfter(0));
        Assert.Throws<ArgumentOutOfRangeException>("share", () => FailureMode.StopAboveShare(1.1));
        Assert.Throws<ArgumentOutOfRangeException>("share", () => FailureMode.StopAboveShare(-0.1));
        Assert.Throws<ArgumentOutOfRangeException>("afterItems", () => FailureMode.StopAboveShare(0.5, 0));
        Assert.Throws<ArgumentOutOfRangeException>("Attempt", () => new BatchTimeouts { Attempt = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>("Item", () => new BatchTimeouts { Item = TimeSpan.FromDays(2) });
        Assert.Throws<ArgumentOutOfRangeException>("Batch", () => new BatchTimeouts { Batch = TimeSpan.FromTicks(-1) });
        Assert.Throws<ArgumentNullException>("OnFailure", () => new BatchOptions { OnFailure = null! });
        Assert.Throws<ArgumentNullException>("Timeouts", () => new BatchOptions { Timeouts = null! });
        Assert.Throws<ArgumentNullException>("TokenEstimator", () => new BatchOptions { TokenEstimator = null! });
        Assert.Throws<ArgumentOutOfRangeException>("MaxErrorRetries", () => new RetryOptions { MaxErrorRetries = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("MaxRateLimitRetries", () => new RetryOptions { MaxRateLimitRetries = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("BaseDelay", () => new RetryOptions { BaseDelay = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>("MaxDelay", () => new RetryOptions { MaxDelay = TimeSpan.FromDays(2) });
        Assert.Throws<ArgumentOutOfRangeException>("MaxRetryAfter", () => new RetryOptions { MaxRetryAfter = TimeSpan.Zero });
        Assert.Throws<ArgumentNullException>("options", () => OpenAIClientOptionsBatchExtensions.UseBatchMigrate(null!));
    }

    private static Task<int> Never(int item, CancellationToken cancellationToken) => new TaskCompletionSource<int>().Task.WaitAsync(cancellationToken);

    private static Task<BatchResult<int>> Run(FailureMode mode, Predicate<int> fails, int count) => Batch.RunAsync(
        Enumerable.Range(0, count), (item, _) => fails(item) ? throw new FormatException() : Task.FromResult(item), new BatchOptions { MaxConcurrency = 1, OnFailure = mode });
}
