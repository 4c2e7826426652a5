using BatchMigrate.Runtime.Tests.Support;

namespace BatchMigrate.Runtime.Tests;

/// <summary>Reading a result back as code does that awaits all tasks of a fan-out.</summary>
public class BatchReadingTests
{
    private static readonly string[] Names = ["zero", "one", "two", "three"];

    [Fact]
    public async Task Map_with_sources_shows_every_item_in_order_also_failed_ones()
    {
        var result = await RunAsync(failing: 1);
        var seen = new List<string>();
        var mapped = result.Map(Names, (name, item) =>
        {
            seen.Add($"{name} {item.Index}");
            try
            {
                return item.Response;
            }
            catch (FormatException)
            {
                return -1;
            }
        });

        Assert.Equal(["zero 0", "one 1", "two 2", "three 3"], seen);
        Assert.Equal([0, -1, 2, 3], mapped.GetResponses());
        Assert.Empty(mapped.Failed);
        Assert.Equal(result.Elapsed, mapped.Elapsed);
        Assert.All(mapped, item => Assert.Equal(1, item.Attempts));
    }

    [Fact]
    public async Task An_exception_of_the_map_is_the_error_of_its_item_and_the_others_are_still_mapped()
    {
        var seen = new List<int>();
        var mapped = (await RunAsync(failing: 1)).Map(Names, (_, item) =>
        {
            seen.Add(item.Index);
            return item.Index == 3 ? throw new NotSupportedException() : $"<{item.Response}>";
        });

        Assert.Equal([0, 1, 2, 3], seen);
        Assert.Equal([1, 3], mapped.Failed.Select(item => item.Index));
        Assert.Equal("<2>", mapped[2].Response);
        Assert.Equal("1", Assert.Throws<FormatException>(mapped.GetResponses).Message);
    }

    [Fact]
    public async Task Apply_gives_the_sources_back()
    {
        var seen = new List<string>();
        var applied = (await RunAsync(failing: 2)).Apply(Names, (name, item) => seen.Add($"{name} {item.Response}"));
        Assert.Equal(["zero 0", "one 1", "three 3"], seen);
        Assert.Equal("three", applied[3].Response);
        Assert.Equal("2", Assert.Throws<FormatException>(() => applied.ThrowIfFailed()).Message);
    }

    [Fact]
    public async Task An_item_without_a_request_is_shown_as_well()
    {
        var result = await FakeChatClient.Echo.CompleteBatchAsync(["a", null]);
        var skipped = new List<bool>();
        var applied = result.Apply(Names[..2], (_, item) => skipped.Add(item.Skipped)).ThrowIfFailed();
        Assert.Equal([false, true], skipped);
        Assert.Equal(result.Usage, applied.Usage);
    }

    [Fact]
    public async Task Another_number_of_sources_is_refused_before_anything_is_done()
    {
        var result = await RunAsync(failing: null);
        Assert.StartsWith("There are 3 sources for 4 items.", Assert.Throws<ArgumentException>("sources", () => result.Map(Names[..3], (_, _) => 0)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("sources", () => result.Apply(Names.Append("four").Where(static _ => true), (_, _) => Assert.Fail("Nothing is done.")));
    }

    [Fact]
    public async Task Null_arguments_are_named()
    {
        var result = await RunAsync(failing: null);
        Assert.Throws<ArgumentNullException>("map", () => result.Map<string, int>(Names, null!));
        Assert.Throws<ArgumentNullException>("sources", () => result.Map<string, int>(null!, (_, _) => 0));
        Assert.Throws<ArgumentNullException>("apply", () => result.Apply(Names, null!));
        Assert.Throws<ArgumentNullException>("sources", () => result.Apply<string>(null!, (_, _) => { }));
    }

    [Fact]
    public async Task What_leaves_is_what_awaiting_all_tasks_throws()
    {
        Exception?[][] all =
        [
            [null, null], [new FormatException("a"), null], [new FormatException("a"), new NotSupportedException("b")], [new OperationCanceledException("c"), new FormatException("a")],
            [new TaskCanceledException("c"), new OperationCanceledException("d")], [null, new TaskCanceledException("c")],
        ];
        foreach (var errors in all)
        {
            var tasks = errors.Select(static async error =>
            {
                await Task.CompletedTask;
                return error is null ? 1 : throw error;
            });
            var expected = await Record.ExceptionAsync(() => Task.WhenAll(tasks));
            var result = await Batch.RunAsync(errors, static async (error, _) =>
            {
                await Task.CompletedTask;
                return error is null ? 1 : throw error;
            });
            Assert.Same(expected, Record.Exception(() => result.ThrowIfFailed()));
            Assert.Same(expected, Record.Exception(result.GetResponses));
        }
    }

    [Fact]
    public async Task All_exceptions_leave_together_also_where_there_is_one()
    {
        var all = await RunAsync(failing: null);
        Assert.Same(all, all.ThrowAllIfFailed());
        Assert.Same(all, all.ThrowIfFailed());
        var one = await RunAsync(failing: 2);
        Assert.Equal("2", Assert.Throws<AggregateException>(() => one.ThrowAllIfFailed()).InnerExceptions.Single().Message);
    }

    [Fact]
    public async Task Responses_of_skipped_items_are_not_there() =>
        Assert.Throws<InvalidOperationException>((await FakeChatClient.Echo.CompleteBatchAsync(["a", null])).GetResponses);

    [Fact]
    public async Task Operations_without_a_result_give_their_items_back()
    {
        var done = new System.Collections.Concurrent.ConcurrentBag<int>();
        var result = await Batch.RunAsync([1, 2, 3], async (item, _) =>
        {
            await Task.Yield();
            done.Add(item);
            if (item == 2)
            {
                throw new FormatException();
            }
        });
        Assert.Equal([1, 2, 3], done.Order());
        Assert.Equal(3, result[2].Response);
        Assert.IsType<FormatException>(result[1].Error);

        var blocking = Batch.Run([1, 2, 3], (item, _) => { done.Add(item); });
        Assert.Equal([1, 2, 3], blocking.GetResponses());
        Assert.Equal(6, done.Count);
    }

    [Fact]
    public async Task An_operation_with_a_result_is_taken_for_one_however_it_is_written()
    {
        BatchResult<string> lambda = await Batch.RunAsync([1], (item, _) => NameAsync(item, default));
        BatchResult<string> asyncLambda = await Batch.RunAsync([1], async (item, token) => await NameAsync(item, token));
        BatchResult<string> blocking = Batch.Run([1], (item, _) => item.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(["1", "1", "1"], [lambda[0].Response, asyncLambda[0].Response, blocking[0].Response]);
    }

    [Fact]
    public void Null_arguments_of_operations_without_a_result_are_named()
    {
        Assert.Throws<ArgumentNullException>("items", () => { _ = Batch.RunAsync<int>(null!, (_, _) => Task.CompletedTask); });
        Assert.Throws<ArgumentNullException>("operation", () => { _ = Batch.RunAsync<int>([], null!); });
        Assert.Throws<ArgumentNullException>("items", () => Batch.Run<int>(null!, (_, _) => { }));
        Assert.Throws<ArgumentNullException>("operation", () => Batch.Run<int>([], null!));
    }

    private static Task<string> NameAsync(int item, CancellationToken cancellationToken) => Task.FromResult(item.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static Task<BatchResult<int>> RunAsync(int? failing) =>
        Batch.RunAsync([0, 1, 2, 3], async (item, _) =>
        {
            await Task.Yield();
            return item == failing ? throw new FormatException($"{item}") : item;
        });
}
