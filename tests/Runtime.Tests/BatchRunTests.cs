using BatchMigrate.Runtime.Tests.Support;

namespace BatchMigrate.Runtime.Tests;

public class BatchRunTests
{
    [Fact]
    public async Task Results_stand_in_the_order_of_the_input_whatever_the_order_of_completion()
    {
        var gates = new Gates();
        var batch = Batch.RunAsync(Enumerable.Range(0, 6), gates.Operation(), new BatchOptions { MaxConcurrency = 6 });
        await gates.StartedAsync(Enumerable.Range(0, 6));

        foreach (var item in new[] { 3, 5, 0, 4, 2, 1 })
        {
            gates.Open(item);
        }

        var result = await batch;
        Assert.Equal([0, 10, 20, 30, 40, 50], result.Select(item => item.Response));
        Assert.Equal([0, 1, 2, 3, 4, 5], result.Select(item => item.Index));
        Assert.All(result, item => Assert.True(item.Succeeded && !item.Skipped && item.Error is null && item.Attempts == 1));
        Assert.Empty(result.Failed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(64)]
    public async Task As_many_run_at_once_as_allowed_and_never_more(int max)
    {
        var items = max * 3;
        var gates = new Gates();
        var batch = Batch.RunAsync(Enumerable.Range(0, items), gates.Operation(), new BatchOptions { MaxConcurrency = max });

        await gates.StartedAsync(Enumerable.Range(0, max));
        Assert.Equal(max, gates.StartedCount);
        for (var item = 0; item < items; item++)
        {
            // Each end makes room for exactly the next item.
            gates.Open(item);
            if (item + max < items)
            {
                await gates.StartedAsync(item + max);
                Assert.Equal(item + max + 1, gates.StartedCount);
            }
        }

        Assert.Equal(items, (await batch).Count);
        Assert.Equal(max, gates.Peak);
    }

    [Fact]
    public async Task Ten_run_at_once_without_options()
    {
        var gates = new Gates();
        var batch = Batch.RunAsync(Enumerable.Range(0, 25), gates.Operation());
        await gates.StartedAsync(Enumerable.Range(0, 10));
        Assert.Equal(10, gates.StartedCount);
        gates.Open(Enumerable.Range(0, 25));
        await batch;
        Assert.Equal(10, gates.Peak);
    }

    [Fact]
    public async Task One_failure_is_that_items_error_and_touches_no_other()
    {
        var result = await Batch.RunAsync(Enumerable.Range(0, 5), static async (item, _) =>
        {
            await Task.Yield();
            return item == 2 ? throw new FormatException("two") : item;
        });

        Assert.Equal([0, 1, 3, 4], result.Where(item => item.Succeeded).Select(item => item.Response));
        var failed = Assert.Single(result.Failed);
        Assert.Same(failed, result[2]);
        Assert.Equal(1, failed.Attempts);
        var thrown = Assert.Throws<FormatException>(() => failed.Response);
        Assert.Same(failed.Error, thrown);
        Assert.Contains(nameof(One_failure_is_that_items_error_and_touches_no_other), thrown.StackTrace!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_before_the_first_await_is_the_items_error_too()
    {
        var result = await Batch.RunAsync<int, int>([1, 2], (_, _) => throw new FormatException());
        Assert.All(result, item => Assert.IsType<FormatException>(item.Error));
    }

    [Fact]
    public async Task A_null_task_is_the_items_clear_error()
    {
        var result = await Batch.RunAsync([1, 2], (item, _) => item == 1 ? null! : Task.FromResult(item));
        Assert.Equal("The operation returned null instead of a task.", Assert.IsType<InvalidOperationException>(result[0].Error).Message);
        Assert.Equal(2, result[1].Response);
    }

    [Fact]
    public async Task Null_results_and_null_items_are_ordinary()
    {
        var result = await Batch.RunAsync<string?, string?>([null, "a"], (item, _) => Task.FromResult(item));
        Assert.Equal([null, "a"], result.Select(item => item.Response));
        Assert.All(result, item => Assert.True(item.Succeeded));
    }

    [Fact]
    public async Task Empty_input_gives_an_empty_result_without_a_call()
    {
        var result = await Batch.RunAsync<int, int>([], (_, _) => throw new InvalidOperationException("not to be called"));
        Assert.Empty(result);
        Assert.Equal(default, result.Usage);
        Assert.Same(result, result.EnsureSuccess());
    }

    [Fact]
    public async Task A_timeout_of_an_items_own_is_its_error_while_the_caller_has_not_cancelled()
    {
        using var caller = new CancellationTokenSource();
        var result = await Batch.RunAsync<int, int>(
            [0, 1],
            (item, _) => item == 0 ? throw new TaskCanceledException("its own timeout") : Task.FromResult(item),
            cancellationToken: caller.Token);
        Assert.IsType<TaskCanceledException>(result[0].Error);
        Assert.Equal(1, result[1].Response);
    }

    [Fact]
    public async Task Context_values_flow_in_and_do_not_leak_from_item_to_item()
    {
        var value = new AsyncLocal<string?> { Value = "caller" };
        var result = await Batch.RunAsync(Enumerable.Range(0, 50), (_, _) =>
        {
            var seen = value.Value;
            value.Value = "changed by an item";
            return Task.FromResult(seen);
        });
        Assert.All(result, item => Assert.Equal("caller", item.Response));
        Assert.Equal("caller", value.Value);
    }

    [Fact]
    public async Task Operations_run_outside_the_callers_synchronisation_context()
    {
        await PumpContext.RunAsync(async () =>
        {
            var result = await Batch.RunAsync([1, 2, 3], (_, _) => Task.FromResult(SynchronizationContext.Current));
            Assert.All(result, item => Assert.Null(item.Response));
            Assert.IsType<PumpContext>(SynchronizationContext.Current);
        });
    }

    [Fact]
    public async Task Elapsed_times_come_from_the_given_clock()
    {
        var clock = new FakeTimeProvider();
        var gates = new Gates();
        var batch = Batch.RunAsync([0, 1], gates.Operation(), new BatchOptions { TimeProvider = clock, MaxConcurrency = 1 });
        await gates.StartedAsync(0);
        clock.Advance(TimeSpan.FromSeconds(2));
        gates.Open(0);
        await gates.StartedAsync(1);
        clock.Advance(TimeSpan.FromSeconds(3));
        gates.Open(1);

        var result = await batch;
        Assert.Equal([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3)], result.Select(item => item.Elapsed));
        Assert.Equal(TimeSpan.FromSeconds(5), result.Elapsed);
    }
}
