using System.Runtime.CompilerServices;
using BatchMigrate.Runtime.Tests.Support;

namespace BatchMigrate.Runtime.Tests;

/// <summary>Operations that give a stream.</summary>
public sealed class StreamedResultsTests
{
    [Fact]
    public async Task Each_stream_is_read_to_its_end_and_stands_where_its_item_does()
    {
        var batch = await Batch.RunAsync([2, 0, 3], static (item, _) => CountAsync(item));

        Assert.Equal([[0, 1], [], [0, 1, 2]], batch.Select(item => item.Response));
        Assert.Equal([0, 1, 2], batch.Select(item => item.Index));
    }

    [Fact]
    public async Task Streams_are_read_at_once_up_to_the_limit()
    {
        var gates = new Gates();
        var batch = Batch.RunAsync(Enumerable.Range(0, 6), (item, token) => GatedAsync(gates, item, token), new BatchOptions { MaxConcurrency = 3 });
        await gates.StartedAsync(Enumerable.Range(0, 3));
        Assert.Equal(3, gates.StartedCount);

        gates.Open(Enumerable.Range(0, 6));
        Assert.Equal(6, (await batch).Count);
        Assert.Equal(3, gates.Peak);
    }

    [Fact]
    public async Task A_stream_that_breaks_is_the_error_of_its_item_alone()
    {
        var batch = await Batch.RunAsync([1, 2, 3], static (item, _) => item == 2 ? BreakAsync() : CountAsync(item));

        Assert.Equal([true, false, true], batch.Select(item => item.Succeeded));
        Assert.Equal("half-way", Assert.IsType<InvalidOperationException>(batch[1].Error).Message);
        Assert.Equal("half-way", Assert.Throws<InvalidOperationException>(() => batch[1].Response).Message);
    }

    [Fact]
    public async Task An_operation_that_throws_or_gives_nothing_fails_its_item()
    {
        var batch = await Batch.RunAsync([1, 2], static (item, _) => item == 1 ? throw new FormatException("bad") : (IAsyncEnumerable<int>)null!);

        Assert.IsType<FormatException>(batch[0].Error);
        Assert.Contains("null instead of a stream", batch[1].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_reaches_the_stream_whether_or_not_the_operation_hands_it_on()
    {
        using var source = new CancellationTokenSource();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var batch = Batch.RunAsync([1], (_, _) => WaitAsync(reached, CancellationToken.None), cancellationToken: source.Token);
        await reached.Task;

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch);
    }

    [Fact]
    public void A_null_argument_throws_at_the_call()
    {
        Assert.Throws<ArgumentNullException>("items", () => { _ = Batch.RunAsync((IEnumerable<int>)null!, static (item, _) => CountAsync(item)); });
        Assert.Throws<ArgumentNullException>("operation", () => { _ = Batch.RunAsync([1], (Func<int, CancellationToken, IAsyncEnumerable<int>>)null!); });
    }

    private static async IAsyncEnumerable<int> CountAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    private static async IAsyncEnumerable<int> BreakAsync()
    {
        await Task.Yield();
        yield return 1;
        throw new InvalidOperationException("half-way");
    }

    private static async IAsyncEnumerable<int> GatedAsync(Gates gates, int item, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await gates.Operation()(item, cancellationToken);
    }

    private static async IAsyncEnumerable<int> WaitAsync(TaskCompletionSource reached, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        reached.SetResult();
        yield return await new TaskCompletionSource<int>().Task.WaitAsync(cancellationToken);
    }
}
