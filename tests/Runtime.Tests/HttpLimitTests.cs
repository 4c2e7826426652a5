using System.ClientModel;
using OpenAI;
using OpenAI.Chat;
using SimulatedProvider;

namespace BatchMigrate.Runtime.Tests;

/// <summary>Limits of a provider, over HTTP with the real library: every item is answered, whatever the provider does to the requests on the way.</summary>
public class HttpLimitTests
{
    [Fact]
    public async Task A_known_limit_is_never_exceeded()
    {
        // Half a second more than the batch begins with: on a busy machine requests arrive later than they start, and then several at once.
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions { RequestsPerMinute = 4800, RequestBurst = 120 });
        var options = new BatchOptions { RateLimit = new RateLimit { RequestsPerMinute = 4800 }, MaxConcurrency = 50 };
        var result = await Client(host).CompleteBatchAsync(Prompts(200), batchOptions: options);
        Assert.All(result.EnsureSuccess(), item => Assert.Equal(1, item.Attempts));
        Assert.Equal(0, host.Counters.Rejected429);
    }

    [Fact]
    public async Task A_known_limit_of_tokens_is_never_exceeded()
    {
        // A request takes some ten tokens of a prompt and sixteen of an answer, which the provider counts before it answers.
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions { TokensPerMinute = 120_000, TokenBurst = 4_000, AnswerWords = 2 });
        var options = new BatchOptions { RateLimit = new RateLimit { TokensPerMinute = 120_000 }, MaxConcurrency = 50, TokenEstimator = new CalibratingTokenEstimator() };
        var result = await Client(host).CompleteBatchAsync(Prompts(200), new ChatCompletionOptions { MaxOutputTokenCount = 16 }, options);
        AssertAnswered(result, host);
        Assert.Equal(0, host.Counters.Rejected429);
    }

    [Fact]
    public async Task A_limit_that_nobody_set_is_learned_from_the_headers()
    {
        // Ten at once, then one each 10 ms: the first replies tell, before the bucket is empty.
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions { RequestsPerMinute = 6000, RequestBurst = 30 });
        var result = await Client(host).CompleteBatchAsync(Prompts(120), batchOptions: new BatchOptions { MaxConcurrency = 5 });
        result.EnsureSuccess();
        Assert.InRange(host.Counters.Rejected429, 0, 30);
    }

    [Theory]
    [InlineData(RateWindow.Bucket, RateLimitHeaders.All, 1)]
    [InlineData(RateWindow.Bucket, RateLimitHeaders.None, 1)]
    [InlineData(RateWindow.Bucket, RateLimitHeaders.RetryAfterMs, 0.2)]
    [InlineData(RateWindow.Fixed, RateLimitHeaders.RetryAfterMs, 1)]
    [InlineData(RateWindow.Fixed, RateLimitHeaders.None, 1)]
    [InlineData(RateWindow.Sliding, RateLimitHeaders.RetryAfterMs, 1)]
    [InlineData(RateWindow.Sliding, RateLimitHeaders.XRateLimit, 1)]
    public async Task An_unknown_limit_loses_no_item(RateWindow window, RateLimitHeaders headers, double hintFactor)
    {
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions
        {
            RequestsPerMinute = 3000,
            RequestBurst = 10,
            Window = window,
            WindowLength = TimeSpan.FromMilliseconds(200),
            RateLimitHeaders = headers,
            HintFactor = hintFactor,
            AnswerWords = 2,
        });
        var result = await Client(host).CompleteBatchAsync(Prompts(60), batchOptions: new BatchOptions { MaxConcurrency = 30, Retry = new RetryOptions { BaseDelay = TimeSpan.FromMilliseconds(50), MaxDelay = TimeSpan.FromMilliseconds(500), MaxRateLimitRetries = 1000 } });
        AssertAnswered(result, host);
    }

    [Fact]
    public async Task Limits_that_halve_and_double_on_the_way_lose_no_item()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions
        {
            RequestsPerMinute = 6000,
            Window = RateWindow.Fixed,
            WindowLength = TimeSpan.FromMilliseconds(100),
            LimitChanges = [new(TimeSpan.FromMilliseconds(300), 0.5), new(TimeSpan.FromMilliseconds(600), 2)],
            AnswerWords = 2,
        });
        var result = await Client(host).CompleteBatchAsync(Prompts(80), batchOptions: new BatchOptions { MaxConcurrency = 20 });
        AssertAnswered(result, host);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task In_chaos_every_item_is_accounted_for_once_and_in_its_place(int seed)
    {
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions
        {
            Seed = seed,
            RateLimitedShare = 0.1,
            InternalErrorShare = 0.1,
            UnavailableShare = 0.1,
            DropShare = 0.1,
            RetryAfter = TimeSpan.FromMilliseconds(5),
            RateLimitHeaders = RateLimitHeaders.RetryAfterMs,
            AnswerWords = 2,
        });
        var options = new BatchOptions { MaxConcurrency = 16, Retry = new RetryOptions { BaseDelay = TimeSpan.FromMilliseconds(2), MaxDelay = TimeSpan.FromMilliseconds(100), MaxErrorRetries = 30 } };
        var result = await Client(host).CompleteBatchAsync(Prompts(150), batchOptions: options);
        AssertAnswered(result, host);

        var place = 0;
        await foreach (var (prompt, item) in Client(host).CompleteBatchStreamingAsync(Prompts(150), prompt => [new UserChatMessage(prompt)], batchOptions: options))
        {
            Assert.Contains($"number{place++}", item.Response.Value.Content[0].Text, StringComparison.Ordinal);
        }

        Assert.Equal(150, place);
    }

    [Fact]
    public async Task A_body_that_is_too_slow_is_a_timeout()
    {
        await using var host = await SimulatedProviderHost.StartAsync(new SimulatedProviderOptions());
        var options = new BatchOptions { Timeouts = new BatchTimeouts { Attempt = TimeSpan.FromMilliseconds(300) }, Retry = RetryOptions.None };
        var result = await Client(host).CompleteBatchAsync(["a [simulate:slow=1m]", "b [simulate:timeout]"], batchOptions: options);
        Assert.All(result, item => Assert.IsType<TimeoutException>(item.Error));
    }

    private static void AssertAnswered(BatchResult<ClientResult<ChatCompletion>> result, SimulatedProviderHost host)
    {
        Assert.All(result.EnsureSuccess(), item => Assert.Contains($"number{item.Index}", item.Response.Value.Content[0].Text, StringComparison.Ordinal));
        Assert.Equal(result.Count, host.Counters.Succeeded);
        Assert.Equal(result.Sum(item => item.Attempts), host.Counters.Requests);
    }

    private static IEnumerable<string> Prompts(int count) => Enumerable.Range(0, count).Select(i => $"question number{i}");

    private static ChatClient Client(SimulatedProviderHost host) =>
        new("simulated", new ApiKeyCredential("none"), new OpenAIClientOptions { Endpoint = host.Endpoint }.UseBatchMigrate());
}
