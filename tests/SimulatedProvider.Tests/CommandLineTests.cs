namespace SimulatedProvider.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Every_option_of_the_help_is_understood()
    {
        var options = CommandLine.Parse(
        [
            "--port", "5005", "--latency", "lognormal:50ms,0.5", "--seed", "-3", "--answer-words", "4", "--rpm", "60", "--tpm", "1000", "--request-burst", "5",
            "--token-burst", "500", "--retry-after", "none", "--rate-headers", "retry-after,x-ratelimit", "--share-429", "0.1", "--share-500", "0.1",
            "--share-503", "0.1", "--share-drop", "0.1", "--share-timeout", "0.1", "--no-markers", "--window", "sliding:200ms",
            "--hint-factor", "0.5", "--batch-time", "2m",
        ]);

        Assert.Equal(
            new SimulatedProviderOptions
            {
                Port = 5005,
                Latency = LatencyDistribution.LogNormal(TimeSpan.FromMilliseconds(50), 0.5),
                Seed = -3,
                AnswerWords = 4,
                RequestsPerMinute = 60,
                TokensPerMinute = 1000,
                RequestBurst = 5,
                TokenBurst = 500,
                RetryAfter = null,
                RateLimitHeaders = RateLimitHeaders.RetryAfter | RateLimitHeaders.XRateLimit,
                RateLimitedShare = 0.1,
                InternalErrorShare = 0.1,
                UnavailableShare = 0.1,
                DropShare = 0.1,
                TimeoutShare = 0.1,
                Markers = false,
                Window = RateWindow.Sliding,
                WindowLength = TimeSpan.FromMilliseconds(200),
                HintFactor = 0.5,
                BatchService = new BatchServiceOptions { RunTime = TimeSpan.FromMinutes(2) },
            },
            options);
    }

    [Fact]
    public void Changes_of_the_limits_are_a_list() => Assert.Equal(
        [new LimitChange(TimeSpan.FromSeconds(10), 0.5), new LimitChange(TimeSpan.FromMinutes(1), 2)],
        CommandLine.Parse(["--rpm", "60", "--limit-changes", "10s:0.5,1m:2", "--window", "fixed:1s"])!.LimitChanges);

    [Fact]
    public void Models_are_a_list_and_streams_have_a_pace()
    {
        var options = CommandLine.Parse(["--models", "a, b", "--chunk-latency", "20ms"])!;
        Assert.Equal(["a", "b"], options.Models);
        Assert.Equal(TimeSpan.FromMilliseconds(20), options.ChunkLatency);
    }

    [Fact]
    public void Help_is_no_run() => Assert.Null(CommandLine.Parse(["--help"]));

    [Theory]
    [InlineData("--prot", "--prot")]
    [InlineData("--port", "--port")]
    [InlineData("--port x", "--port")]
    [InlineData("--latency 5x", "--latency")]
    [InlineData("--rate-headers some", "--rate-headers")]
    [InlineData("--share-500 much", "--share-500")]
    [InlineData("--share-500 1.5", "InternalErrorShare")]
    [InlineData("--share-500 0.6 --share-503 0.6", "exceed 1")]
    [InlineData("--request-burst 5", "RequestsPerMinute")]
    [InlineData("--window round", "--window")]
    [InlineData("--limit-changes 10s", "--limit-changes")]
    [InlineData("--rpm 0", "RequestsPerMinute")]
    public void A_mistake_is_named(string arguments, string named)
    {
        var error = Assert.Throws<FormatException>(() => CommandLine.Parse(arguments.Split(' ')));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }
}
