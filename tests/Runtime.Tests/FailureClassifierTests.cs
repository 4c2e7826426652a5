using System.ClientModel;
using BatchMigrate.Retrying;
using BatchMigrate.Runtime.Tests.Support;

namespace BatchMigrate.Runtime.Tests;

/// <summary>What the runtime makes of a failure, and whether it goes on.</summary>
public class FailureClassifierTests
{
    public static TheoryData<string, string> QuotaReplies
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var code in new[] { "insufficient_quota", "billing_hard_limit_reached", "billing_not_active", "insufficient_balance", "credit_balance_too_low" })
            {
                data.Add("code", code);
                data.Add("type", code);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(QuotaReplies))]
    public void An_account_without_credit_is_no_rate_limit(string name, string code) =>
        Assert.Equal(BatchFailureKind.Quota, Kind(new ClientResultException("HTTP 429", new FakeResponse(429, $$$"""{"error":{"{{{name}}}":"{{{code}}}"} }"""))));

    [Theory]
    [InlineData("""{"error":{"type":"tokens","code":"rate_limit_exceeded"}}""")]
    [InlineData("""{"error":{"code":429}}""")]
    [InlineData("""{"message":"slow down"}""")]
    [InlineData("slow down")]
    public void Any_other_429_is_a_rate_limit(string body) => Assert.Equal(BatchFailureKind.RateLimited, Kind(new ClientResultException("HTTP 429", new FakeResponse(429, body))));

    [Fact]
    public void A_429_of_an_http_client_is_a_rate_limit() => Assert.Equal(BatchFailureKind.RateLimited, Kind(new HttpRequestException("slow down", null, System.Net.HttpStatusCode.TooManyRequests)));

    [Fact]
    public void Only_what_nobody_refused_may_have_been_answered()
    {
        static bool MayBeAnswered(Exception e, BatchFailureKind kind) => FailureClassifier.MayBeAnswered(e, new BatchFailure(kind));
        Assert.True(MayBeAnswered(new TimeoutException(), BatchFailureKind.Transient));
        Assert.True(MayBeAnswered(new ClientResultException("no response at all"), BatchFailureKind.Transient));
        Assert.False(MayBeAnswered(FakeResponse.Error(500), BatchFailureKind.Transient));
        Assert.False(MayBeAnswered(new TimeoutException(), BatchFailureKind.Unknown));
        Assert.False(MayBeAnswered(new HttpRequestException(HttpRequestError.ConnectionError), BatchFailureKind.Transient));
    }

    [Fact]
    public void Errors_and_waits_are_counted_apart_and_named_when_they_are_used_up()
    {
        var loop = new RetryLoop(new RetryOptions { MaxErrorRetries = 1, MaxRateLimitRetries = 2 }, isModelCall: true);
        var count = default(RetryCount);
        Assert.NotNull(Decide(BatchFailureKind.Transient, TimeSpan.FromSeconds(1)).Delay);
        Assert.Contains("1 times after passing failures", Decide(BatchFailureKind.Transient, TimeSpan.FromSeconds(1)).GaveUpBecause, StringComparison.Ordinal);
        Assert.NotNull(Decide(BatchFailureKind.Capacity, TimeSpan.FromSeconds(1)).Delay);
        Assert.NotNull(Decide(BatchFailureKind.RateLimited, null).Delay);
        Assert.Contains("2 times after rate limits", Decide(BatchFailureKind.RateLimited, null).GaveUpBecause, StringComparison.Ordinal);

        RetryVerdict Decide(BatchFailureKind kind, TimeSpan? after) => loop.Decide(new BatchFailure(kind, after), clientLeavesRetries: true, ref count);
    }

    [Fact]
    public void Usage_that_was_not_counted_teaches_nothing()
    {
        var estimator = new CalibratingTokenEstimator();
        var request = new TokenRequest("m", ["How many letters has this?"], null);
        var before = estimator.Estimate(request);
        estimator.Learn(request, default);
        Assert.Equal(before, estimator.Estimate(request));
        Assert.Throws<ArgumentNullException>("request", () => estimator.Estimate(null!));
        Assert.Throws<ArgumentNullException>("request", () => estimator.Learn(null!, default));
    }

    [Fact]
    public void Nothing_left_is_a_reading()
    {
        var told = Limiting.RateSnapshot.Read(static name => name switch
        {
            "x-ratelimit-remaining-requests" => "0",
            "anthropic-ratelimit-output-tokens-limit" => "800",
            _ => null,
        });
        Assert.Equal(0, told!.Requests.Remaining);
        Assert.Equal(800, told.OutputTokens.PerMinute);
    }

    private static BatchFailureKind Kind(Exception exception) => FailureClassifier.Classify(exception, null, RetryOptions.Default).Kind;
}
