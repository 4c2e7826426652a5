using Quickstart.Systems;

namespace BatchMigrate.EndToEnd.Tests.Support;

/// <summary>All samples' versions from before on their whole way, in one solution. Done once; the tests look at its stations.</summary>
public sealed class MigratedSystems(PackageFixture fixture) : IAsyncLifetime
{
    private SystemsTour? _tour;

    internal SystemsTour Tour => _tour ?? throw new InvalidOperationException("Not migrated yet.");

    internal string Checkout => fixture.Checkout;

    public async Task InitializeAsync() =>
        _tour = await SystemsTour.TakeAsync(fixture.Checkout, fixture.CreatePath("systems"), fixture.Package, runs: 1, TextWriter.Null);

    public Task DisposeAsync() => Task.CompletedTask;

    internal SystemMeasurement Of(string sample) => Assert.Single(Tour.Measurements, m => m.Sample.Name == sample);

    /// <summary>The files that the fix has changed, as they are then.</summary>
    internal SortedDictionary<string, string> ChangedFiles(string sample) =>
        new(Tour.After.Where(file => file.Key.StartsWith(sample, StringComparison.Ordinal) && Tour.Before[file.Key] != file.Value).ToDictionary(), StringComparer.Ordinal);
}
