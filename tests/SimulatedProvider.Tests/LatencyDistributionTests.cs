namespace SimulatedProvider.Tests;

public sealed class LatencyDistributionTests
{
    [Fact]
    public void Draws_are_even_and_depend_on_content_and_seed_only()
    {
        double[] draws = [.. Enumerable.Range(0, 2000).Select(i => Hash($"Question {i}").Draw(3, 2, 0))];

        Assert.InRange(draws.Average(), 0.47, 0.53);
        Assert.Equal(draws[5], Hash("Question 5").Draw(3, 2, 0));
        Assert.NotEqual(draws[5], Hash("Question 5").Draw(4, 2, 0));
    }

    [Fact]
    public void Half_of_the_lognormal_latencies_are_above_the_median()
    {
        var latency = LatencyDistribution.Parse("lognormal:50ms,0.5");
        TimeSpan[] samples = [.. Enumerable.Range(0, 2000).Select(i => Hash($"Question {i}")).Select(h => latency.At(h.Draw(0, 2, 0), h.Draw(0, 3, 0)))];

        Assert.InRange(samples.Count(s => s > TimeSpan.FromMilliseconds(50)), 900, 1100);
        // One in twenty lies above exp(1.645 sigma) medians.
        Assert.InRange(samples.Count(s => s > TimeSpan.FromMilliseconds(50 * Math.Exp(1.645 * 0.5))), 60, 140);
        Assert.All(samples, s => Assert.True(s > TimeSpan.Zero));
    }

    [Fact]
    public void Uniform_latencies_lie_between_the_bounds()
    {
        var latency = LatencyDistribution.Parse("uniform:20ms,80ms");

        Assert.Equal(TimeSpan.FromMilliseconds(20), latency.At(0, 0));
        Assert.Equal(TimeSpan.FromMilliseconds(50), latency.At(0.5, 0));
        Assert.Equal(TimeSpan.FromMilliseconds(50), LatencyDistribution.Parse("50ms").At(0.9, 0.9));
    }

    [Theory]
    [InlineData("")]
    [InlineData("50")]
    [InlineData("-5ms")]
    [InlineData("uniform:20ms")]
    [InlineData("uniform:80ms,20ms")]
    [InlineData("lognormal:50ms,x")]
    [InlineData("lognormal:50ms,9")]
    [InlineData("normal:50ms,1")]
    [InlineData("99999999999999999999s")]
    public void What_is_no_latency_is_refused(string text)
    {
        var error = Assert.Throws<FormatException>(() => LatencyDistribution.Parse(text));
        Assert.Contains("uniform:20ms,80ms", error.Message, StringComparison.Ordinal);
    }

    private static ContentHash Hash(string text) => ContentHash.Of(new ChatRequest("m", [new ChatRequestMessage("user", text)], null, false, false));
}
