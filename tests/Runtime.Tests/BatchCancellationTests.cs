using BatchMigrate.Runtime.Tests.Support;

namespace BatchMigrate.Runtime.Tests;

public sealed class BatchCancellationTests : IDisposable
{
    private readonly CancellationTokenSource _caller = new();

    public void Dispose() => _caller.Dispose();

    [Fact]
    public async Task A_token_that_is_cancelled_already_lets_nothing_start()
    {
        await _caller.CancelAsync();
        var source = new ProbeSource(3);
        var batch = Batch.RunAsync(source, (item, _) => Task.FromResult(item), cancellationToken: _caller.Token);
        await AssertCanceledAsync(batch);
        Assert.Equal(0, source.Pulled);
    }

    [Fact]
    public async Task Cancelling_ends_the_calls_under_way_and_starts_no_more()
    {
        var source = new ProbeSource(10);
        var gates = new Gates();
        var batch = Batch.RunAsync(source, gates.Operation(), Patient(3), _caller.Token);
        await gates.StartedAsync([0, 1, 2]);

        await _caller.CancelAsync();
        await AssertCanceledAsync(batch);
        Assert.Equal(3, gates.StartedCount);
        Assert.Equal(0, gates.Running);
        Assert.Equal(3, source.Pulled);
        Assert.Equal(1, source.Disposed);
    }

    [Fact]
    public async Task A_call_that_ignores_its_token_does_not_hold_up_the_cancellation()
    {
        var source = new ProbeSource(10);
        var gates = new Gates();
        var progress = new RecordingProgress();
        var batch = Batch.RunAsync(source, gates.Operation(ignoreToken: true), new BatchOptions { MaxConcurrency = 2, Progress = progress }, _caller.Token);
        await gates.StartedAsync([0, 1]);

        await _caller.CancelAsync();
        await AssertCanceledAsync(batch);
        Assert.Equal(1, source.Disposed);
        var final = Assert.Single(progress.Reports, report => report.IsFinal);
        Assert.Equal(2, final.InFlight);

        // What ends later disturbs nobody.
        gates.Fail(0, new FormatException());
        gates.Open(1);
        Assert.Equal(2, gates.StartedCount);
        Assert.True(progress.Reports[^1].IsFinal);
    }

    [Fact]
    public async Task Cancelling_while_the_source_blocks_is_not_held_up_and_the_source_is_disposed_later()
    {
        using var release = new ManualResetEventSlim();
        var blocked = new TaskCompletionSource();
        var source = new ProbeSource(10, before: i =>
        {
            if (i == 1)
            {
                blocked.SetResult();
                release.Wait();
            }
        });
        var batch = Batch.RunAsync(source, (item, _) => Task.FromResult(item), cancellationToken: _caller.Token);
        await blocked.Task;

        await _caller.CancelAsync();
        await AssertCanceledAsync(batch);
        Assert.Equal(0, source.Disposed);
        release.Set();
        await source.WasDisposed.Task;
        Assert.Equal(1, source.Disposed);
    }

    [Fact]
    public async Task Cancelling_from_inside_the_source_or_an_operation_works()
    {
        var source = new ProbeSource(10, before: i =>
        {
            if (i == 1)
            {
                _caller.Cancel();
            }
        });
        await AssertCanceledAsync(Batch.RunAsync(source, (item, _) => Task.FromResult(item), cancellationToken: _caller.Token));
        Assert.Equal(1, source.Disposed);

        using var second = new CancellationTokenSource();
        var batch = Batch.RunAsync(
            Enumerable.Range(0, 10),
            (item, _) =>
            {
                second.Cancel();
                return Task.FromResult(item);
            },
            new BatchOptions { MaxConcurrency = 1 },
            second.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch);
    }

    [Fact]
    public async Task Cancelling_while_waiting_for_pacing_works()
    {
        var clock = new FakeTimeProvider();
        var gates = new Gates();
        gates.Open(0);
        var options = new BatchOptions { Pacing = TimeSpan.FromMinutes(1), TimeProvider = clock, CancellationGrace = Timeout.InfiniteTimeSpan };
        var batch = Batch.RunAsync(Enumerable.Range(0, 10), gates.Operation(), options, _caller.Token);
        await gates.StartedAsync(0);
        await clock.TimerSetAsync();

        await _caller.CancelAsync();
        await AssertCanceledAsync(batch);
        Assert.Equal(1, gates.StartedCount);
    }

    [Fact]
    public async Task A_cancelled_batch_is_never_a_shorter_result_even_if_the_calls_under_way_end_well()
    {
        var source = new ProbeSource(10);
        var gates = new Gates();
        var batch = Batch.RunAsync(source, gates.Operation(ignoreToken: true), Patient(2), _caller.Token);
        await gates.StartedAsync([0, 1]);
        await _caller.CancelAsync();
        await source.WasDisposed.Task;
        gates.Open([0, 1]);
        await AssertCanceledAsync(batch);
    }

    [Fact]
    public async Task A_batch_whose_items_have_all_ended_in_spite_of_the_cancellation_keeps_its_results()
    {
        var gates = new Gates();
        // The second worker finds the end of the source while the first is under way.
        var source = new ProbeSource(1);
        var batch = Batch.RunAsync(source, gates.Operation(ignoreToken: true), Patient(2), _caller.Token);
        await gates.StartedAsync(0);
        await source.WasDisposed.Task;
        await _caller.CancelAsync();
        gates.Open(0);
        Assert.Equal(0, Assert.Single(await batch).Response);
    }

    [Fact]
    public async Task The_synchronous_twin_is_cancelled_too()
    {
        var started = new TaskCompletionSource();
        var run = Task.Run(() => Batch.Run<int, int>(
            [1, 2],
            (_, cancellationToken) =>
            {
                started.TrySetResult();
                cancellationToken.WaitHandle.WaitOne();
                throw new OperationCanceledException(cancellationToken);
            },
            cancellationToken: _caller.Token));
        await started.Task;
        await _caller.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Equal(_caller.Token, exception.CancellationToken);
    }

    // Waits for calls to unwind as long as they take, so that no test depends on the speed of the machine.
    private static BatchOptions Patient(int max) => new() { MaxConcurrency = max, CancellationGrace = Timeout.InfiniteTimeSpan };

    private async Task AssertCanceledAsync(Task batch)
    {
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch);
        Assert.Equal(_caller.Token, exception.CancellationToken);
        Assert.True(batch.IsCanceled);
    }
}
