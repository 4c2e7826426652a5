using BatchMigrate.EndToEnd.Tests.Support;

namespace BatchMigrate.EndToEnd.Tests;

[Collection(Packed.Name)]
public sealed class TourTests(PackageFixture fixture)
{
    /// <summary>The tour checks each step itself; what is asked here is that it comes to its end and has shown everything.</summary>
    [Fact]
    public async Task The_tour_of_the_sample_program_comes_to_its_end()
    {
        using var console = new StringWriter();
        var measurements = await Tour.RunAsync(fixture.Checkout, fixture.CreatePath("tour"), fixture.Package, runs: 1, console);
        var text = console.ToString();

        Assert.Equal(Place.All, measurements.Select(m => m.Place));
        Assert.All(measurements, m => Assert.True(m.Requests > 0 && m.Tokens > 0 && m.Rejected == 0 && m.Bound > TimeSpan.Zero));
        Assert.All(Place.All, place => Assert.Contains($"+++ after/{place.File}", text, StringComparison.Ordinal));
        Assert.All(Place.All, place => Assert.Contains($"   {place.File}(", text, StringComparison.Ordinal));
        Assert.Contains("   BM0001: 4, BM0002: 2, BM0003: 2", text, StringComparison.Ordinal);
        Assert.Contains("   run 2: nothing left to change", text, StringComparison.Ordinal);
    }
}
