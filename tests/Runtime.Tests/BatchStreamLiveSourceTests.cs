using BatchMigrate.Runtime.Tests.Support;

namespace BatchMigrate.Runtime.Tests;

/// <summary>Streams whose asynchronous source has its next item only later: what is there is not held up by what is not.</summary>
public sealed class BatchStreamLiveSourceTests : IDisposable
{
    private static readonly BatchOptions Patient = new() { CancellationGrace = Timeout.InfiniteTimeSpan };
    private static readonly BatchOptions Impatient = new() { CancellationGrace = TimeSpan.Zero };

    private readonly CancellationTokenSource _caller = new();

    public static TheoryData<bool> Both => [false, true];

    public void Dispose() => _caller.Dispose();

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_item_may_come_only_after_the_answer_before_it_was_read(bool atOnce)
    {
        var source = new LiveSource();
        source.Give(0);
        var seen = new List<int>();
        await foreach (var item in Batch.StreamAsync(source, async (item, _) =>
        {
            if (!atOnce)
            {
                await Task.Yield();
            }

            return item;
        }))
        {
            seen.Add(item.Response);
            if (seen.Count < 50)
            {
                source.Give(seen.Count);
            }
            else
            {
                source.End();
            }
        }

        Assert.Equal(Enumerable.Range(0, 50), seen);
        Assert.Equal(51, source.Asked);
        Assert.False(source.Misused);
        Assert.True(source.Disposed.IsCompleted);
    }

    [Fact]
    public async Task An_answer_that_comes_while_the_source_waits_is_handed_out_and_the_source_is_not_asked_again()
    {
        var source = new LiveSource();
        var gates = new Gates();
        await using var stream = Batch.StreamAsync(source, gates.Operation()).GetAsyncEnumerator();
        source.Give(0, 1);
        var next = stream.MoveNextAsync().AsTask();
        await gates.StartedAsync([0, 1]);
        Assert.Equal(3, source.Asked);
        gates.Open([0, 1]);
        Assert.True(await next);
        Assert.True(await stream.MoveNextAsync());
        Assert.Equal(10, stream.Current.Response);
        Assert.Equal(3, source.Asked);

        // What comes while the consumer is busy is started when it waits again.
        source.Give(2);
        Assert.Equal(2, gates.StartedCount);
        next = stream.MoveNextAsync().AsTask();
        await gates.StartedAsync(2);
        Assert.False(next.IsCompleted);
        source.End();
        gates.Open(2);
        Assert.True(await next);
        Assert.Equal(20, stream.Current.Response);
        Assert.False(await stream.MoveNextAsync());
        Assert.False(source.Misused);
    }

    [Fact]
    public async Task A_source_that_throws_while_an_answer_is_handed_out_leaves_after_the_items_before_it()
    {
        var source = new LiveSource();
        var gates = new Gates();
        await using var stream = Batch.StreamAsync(source, gates.Operation()).GetAsyncEnumerator();
        source.Give(0, 1);
        var next = stream.MoveNextAsync().AsTask();
        await gates.StartedAsync([0, 1]);
        gates.Open(0);
        Assert.True(await next);

        source.End(new FormatException());
        next = stream.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);
        gates.Open(1);
        Assert.True(await next);
        Assert.Equal(10, stream.Current.Response);
        await Assert.ThrowsAsync<FormatException>(async () => await stream.MoveNextAsync());
        Assert.True(source.Disposed.IsCompleted);
        Assert.False(source.Misused);
    }

    [Fact]
    public async Task Leaving_early_cancels_a_waiting_source_and_disposes_it_after_its_end()
    {
        var source = new LiveSource();
        var stream = await AtFirstAnswerAsync(source, Patient);
        await stream.DisposeAsync();
        Assert.True(source.WasCanceled);
        Assert.True(source.Disposed.IsCompleted);
        Assert.False(source.Misused);
    }

    [Fact]
    public async Task Leaving_early_is_not_held_up_by_a_source_that_ignores_its_token()
    {
        var source = new LiveSource(ignoreToken: true);
        var stream = await AtFirstAnswerAsync(source, Impatient);
        await stream.DisposeAsync();
        Assert.False(source.Disposed.IsCompleted);
        source.End(new FormatException());
        await source.Disposed;
        Assert.False(source.Misused);
    }

    [Fact]
    public async Task Leaving_early_does_not_tell_what_the_source_threw_meanwhile()
    {
        var source = new LiveSource();
        var stream = await AtFirstAnswerAsync(source, Patient);
        source.End(new FormatException());
        await stream.DisposeAsync();
        Assert.True(source.Disposed.IsCompleted);
        Assert.False(source.Misused);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Cancelling_ends_a_stream_whose_source_waits(bool ignoreToken)
    {
        var source = new LiveSource(ignoreToken);
        await using var stream = await AtFirstAnswerAsync(source, ignoreToken ? Impatient : Patient);
        var next = stream.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);
        await _caller.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        Assert.Equal(_caller.Token, exception.CancellationToken);
        Assert.Equal(!ignoreToken, source.Disposed.IsCompleted);
        source.End();
        await source.Disposed;
        Assert.False(source.Misused);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_source_is_asked_in_the_consumers_context_while_it_waits_and_never_twice_at_a_time(bool inContext) =>
        await (inContext ? PumpContext.RunAsync(ReadRestlessSourceAsync) : Task.Run(ReadRestlessSourceAsync));

    private static async Task ReadRestlessSourceAsync()
    {
        const int count = 300;
        var context = SynchronizationContext.Current;
        var waits = false;
        var outside = 0;
        var source = new LiveSource { OnAsked = () => outside += Volatile.Read(ref waits) && SynchronizationContext.Current == context ? 0 : 1 };
        var writer = Task.Run(async () =>
        {
            for (var i = 0; i < count; i++)
            {
                source.Give(i);
                for (var pause = i % 4; pause > 0; pause--)
                {
                    await Task.Yield();
                }
            }

            source.End();
        });
        var stream = Batch.StreamAsync(source, async (item, _) =>
        {
            for (var pause = item % 7; pause > 0; pause--)
            {
                await Task.Yield();
            }

            return item;
        }, new BatchOptions { MaxConcurrency = 3 }).GetAsyncEnumerator();
        var seen = new List<int>();
        while (true)
        {
            Volatile.Write(ref waits, true);
            var more = await stream.MoveNextAsync();
            Volatile.Write(ref waits, false);
            if (!more)
            {
                break;
            }

            seen.Add(stream.Current.Response);
            await Task.Yield();
        }

        await stream.DisposeAsync();
        await writer;
        Assert.Equal(Enumerable.Range(0, count), seen);
        Assert.Equal(0, outside);
        Assert.False(source.Misused);
        Assert.True(source.Disposed.IsCompleted);
    }

    /// <summary>A stream whose first answer has been read and whose source has been asked for more.</summary>
    private async Task<IAsyncEnumerator<BatchItem<int>>> AtFirstAnswerAsync(LiveSource source, BatchOptions options)
    {
        var gates = new Gates();
        source.Give(0);
        var stream = Batch.StreamAsync(source, gates.Operation(), options, _caller.Token).GetAsyncEnumerator();
        var next = stream.MoveNextAsync().AsTask();
        gates.Open(0);
        Assert.True(await next);
        Assert.Equal(2, source.Asked);
        return stream;
    }
}
