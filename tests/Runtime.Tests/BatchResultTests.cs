using System.Runtime.CompilerServices;
using BatchMigrate.Runtime.Tests.Support;

namespace BatchMigrate.Runtime.Tests;

public class BatchResultTests
{
    [Fact]
    public async Task EnsureSuccess_throws_a_single_failure_as_it_was_thrown()
    {
        var result = await Batch.RunAsync([1, 2], (item, _) => item == 2 ? FailAsync() : Task.FromResult(item));
        var thrown = Assert.Throws<FormatException>(() => result.EnsureSuccess());
        Assert.Same(result[1].Error, thrown);
        Assert.Contains(nameof(FailAsync), thrown.StackTrace!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnsureSuccess_throws_several_failures_together_in_order()
    {
        var result = await Batch.RunAsync<int, int>([0, 1, 2], (item, _) => item == 1 ? Task.FromResult(1) : throw new FormatException($"{item}"));
        var thrown = Assert.Throws<AggregateException>(() => result.EnsureSuccess());
        Assert.Equal(["0", "2"], thrown.InnerExceptions.Select(inner => inner.Message));
        Assert.StartsWith("2 of 3 items of the batch failed.", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_an_error_many_times_does_not_grow_its_stack()
    {
        var result = await Batch.RunAsync([1], (_, _) => FailAsync());
        var first = Assert.Throws<FormatException>(() => result[0].Response).StackTrace!.Length;
        for (var i = 0; i < 10; i++)
        {
            Assert.Throws<FormatException>(() => result[0].Response);
        }

        Assert.Equal(first, Assert.Throws<FormatException>(() => result[0].Response).StackTrace!.Length);
    }

    [Fact]
    public async Task Map_works_item_by_item_in_order_and_keeps_errors_in_their_places()
    {
        var result = await Batch.RunAsync([0, 1, 2, 3], (item, _) => item == 1 ? FailAsync() : Task.FromResult(item));
        var seen = new List<int>();
        var mapped = result.Map(response =>
        {
            seen.Add(response);
            return response == 2 ? throw new NotSupportedException("two") : $"<{response}>";
        });

        Assert.Equal([0, 2, 3], seen);
        Assert.Equal("<0>", mapped[0].Response);
        Assert.Same(result[1].Error, mapped[1].Error);
        Assert.Contains(nameof(FailAsync), Assert.Throws<FormatException>(() => mapped[1].Response).StackTrace!, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => mapped[2].Response);
        Assert.Equal("<3>", mapped[3].Response);
        Assert.Equal(2, mapped.Failed.Count);
        Assert.Equal(result.Elapsed, mapped.Elapsed);
        Assert.All(mapped, item => Assert.Equal(1, item.Attempts));
        Assert.Throws<ArgumentNullException>("map", () => result.Map<int>(null!));
    }

    [Fact]
    public async Task Map_keeps_skipped_items_and_usage()
    {
        var result = await FakeChatClient.Echo.CompleteBatchAsync(["a", null, "b"]);
        var mapped = result.Map(response => response.Value.Content[0].Text).Map(text => text == "b" ? throw new FormatException() : text);
        Assert.Equal("a", mapped[0].Response);
        Assert.True(mapped[1].Skipped);
        Assert.IsType<FormatException>(mapped[2].Error);
        Assert.Equal(result.Usage, mapped.Usage);
        Assert.Equal(new BatchUsage(6, 4, 10, 2), mapped.Usage);
    }

    [Fact]
    public async Task A_result_is_a_list()
    {
        var result = await Batch.RunAsync([5, 6], (item, _) => Task.FromResult(item));
        var list = new List<int>();
        foreach (var item in result)
        {
            list.Add(item.Response);
        }

        Assert.Equal([5, 6], list);
        Assert.Equal([(1, 5), (2, 6)], Enumerable.Range(1, 2).Zip(result, (left, right) => (left, right.Response)));
        Assert.Throws<ArgumentOutOfRangeException>(() => result[2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => result[-1]);
        Assert.Equal(2, ((System.Collections.IEnumerable)result).Cast<BatchItem<int>>().Count());
    }

    [Fact]
    public void Usage_adds_up()
    {
        Assert.Equal(new BatchUsage(11, 22, 33, 44), new BatchUsage(1, 2, 3, 4) + new BatchUsage(10, 20, 30, 40));
        Assert.Throws<OverflowException>(() => BatchUsage.Add(new BatchUsage(long.MaxValue, 0, 0), new BatchUsage(1, 0, 0)));
    }

    [Fact]
    public async Task Items_never_show_their_content_as_text()
    {
        var result = await Batch.RunAsync(["secret"], (item, _) => Task.FromResult(item));
        Assert.Equal("BatchItem 0: Succeeded", result[0].ToString());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<int> FailAsync()
    {
        await Task.Yield();
        throw new FormatException("failed");
    }
}
