using BatchMigrate.Runtime.Tests.Support;

namespace BatchMigrate.Runtime.Tests;

public class BlockingTests
{
    [Fact]
    public async Task Blocking_callers_under_a_synchronisation_context_do_not_wait_for_themselves() => await PumpContext.RunAsync(() =>
    {
        var openAI = new FakeChatClient(async (messages, _, _) =>
        {
            await Task.Yield();
            return FakeChatClient.TextOf(messages);
        });
        var common = new FakeAIClient(async (messages, _, _) =>
        {
            await Task.Yield();
            return FakeAIClient.TextOf(messages);
        });
        Assert.Equal(["a", "b"], openAI.CompleteBatch(["a", "b"]).Select(item => item.Response.Value.Content[0].Text));
        Assert.Equal(["a", "b"], common.CompleteBatch(["a", "b"]).Select(item => item.Response.Text));
        Assert.Equal(["a", "b"], common.CompleteBatchAsync(["a", "b"]).GetAwaiter().GetResult().Select(item => item.Response.Text));
        Assert.Equal([2, 3], Batch.Run([1, 2], (item, _) => item + 1).Select(item => item.Response));
        return Task.CompletedTask;
    });

    [Fact]
    public void Blocking_operations_really_run_at_once()
    {
        // Every operation waits for all the others: with fewer threads than operations this would never end.
        using var barrier = new Barrier(24);
        var result = Batch.Run(
            Enumerable.Range(0, 48),
            (item, cancellationToken) =>
            {
                barrier.SignalAndWait(cancellationToken);
                return item;
            },
            new BatchOptions { MaxConcurrency = 24 });
        Assert.Equal(Enumerable.Range(0, 48), result.Select(item => item.Response));
    }

    [Fact]
    public void The_synchronous_twin_uses_the_synchronous_method_of_the_client()
    {
        var client = new FakeChatClient((messages, _, _) => Task.FromResult(FakeChatClient.TextOf(messages)));
        client.CompleteBatch(["a", null, "b"]).EnsureSuccess();
        Assert.Equal((2, 0), (client.SyncCalls, client.AsyncCalls));
    }

    [Fact]
    public void Errors_are_item_by_item_and_a_throwing_source_leaves_as_it_is()
    {
        var result = Batch.Run([1, 2], (item, _) => item == 1 ? throw new FormatException() : item);
        Assert.IsType<FormatException>(result[0].Error);
        Assert.Equal(2, result[1].Response);
        Assert.Throws<FormatException>(() => Batch.Run(new ProbeSource(2, before: _ => throw new FormatException()), (item, _) => item));
        Assert.Empty(Batch.Run(Array.Empty<int>(), (item, _) => item));
    }
}
