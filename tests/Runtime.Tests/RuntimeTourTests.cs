using RuntimeTour;
using Samples;

namespace BatchMigrate.Runtime.Tests;

public class RuntimeTourTests
{
    /// <summary>The tour checks each step itself; what is asked here is that it comes to its end, at a twentieth of the time that people get.</summary>
    [Fact]
    public async Task The_tour_comes_to_its_end()
    {
        using var console = new StringWriter();
        var steps = await new Tour(console, label => new ConsoleProgress(console, null, TimeProvider.System, label), pace: 0.05).RunAsync();
        var text = console.ToString();

        Assert.Equal(8, steps.Count);
        Assert.All(steps, step => Assert.True(step.Counters.Requests > 0));
        Assert.All(Enumerable.Range(1, 8), number => Assert.Contains($"\n{number}. ", text, StringComparison.Ordinal));
        Assert.All(Step.Table(steps), line => Assert.Contains($"{line}{Environment.NewLine}", text, StringComparison.Ordinal));
        Assert.Contains("   compare  [####################]  18/18  6 failed", text, StringComparison.Ordinal);
    }
}
