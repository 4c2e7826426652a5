using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Chat;
using SimulatedProvider;

namespace BatchMigrate.Runtime.Tests;

/// <summary>One retry loop: the real client library against the simulated provider, over HTTP.</summary>
public class HttpRetryTests
{
    private static readonly RetryOptions Quick = new() { BaseDelay = TimeSpan.FromMilliseconds(1) };

    [Theory]
    [InlineData("500")]
    [InlineData("502")]
    [InlineData("503")]
    [InlineData("409")]
    [InlineData("529")]
    [InlineData("429")]
    [InlineData("drop")]
    [InlineData("cut")]
    public async Task A_passing_failure_is_retried_by_the_batch_and_by_nobody_else(string fault)
    {
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions { RetryAfter = TimeSpan.FromMilliseconds(1), RateLimitHeaders = RateLimitHeaders.RetryAfterMs });
        // Also with the batch's defaults, which retry because the client leaves that to them.
        foreach (var retry in new[] { Quick, null })
        {
            host.Reset();
            var result = await Client(host).CompleteBatchAsync(["a", $"b [simulate:{fault}*1]", "c"], batchOptions: new BatchOptions { Retry = retry });
            result.EnsureSuccess();
            Assert.Equal([1, 2, 1], result.Select(item => item.Attempts));
            Assert.Equal(4, host.Counters.Requests);
        }
    }

    [Fact]
    public async Task A_lasting_failure_ends_with_the_budget()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions());
        var result = await Client(host).CompleteBatchAsync(["a [simulate:500]", "b [simulate:400]"], batchOptions: new BatchOptions { Retry = Quick });
        Assert.Equal([4, 1], result.Select(item => item.Attempts));
        Assert.Equal(500, Assert.IsType<ClientResultException>(result[0].Error).Status);
        Assert.NotNull(result[0].GaveUpBecause);
        Assert.Equal(5, host.Counters.Requests);
    }

    [Theory]
    [InlineData("quota")]
    [InlineData("401")]
    public async Task An_account_failure_stops_the_run(string fault)
    {
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions());
        var prompts = Enumerable.Range(0, 50).Select(i => i == 3 ? $"{i} [simulate:{fault}]" : $"{i}");
        var result = await Client(host).CompleteBatchAsync(prompts, batchOptions: new BatchOptions { MaxConcurrency = 1 });
        Assert.Equal(50, result.Count);
        Assert.Equal(4, host.Counters.Requests);
        Assert.Same(result[3].Error, result.StoppedBy);
    }

    [Fact]
    public async Task Content_filter_and_length_are_answers()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions());
        var result = await Client(host).CompleteBatchAsync(["a [simulate:filter]", "one two three four"], new ChatCompletionOptions { MaxOutputTokenCount = 1 });
        result.EnsureSuccess();
        Assert.Equal([ChatFinishReason.ContentFilter, ChatFinishReason.Length], result.Select(item => item.Response.Value.FinishReason));
        Assert.Equal(2, host.Counters.Requests);
    }

    [Fact]
    public async Task Calls_outside_of_a_batch_keep_the_clients_own_retries()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions());
        var options = Options(host);
        options.RetryPolicy = new ClientRetryPolicy(1);
        // Twice is once.
        Assert.Same(options, options.UseBatchMigrate().UseBatchMigrate());
        var client = new ChatClient("simulated", new ApiKeyCredential("none"), options);

        await client.CompleteChatAsync([new UserChatMessage("a [simulate:500*1]")]);
        Assert.Equal(2, host.Counters.Requests);
        Assert.Equal(500, (await Assert.ThrowsAsync<ClientResultException>(() => client.CompleteChatAsync([new UserChatMessage("b [simulate:500]")]))).Status);
        Assert.Equal(4, host.Counters.Requests);
    }

    [Fact]
    public async Task An_operation_that_runs_once_leaves_the_client_its_own_retries()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions());
        var options = Options(host);
        options.RetryPolicy = new ClientRetryPolicy(1);
        var client = new ChatClient("simulated", new ApiKeyCredential("none"), options.UseBatchMigrate());
        var result = await Batch.RunAsync(["a [simulate:500*1]"], async (text, cancellationToken) =>
            (await client.CompleteChatAsync([new UserChatMessage(text)], cancellationToken: cancellationToken)).Value.Content[0].Text);
        Assert.Equal(1, Assert.Single(result.EnsureSuccess()).Attempts);
        Assert.Equal(2, host.Counters.Requests);
    }

    [Fact]
    public async Task A_client_that_keeps_its_own_retries_is_not_retried_twice_but_rate_limits_are_waited_for()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions { RetryAfter = null });
        var options = Options(host);
        options.RetryPolicy = new ClientRetryPolicy(0);
        var client = new ChatClient("simulated", new ApiKeyCredential("none"), options);
        var result = await client.CompleteBatchAsync(["a [simulate:500*1]", "b [simulate:429*1]"]);
        Assert.Equal([false, true], result.Select(item => item.Succeeded));
        Assert.Equal([1, 2], result.Select(item => item.Attempts));
    }

    [Fact]
    public async Task The_synchronous_twin_retries_too()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions());
        var result = await Task.Run(() => Client(host).CompleteBatch(["a [simulate:500*2]", "b [simulate:drop*1]"], batchOptions: new BatchOptions { Retry = Quick }));
        result.EnsureSuccess();
        Assert.Equal([3, 2], result.Select(item => item.Attempts));
    }

    private static OpenAIClientOptions Options(SimulatedProviderHost host) => new() { Endpoint = host.Endpoint };

    private static ChatClient Client(SimulatedProviderHost host) => new("simulated", new ApiKeyCredential("none"), Options(host).UseBatchMigrate());
}
