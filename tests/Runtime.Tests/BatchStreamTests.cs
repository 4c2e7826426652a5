using BatchMigrate.Runtime.Tests.Support;

namespace BatchMigrate.Runtime.Tests;

public class BatchStreamTests
{
    public static TheoryData<bool> Both => [false, true];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Items_come_in_the_order_of_the_input_each_as_soon_as_it_is_due(bool asyncSource)
    {
        var gates = new Gates();
        await using var stream = Stream(new ProbeSource(5), gates, 5, asyncSource).GetAsyncEnumerator();
        var first = stream.MoveNextAsync();
        await gates.StartedAsync(Enumerable.Range(0, 5));

        gates.Open(1);
        Assert.False(first.IsCompleted);
        gates.Open(0);
        Assert.True(await first);
        Assert.Equal(0, stream.Current.Response);
        Assert.True(await stream.MoveNextAsync());
        Assert.Equal(10, stream.Current.Response);

        gates.Open([4, 3, 2]);
        var rest = new List<int>();
        while (await stream.MoveNextAsync())
        {
            rest.Add(stream.Current.Response);
        }

        Assert.Equal([20, 30, 40], rest);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_source_is_read_only_while_the_consumer_waits_and_only_a_bounded_way_ahead(bool asyncSource)
    {
        var source = new ProbeSource(100);
        var gates = new Gates();
        await using var stream = Stream(source, gates, 3, asyncSource).GetAsyncEnumerator();
        Assert.Equal(0, source.Pulled);
        var next = stream.MoveNextAsync();
        await gates.StartedAsync([0, 1, 2]);
        Assert.Equal(3, source.Pulled);

        // Behind a slow head the free slots go on, up to four times the window.
        gates.Open(Enumerable.Range(1, 11));
        await gates.StartedAsync(11);
        Assert.Equal(12, source.Pulled);
        gates.Open(0);
        Assert.True(await next);

        // Nobody waits: nothing is pulled, though slots are free.
        Assert.Equal(12, source.Pulled);
        Assert.True(await stream.MoveNextAsync());
        Assert.InRange(source.Pulled, 12, 13);
        Assert.True(gates.Peak <= 3);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task As_many_run_at_once_as_allowed_and_never_more(bool asyncSource)
    {
        var gates = new Gates();
        var read = ReadAsync(Stream(new ProbeSource(40), gates, 4, asyncSource));
        await gates.StartedAsync([0, 1, 2, 3]);
        gates.Open(Enumerable.Range(0, 40));
        Assert.Equal(Enumerable.Range(0, 40).Select(i => i * 10), (await read).Select(item => item.Response));
        Assert.Equal(4, gates.Peak);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_answer_does_not_wait_for_a_full_window(bool asyncSource)
    {
        // The first operation has ended before the second item is asked for: it is handed out after at most one more pull.
        var source = new ProbeSource(100);
        await using var stream = (asyncSource
            ? Batch.StreamAsync(source.AsAsync(), (item, _) => Task.FromResult(item), new BatchOptions { MaxConcurrency = 50 })
            : Batch.StreamAsync(source, (item, _) => Task.FromResult(item), new BatchOptions { MaxConcurrency = 50 })).GetAsyncEnumerator();
        Assert.True(await stream.MoveNextAsync());
        Assert.True(await stream.MoveNextAsync());
        Assert.Equal(1, stream.Current.Response);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_failed_item_is_an_item(bool asyncSource)
    {
        var source = new ProbeSource(3);
        Task<int> Operation(int item, CancellationToken cancellationToken) => item == 1 ? throw new FormatException() : Task.FromResult(item);
        var items = await ReadAsync(asyncSource ? Batch.StreamAsync(source.AsAsync(), Operation) : Batch.StreamAsync(source, Operation));
        Assert.Equal([true, false, true], items.Select(item => item.Succeeded));
        Assert.IsType<FormatException>(items[1].Error);
        Assert.Equal([0, 1, 2], items.Select(item => item.Index));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_throwing_source_leaves_in_its_place_after_the_items_before_it(bool asyncSource)
    {
        var source = new ProbeSource(9, before: i =>
        {
            if (i == 2)
            {
                throw new FormatException();
            }
        });
        var seen = new List<int>();
        await Assert.ThrowsAsync<FormatException>(async () =>
        {
            await foreach (var item in Stream(source, null, 5, asyncSource))
            {
                seen.Add(item.Response);
            }
        });
        Assert.Equal([0, 1], seen);
        Assert.Equal(1, source.Disposed);
    }

    [Fact]
    public async Task A_source_that_cannot_be_opened_leaves_when_the_first_item_is_asked_for()
    {
        await using var stream = Batch.StreamAsync(new Unopenable(), (item, _) => Task.FromResult(item)).GetAsyncEnumerator();
        await Assert.ThrowsAsync<FormatException>(async () => await stream.MoveNextAsync());
    }

    [Fact]
    public async Task Empty_input_gives_an_empty_stream()
    {
        Assert.Empty(await ReadAsync(Batch.StreamAsync(Array.Empty<int>(), (item, _) => Task.FromResult(item))));
        Assert.Empty(await ReadAsync(Batch.StreamAsync(new ProbeSource(0).AsAsync(), (item, _) => Task.FromResult(item))));
    }

    [Fact]
    public async Task A_stream_can_be_read_twice()
    {
        var stream = Batch.StreamAsync(Enumerable.Range(1, 2), (item, _) => Task.FromResult(item));
        Assert.Equal(2, (await ReadAsync(stream)).Count);
        Assert.Equal(2, (await ReadAsync(stream)).Count);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Source_and_preparation_run_in_the_consumers_context_and_calls_outside_it(bool asyncSource) => await PumpContext.RunAsync(async () =>
    {
        var context = SynchronizationContext.Current;
        var thread = Environment.CurrentManagedThreadId;
        var elsewhere = 0;
        void Look()
        {
            if (SynchronizationContext.Current != context || Environment.CurrentManagedThreadId != thread)
            {
                elsewhere++;
            }
        }

        var inContext = 0;
        var client = new FakeChatClient(async (messages, _, _) =>
        {
            inContext += SynchronizationContext.Current is null ? 0 : 1;
            await Task.Yield();
            return FakeChatClient.TextOf(messages);
        });
        var source = new ProbeSource(30, before: _ => Look());
        IEnumerable<OpenAI.Chat.ChatMessage> Prepare(int item)
        {
            Look();
            return [new OpenAI.Chat.UserChatMessage($"{item}")];
        }

        var options = new BatchOptions { MaxConcurrency = 3 };
        var stream = asyncSource
            ? client.CompleteBatchStreamingAsync(source.AsAsync(), Prepare, batchOptions: options)
            : client.CompleteBatchStreamingAsync(source, Prepare, batchOptions: options);
        var expected = 0;
        await foreach (var (number, item) in stream)
        {
            Look();
            Assert.Equal(expected++, number);
            Assert.Equal($"{number}", item.Response.Value.Content[0].Text);
        }

        Assert.Equal(30, expected);
        Assert.Equal(0, elsewhere);
        Assert.Equal(0, inContext);
    });

    private static IAsyncEnumerable<BatchItem<int>> Stream(ProbeSource source, Gates? gates, int max, bool asyncSource)
    {
        var operation = gates?.Operation() ?? ((item, _) => Task.FromResult(item));
        var options = new BatchOptions { MaxConcurrency = max };
        return asyncSource ? Batch.StreamAsync(source.AsAsync(), operation, options) : Batch.StreamAsync(source, operation, options);
    }

    private sealed class Unopenable : IEnumerable<int>
    {
        public IEnumerator<int> GetEnumerator() => throw new FormatException();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private static async Task<List<BatchItem<int>>> ReadAsync(IAsyncEnumerable<BatchItem<int>> stream)
    {
        var items = new List<BatchItem<int>>();
        await foreach (var item in stream)
        {
            items.Add(item);
        }

        return items;
    }
}
