using BatchMigrate.Runtime.Tests.Support;
using Microsoft.Extensions.AI;

namespace BatchMigrate.Runtime.Tests;

/// <summary>Limits of a batch, shared limits and estimates.</summary>
public class RateLimitTests
{
    private readonly FakeTimeProvider _clock = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_batch_keeps_its_limit_to_the_millisecond(bool streamed)
    {
        var attempts = new Attempts(_clock);
        var options = new BatchOptions { RateLimit = new RateLimit { RequestsPerMinute = 120 }, TimeProvider = _clock };
        async Task ReadAsync()
        {
            await foreach (var item in Batch.StreamAsync(Enumerable.Range(0, 5), attempts.RunAsync, options))
            {
                Assert.Equal(1, item.Attempts);
            }
        }

        var batch = streamed ? ReadAsync() : Batch.RunAsync(Enumerable.Range(0, 5), attempts.RunAsync, options);
        await attempts.NextAsync();
        await attempts.NextAsync();
        for (var i = 0; i < 3; i++)
        {
            await attempts.ExpectAfterAsync(500);
        }

        await batch;
    }

    [Fact]
    public async Task Batches_and_other_calls_share_a_limit()
    {
        var limit = new RateLimit { RequestsPerMinute = 60 };
        var options = new BatchOptions { RateLimit = limit, TimeProvider = _clock };
        var client = new RateLimitedChatClient(FakeAIClient.Echo, limit, timeProvider: _clock);
        Assert.Same(limit, client.Limit);

        // The second's burst goes to whoever comes first.
        Assert.Equal("a", (await client.GetResponseAsync("a")).Text);
        var batch = Batch.RunAsync([1], (item, _) => Task.FromResult(item), options);
        await _clock.TimerSetAsync();
        var call = client.GetResponseAsync("b");
        Assert.False(batch.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, Assert.Single(await batch).Response);
        Assert.False(call.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("b", (await call).Text);
    }

    [Fact]
    public async Task A_batch_through_a_limited_client_counts_each_request_once()
    {
        var limit = new RateLimit { RequestsPerMinute = 120 };
        var client = new RateLimitedChatClient(FakeAIClient.Echo, limit, timeProvider: _clock);
        var result = await client.CompleteBatchAsync(["a", "b"], batchOptions: new BatchOptions { RateLimit = limit, TimeProvider = _clock });
        Assert.Equal(2, result.EnsureSuccess().Count);
    }

    [Fact]
    public async Task A_streamed_call_of_a_limited_client_counts_its_usage()
    {
        var limit = new RateLimit { TokensPerMinute = 6000 };
        var client = new RateLimitedChatClient(new StreamingClient(new UsageDetails { InputTokenCount = 150, OutputTokenCount = 50 }), limit, timeProvider: _clock);
        Assert.Equal("ok", (await client.GetStreamingResponseAsync("a").ToChatResponseAsync()).Text);
        // 100 in debt: full again two seconds later.
        var second = client.GetStreamingResponseAsync("a", new ChatOptions { MaxOutputTokens = 300 }).ToChatResponseAsync();
        await _clock.TimerSetAsync();
        _clock.Advance(TimeSpan.FromMilliseconds(1000));
        Assert.False(second.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1000));
        await second;
    }

    [Fact]
    public async Task A_rate_limit_of_one_item_holds_up_all_who_share_the_limit()
    {
        var options = new BatchOptions { TimeProvider = _clock, Retry = new RetryOptions(), RateLimit = new RateLimit() };
        var first = Batch.RunAsync([0], new Attempts(_clock, FakeResponse.Error(429, ("Retry-After", "2"))).RunAsync, options);
        await _clock.TimerSetAsync();
        var attempts = new Attempts(_clock);
        var second = Batch.RunAsync([1, 2, 3], attempts.RunAsync, options);
        await _clock.TimerSetAsync();
        _clock.Advance(TimeSpan.FromMilliseconds(2019));
        Assert.Equal(0, attempts.Count);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(2, Assert.Single(await first).Attempts);
        Assert.Equal(3, (await second).EnsureSuccess().Count);
    }

    [Fact]
    public async Task Replies_teach_the_limit_and_the_estimator()
    {
        var estimator = new CalibratingTokenEstimator();
        var client = new FakeAIClient((_, _, _) => Task.FromResult("ok")) { Usage = new UsageDetails { InputTokenCount = 50, OutputTokenCount = 10 } };
        var limit = new RateLimit { TokensPerMinute = 600_000 };
        var options = new ChatOptions { ModelId = "m" };
        var before = Estimate();
        await client.CompleteBatchAsync(Enumerable.Repeat("abcd", 30), options, new BatchOptions { RateLimit = limit, TokenEstimator = estimator, TimeProvider = _clock, MaxConcurrency = 1 });
        Assert.Equal((6, 256), (before.InputTokens, before.OutputTokens));
        Assert.InRange(Estimate().InputTokens, 48, 51);
        Assert.InRange(Estimate().OutputTokens, 10, 12);
        // Another model has learned nothing from it.
        Assert.Equal(before, estimator.Estimate(new TokenRequest("other", ["abcd"], null)));

        TokenEstimate Estimate() => estimator.Estimate(new TokenRequest("m", ["abcd"], null));
    }

    [Fact]
    public void An_answer_is_expected_to_be_no_longer_than_it_may_be() =>
        Assert.Equal(7, new CalibratingTokenEstimator().Estimate(new TokenRequest(null, [], 7)).OutputTokens);

    [Fact]
    public async Task An_estimator_that_throws_costs_nothing()
    {
        var options = new BatchOptions { RateLimit = new RateLimit { TokensPerMinute = 60_000 }, TokenEstimator = new Broken() };
        var client = new FakeAIClient((_, _, _) => Task.FromResult("ok")) { Usage = new UsageDetails { InputTokenCount = 1 } };
        Assert.Equal(3, (await client.CompleteBatchAsync(["a", "b", "c"], batchOptions: options)).EnsureSuccess().Count);
    }

    [Fact]
    public void Limits_say_what_is_wrong_with_them()
    {
        Assert.Throws<ArgumentOutOfRangeException>("RequestsPerMinute", () => new RateLimit { RequestsPerMinute = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("TokensPerMinute", () => new RateLimit { TokensPerMinute = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("InputTokensPerMinute", () => new RateLimit { InputTokensPerMinute = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("OutputTokensPerMinute", () => new RateLimit { OutputTokensPerMinute = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("MaxOvertaking", () => new RateLimit { MaxOvertaking = -1 });
        Assert.Throws<ArgumentNullException>("limit", () => new RateLimitedChatClient(FakeAIClient.Echo, null!));
    }

    private sealed class Broken : ITokenEstimator
    {
        public TokenEstimate Estimate(TokenRequest request) => throw new FormatException();

        public void Learn(TokenRequest request, BatchUsage usage) => throw new FormatException();
    }

    private sealed class StreamingClient(UsageDetails usage) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            yield return new ChatResponseUpdate(ChatRole.Assistant, "ok");
            yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(usage)]);
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
