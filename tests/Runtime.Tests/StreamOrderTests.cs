using BatchMigrate.Runtime.Tests.Support;

namespace BatchMigrate.Runtime.Tests;

public class StreamOrderTests
{
    private static BatchOptions Options(int max) => new() { MaxConcurrency = max, StreamOrder = BatchOrder.Completion };

    [Fact]
    public async Task Items_come_as_they_end()
    {
        var gates = new Gates();
        await using var stream = Batch.StreamAsync(Enumerable.Range(0, 5), gates.Operation(), Options(3)).GetAsyncEnumerator();
        var seen = new List<int>();
        foreach (var item in new[] { 2, 0, 4, 3, 1 })
        {
            var next = stream.MoveNextAsync().AsTask();
            await gates.StartedAsync(item);
            gates.Open(item);
            Assert.True(await next);
            seen.Add(stream.Current.Index);
            Assert.Equal(item * 10, stream.Current.Response);
        }

        Assert.False(await stream.MoveNextAsync());
        Assert.Equal([2, 0, 4, 3, 1], seen);
    }

    [Theory]
    [InlineData(BatchOrder.Input)]
    [InlineData(BatchOrder.Completion)]
    public async Task Every_item_comes_once_with_its_source(BatchOrder order)
    {
        var client = new FakeAIClient(async (messages, _, _) =>
        {
            for (var i = 0; i < FakeAIClient.TextOf(messages).Length; i++)
            {
                await Task.Yield();
            }

            return FakeAIClient.TextOf(messages);
        });
        var items = Enumerable.Range(0, 300).ToArray();
        var places = new List<int>();
        await foreach (var (source, item) in client.CompleteBatchStreamingAsync(
            items,
            number => number % 7 == 0 ? null : number % 11 == 0 ? throw new FormatException() : [new(Microsoft.Extensions.AI.ChatRole.User, new string('x', number % 13) + number)],
            batchOptions: new BatchOptions { StreamOrder = order, MaxConcurrency = 8 }))
        {
            places.Add(item.Index);
            Assert.Equal(source, item.Index);
            Assert.Equal(source % 7 == 0, item.Skipped);
            Assert.True(!item.Succeeded || item.Response.Text.EndsWith($"{source}", StringComparison.Ordinal));
        }

        Assert.Equal(items, order == BatchOrder.Input ? places : places.Order());
    }

    [Fact]
    public async Task Leaving_early_cancels_what_is_under_way_and_looks_a_bounded_way_ahead()
    {
        var source = new ProbeSource(int.MaxValue);
        var gates = new Gates();
        gates.Open(Enumerable.Range(1, 1000));
        await foreach (var item in Batch.StreamAsync(source, gates.Operation(), Options(2)))
        {
            // The first stands still all the while and holds up nobody.
            Assert.NotEqual(0, item.Index);
            if (item.Index >= 50)
            {
                break;
            }
        }

        Assert.Equal(0, gates.Running);
        Assert.Equal(1, source.Disposed);
        Assert.InRange(source.Pulled, 50, 60);
    }
}
