using System.ClientModel;

namespace SimulatedProvider.Tests;

public sealed class RateLimitTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void A_bucket_is_full_at_first_and_refills_steadily()
    {
        var bucket = new RateBucket(perMinute: 60, capacity: 3, _clock);
        bucket.Take(3);
        Assert.Equal(0, bucket.Remaining);
        Assert.Equal(TimeSpan.FromSeconds(2), bucket.WaitFor(2));

        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.Zero, bucket.WaitFor(2));
        Assert.Equal(TimeSpan.FromSeconds(1), bucket.UntilFull);

        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(3, bucket.Remaining);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(59)]
    [InlineData(6001)]
    public void Waiting_as_long_as_it_says_is_always_enough(int perMinute)
    {
        var bucket = new RateBucket(perMinute, perMinute, _clock);
        bucket.Take(perMinute);
        for (var i = 0; i < 1000; i++)
        {
            _clock.Advance(bucket.WaitFor(1));
            Assert.Equal(TimeSpan.Zero, bucket.WaitFor(1));
            bucket.Take(1);
        }
    }

    [Fact]
    public void A_request_refused_for_its_tokens_takes_no_request_either()
    {
        var limiter = new RateLimiter(new() { RequestsPerMinute = 60, TokensPerMinute = 600, TimeProvider = _clock });
        Assert.Null(limiter.Admit(600).Exceeded);

        var refused = limiter.Admit(100);
        Assert.Equal(("tokens", TimeSpan.FromSeconds(10)), (refused.Exceeded, refused.Wait));
        Assert.Contains(new("x-ratelimit-remaining-requests", "59"), refused.Headers);
        Assert.Contains(new("x-ratelimit-reset-tokens", "1m0s"), refused.Headers);
    }

    [Fact]
    public void A_request_that_no_bucket_can_hold_is_told_no_wait()
    {
        var limiter = new RateLimiter(new() { TokensPerMinute = 600, TokenBurst = 50, TimeProvider = _clock });
        var refused = limiter.Admit(51);

        Assert.Equal(("tokens", null), (refused.Exceeded, refused.Wait));
    }

    [Fact]
    public async Task The_sdk_sees_the_headers_of_a_429()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new() { RequestsPerMinute = 40, RequestBurst = 1, TimeProvider = _clock });
        var client = Client.For(host);
        await client.AskAsync("First");
        var error = await Assert.ThrowsAsync<ClientResultException>(() => client.AskAsync("Second"));

        Assert.Equal(429, error.Status);
        Assert.Equal("2", error.Header("Retry-After"));
        Assert.Equal("1500", error.Header("retry-after-ms"));
        Assert.Equal("40", error.Header("x-ratelimit-limit-requests"));
        Assert.Equal("0", error.Header("x-ratelimit-remaining-requests"));
        Assert.Equal("1.5s", error.Header("x-ratelimit-reset-requests"));
        Assert.Contains("rate_limit_exceeded", error.Message, StringComparison.Ordinal);

        _clock.Advance(TimeSpan.FromMilliseconds(1500));
        await client.AskAsync("Second");
        Assert.Equal((3, 2, 1), (host.Counters.Requests, host.Counters.Succeeded, host.Counters.Rejected429));
    }

    [Fact]
    public async Task Tokens_count_as_prompt_and_the_output_asked_for()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new() { TokensPerMinute = 100, TimeProvider = _clock });
        var client = Client.For(host);
        await client.CompleteChatAsync(["Short"], new() { MaxOutputTokenCount = 50 });
        var error = await Assert.ThrowsAsync<ClientResultException>(async () => await client.CompleteChatAsync(["Short"], new() { MaxOutputTokenCount = 50 }));

        Assert.Equal("44", error.Header("x-ratelimit-remaining-tokens"));
        Assert.NotNull(error.Header("Retry-After"));
    }

    [Fact]
    public async Task Headers_can_be_left_out()
    {
        await using var host = await SimulatedProviderHost.StartAsync(
            new() { RateLimitedShare = 1, RequestsPerMinute = 60, RateLimitHeaders = RateLimitHeaders.RetryAfterMs, RetryAfter = TimeSpan.FromMilliseconds(20) });
        var error = await Assert.ThrowsAsync<ClientResultException>(() => Client.For(host).AskAsync("Anything"));

        Assert.Equal("20", error.Header("retry-after-ms"));
        Assert.Null(error.Header("Retry-After"));
        Assert.Null(error.Header("x-ratelimit-limit-requests"));
    }

    [Fact]
    public async Task A_used_up_quota_is_told_apart()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new());
        var error = await Assert.ThrowsAsync<ClientResultException>(() => Client.For(host).AskAsync("[simulate:quota]"));

        Assert.Equal(429, error.Status);
        Assert.Contains("insufficient_quota", error.Message, StringComparison.Ordinal);
        Assert.Null(error.Header("Retry-After"));
    }

    [Theory]
    [InlineData(0, "0ms")]
    [InlineData(20.4, "21ms")]
    [InlineData(1500, "1.5s")]
    [InlineData(360_000, "6m0s")]
    [InlineData(61_250, "1m1.25s")]
    public void Resets_are_written_as_openai_does(double milliseconds, string text) =>
        Assert.Equal(text, Duration.ToHeader(TimeSpan.FromMilliseconds(milliseconds)));
}
