using System.ClientModel;
using OpenAI;
using OpenAI.Chat;
using SimulatedProvider;

namespace BatchMigrate.Runtime.Tests;

/// <summary>The real client library against the simulated provider, over HTTP.</summary>
public class HttpTests
{
    [Fact]
    public async Task Answers_come_back_in_order_with_their_usage()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions { AnswerWords = 50 });
        var prompts = Enumerable.Range(0, 60).Select(i => $"question number{i}").ToArray();
        var result = await Client(host).CompleteBatchAsync(prompts);

        result.EnsureSuccess();
        Assert.All(result, item => Assert.Contains($"number{item.Index}", item.Response.Value.Content[0].Text, StringComparison.Ordinal));
        Assert.Equal(60, host.Counters.Requests);
        Assert.Equal((host.Counters.InputTokens, host.Counters.OutputTokens), (result.Usage.InputTokens, result.Usage.OutputTokens));
        Assert.Equal(result.Usage.InputTokens + result.Usage.OutputTokens, result.Usage.TotalTokens);
        Assert.All(result, item => Assert.Equal(item.Response.Value.Usage.TotalTokenCount, item.Usage!.Value.TotalTokens));
    }

    [Fact]
    public async Task An_error_of_the_provider_is_its_items_error()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions());
        string?[] prompts = ["a", "b [simulate:400]", null, "c [simulate:500]", "d [simulate:drop]", "e"];
        var result = await Client(host).CompleteBatchAsync(prompts);

        Assert.Equal([true, false, false, false, false, true], result.Select(item => item.Succeeded));
        Assert.Equal(400, Assert.Throws<ClientResultException>(() => result[1].Response).Status);
        Assert.True(result[2].Skipped);
        Assert.Equal(500, Assert.Throws<ClientResultException>(() => result[3].Response).Status);
        Assert.NotNull(result[4].Error);
        Assert.Equal([1, 3, 4], result.Failed.Select(item => item.Index));
        Assert.Equal(5, host.Counters.Requests);
        Assert.Throws<AggregateException>(() => result.EnsureSuccess());
    }

    [Fact]
    public async Task The_provider_sees_exactly_the_allowed_number_at_once()
    {
        var arrived = 0;
        var full = new TaskCompletionSource();
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions
        {
            Gate = async (_, cancellationToken) =>
            {
                if (Interlocked.Increment(ref arrived) == 7)
                {
                    full.SetResult();
                }

                await full.Task.WaitAsync(cancellationToken);
            },
        });
        var result = await Client(host).CompleteBatchAsync(Enumerable.Range(0, 40).Select(i => $"{i}"), batchOptions: new BatchOptions { MaxConcurrency = 7 });
        result.EnsureSuccess();
        Assert.Equal(7, host.Counters.PeakConcurrency);
    }

    [Fact]
    public async Task Blocking_and_streaming_forms_work_over_the_wire()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions { AnswerWords = 50 });
        var client = Client(host);
        var prompts = Enumerable.Range(0, 25).Select(i => $"question number{i}").ToArray();
        var blocking = await Task.Run(() => client.CompleteBatch(prompts));
        Assert.All(blocking, item => Assert.Contains($"number{item.Index}", item.Response.Value.Content[0].Text, StringComparison.Ordinal));

        var expected = 0;
        await foreach (var (prompt, item) in client.CompleteBatchStreamingAsync(prompts, prompt => [new UserChatMessage(prompt)]))
        {
            Assert.Equal(prompts[expected], prompt);
            Assert.Equal(blocking[expected++].Response.Value.Content[0].Text, item.Response.Value.Content[0].Text);
        }

        Assert.Equal(25, expected);
        Assert.Equal(50, host.Counters.Requests);
    }

    [Fact]
    public async Task Cancelling_leaves_the_provider()
    {
        using var caller = new CancellationTokenSource();
        var arrived = new TaskCompletionSource();
        var never = new TaskCompletionSource();
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions
        {
            Gate = (_, cancellationToken) =>
            {
                arrived.TrySetResult();
                return never.Task.WaitAsync(cancellationToken);
            },
        });
        var batch = Client(host).CompleteBatchAsync(["a", "b"], cancellationToken: caller.Token);
        await arrived.Task;
        await caller.CancelAsync();
        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch);
        Assert.Equal(caller.Token, thrown.CancellationToken);
    }

    private static ChatClient Client(SimulatedProviderHost host) => new(
        "simulated",
        new ApiKeyCredential("none"),
        new OpenAIClientOptions { Endpoint = host.Endpoint, RetryPolicy = new System.ClientModel.Primitives.ClientRetryPolicy(0) });
}
