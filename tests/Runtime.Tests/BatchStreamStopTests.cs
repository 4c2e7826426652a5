using BatchMigrate.Runtime.Tests.Support;

namespace BatchMigrate.Runtime.Tests;

public sealed class BatchStreamStopTests : IDisposable
{
    private readonly CancellationTokenSource _caller = new();

    public void Dispose() => _caller.Dispose();

    [Fact]
    public async Task Leaving_early_cancels_the_calls_under_way_and_waits_for_them()
    {
        var source = new ProbeSource(100);
        var gates = new Gates();
        var unwound = new TaskCompletionSource();
        var stream = Batch.StreamAsync(source, async (item, cancellationToken) =>
        {
            try
            {
                return await gates.Operation()(item, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                await unwound.Task;
                throw;
            }
        }, new BatchOptions { MaxConcurrency = 3 }).GetAsyncEnumerator();
        var next = stream.MoveNextAsync();
        await gates.StartedAsync([0, 1, 2]);
        gates.Open(0);
        Assert.True(await next);

        var leaving = stream.DisposeAsync().AsTask();
        Assert.False(leaving.IsCompleted);
        unwound.SetResult();
        await leaving;
        Assert.Equal(0, gates.Running);
        Assert.Equal(1, source.Disposed);
        Assert.InRange(gates.StartedCount, 3, 4);
    }

    [Fact]
    public async Task Leaving_early_by_an_exception_of_the_consumer_passes_that_exception()
    {
        var gates = new Gates();
        gates.Open(0);
        await Assert.ThrowsAsync<FormatException>(async () =>
        {
            await foreach (var item in Batch.StreamAsync(Enumerable.Range(0, 50), gates.Operation()))
            {
                throw new FormatException();
            }
        });
        Assert.Equal(0, gates.Running);
    }

    [Fact]
    public async Task Cancelling_while_the_consumer_waits_ends_the_stream_at_once()
    {
        var source = new ProbeSource(100);
        var gates = new Gates();
        await using var stream = Batch.StreamAsync(source, gates.Operation(), new BatchOptions { MaxConcurrency = 3, CancellationGrace = Timeout.InfiniteTimeSpan }, _caller.Token).GetAsyncEnumerator();
        var next = stream.MoveNextAsync();
        await gates.StartedAsync([0, 1, 2]);
        await _caller.CancelAsync();
        await AssertCanceledAsync(next);
        Assert.Equal(0, gates.Running);
        Assert.Equal(1, source.Disposed);
    }

    [Fact]
    public async Task Cancelling_is_not_held_up_by_a_call_that_ignores_its_token()
    {
        var gates = new Gates();
        await using var stream = Batch.StreamAsync([0, 1], gates.Operation(ignoreToken: true), null, _caller.Token).GetAsyncEnumerator();
        var next = stream.MoveNextAsync();
        await gates.StartedAsync([0, 1]);
        await _caller.CancelAsync();
        await AssertCanceledAsync(next);
        gates.Fail(0, new FormatException());
    }

    [Fact]
    public async Task Cancelling_between_two_items_ends_the_stream_at_the_next()
    {
        var gates = new Gates();
        gates.Open(0);
        await using var stream = Batch.StreamAsync([0, 1], gates.Operation(), null, _caller.Token).GetAsyncEnumerator();
        Assert.True(await stream.MoveNextAsync());
        await _caller.CancelAsync();
        await AssertCanceledAsync(stream.MoveNextAsync());
    }

    [Fact]
    public async Task Cancelling_while_the_source_is_awaited_is_not_held_up_and_the_source_is_disposed_later()
    {
        var waiting = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var disposed = new TaskCompletionSource();
        async IAsyncEnumerable<int> Source()
        {
            try
            {
                waiting.SetResult();
                await release.Task;
                yield return 1;
            }
            finally
            {
                disposed.SetResult();
            }
        }

        await using var stream = Batch.StreamAsync(Source(), (item, _) => Task.FromResult(item), null, _caller.Token).GetAsyncEnumerator();
        var next = stream.MoveNextAsync();
        await waiting.Task;
        await _caller.CancelAsync();
        await AssertCanceledAsync(next);
        Assert.False(disposed.Task.IsCompleted);
        release.SetResult();
        await disposed.Task;
    }

    [Fact]
    public async Task The_token_given_to_the_enumeration_counts_as_well()
    {
        var gates = new Gates();
        await using var stream = Batch.StreamAsync([0, 1], gates.Operation()).GetAsyncEnumerator(_caller.Token);
        var next = stream.MoveNextAsync();
        await gates.StartedAsync([0, 1]);
        await _caller.CancelAsync();
        await AssertCanceledAsync(next);
    }

    [Fact]
    public async Task A_stream_never_started_needs_no_care()
    {
        var source = new ProbeSource(3);
        await using (Batch.StreamAsync(source, (item, _) => Task.FromResult(item)).GetAsyncEnumerator())
        {
        }

        Assert.Equal(0, source.Pulled);
        await _caller.CancelAsync();
        await using var stream = Batch.StreamAsync(source, (item, _) => Task.FromResult(item), null, _caller.Token).GetAsyncEnumerator();
        await AssertCanceledAsync(stream.MoveNextAsync());
        Assert.Equal(0, source.Pulled);
    }

    [Fact]
    public async Task Leaving_early_is_said_in_the_log_and_the_last_report()
    {
        var log = new RecordingLoggerFactory();
        var progress = new RecordingProgress();
        await foreach (var item in Batch.StreamAsync([0, 1, 2], (item, _) => Task.FromResult(item), new BatchOptions { LoggerFactory = log, Progress = progress }))
        {
            break;
        }

        Assert.Contains(log.Lines, line => line.Event.Id == 4);
        Assert.True(progress.Reports[^1].IsFinal);
        Assert.Single(progress.Reports, report => report.IsFinal);
    }

    private async Task AssertCanceledAsync(ValueTask<bool> next)
    {
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
        Assert.Equal(_caller.Token, exception.CancellationToken);
    }
}
