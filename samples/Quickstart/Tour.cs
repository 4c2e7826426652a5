using System.Globalization;
using SimulatedProvider;

namespace Quickstart;

/// <summary>The steps, in order.</summary>
internal static class Tour
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(50);

    /// <summary>Packs this checkout's package and shows it at work.</summary>
    /// <exception cref="StepFailedException">A step did not do what it should.</exception>
    public static async Task RunAsync(string checkout, bool keep, TextWriter console, CancellationToken cancellationToken = default)
    {
        var artifacts = Path.Combine(checkout, "artifacts", "quickstart");
        var workspace = Path.Combine(artifacts, DateTime.UtcNow.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture));
        try
        {
            console.WriteLine("1. Pack BatchMigrate");
            var package = await LocalPackage.PackAsync(checkout, Path.Combine(workspace, "package"), Path.Combine(artifacts, "build"), cancellationToken);
            console.WriteLine($"   {Path.GetRelativePath(checkout, package.File)}");
            await RunAsync(checkout, Path.Combine(workspace, "consumer"), package, console, cancellationToken);
            if (keep)
            {
                console.WriteLine();
                console.WriteLine($"The rewritten program is in {Path.GetRelativePath(checkout, workspace)}.");
            }
        }
        finally
        {
            if (!keep && Directory.Exists(workspace))
            {
                Directory.Delete(workspace, recursive: true);
            }
        }
    }

    /// <summary>Shows a package that exists already, in a folder of its own.</summary>
    /// <exception cref="StepFailedException">A step did not do what it should.</exception>
    public static async Task<IReadOnlyList<Measurement>> RunAsync(
        string checkout, string folder, LocalPackage package, TextWriter console, CancellationToken cancellationToken = default)
    {
        var sample = new DocumentsSample(checkout, await ConsumerFolder.CreateAsync(folder, package, cancellationToken));
        var before = sample.ReadSources();

        console.WriteLine();
        console.WriteLine("2. dotnet build, in a copy of samples/Documents that references the package");
        foreach (var finding in (await BuildAsync(sample, cancellationToken)).Where(f => f.Id == "BM0001"))
        {
            console.WriteLine($"   {finding}");
        }

        sample.SavePrograms("before");

        console.WriteLine();
        console.WriteLine("3. dotnet format analyzers --diagnostics BM0001 --severity info");
        (await sample.FormatAsync(cancellationToken)).EnsureSuccess();
        var after = sample.ReadSources();
        console.WriteLine();
        foreach (var name in before.Keys.Union(after.Keys))
        {
            console.Write(LineDiff.Unified(name, before.GetValueOrDefault(name, ""), after.GetValueOrDefault(name, "")));
        }

        if (Place.All.FirstOrDefault(place => before[place.File] == after[place.File]) is { } untouched)
        {
            throw new StepFailedException($"The fix left {untouched.File} as it was.");
        }

        console.WriteLine();
        console.WriteLine("4. dotnet build, again");
        if ((await BuildAsync(sample, cancellationToken)) is [var left, ..])
        {
            throw new StepFailedException($"The rewritten program builds with a warning: {left}");
        }

        console.WriteLine("   no warnings");
        sample.SavePrograms("after");

        console.WriteLine();
        console.WriteLine($"5. Run both against a simulated provider that takes {Latency.TotalMilliseconds:0} ms for each answer");
        var measurements = await MeasureAsync(sample, cancellationToken);
        console.WriteLine("   every place printed the same before and after");
        console.WriteLine();
        foreach (var line in Table.Lines(measurements))
        {
            console.WriteLine($"   {line}");
        }

        console.WriteLine();
        console.WriteLine($"   lower bound: the larger of the latencies' sum / {Measurement.Workers} workers and the longest latency");
        console.WriteLine("   at 0 ms:     the batch against a provider that answers at once: what starting the program costs (bench/ measures without that)");
        return measurements;
    }

    private static async Task<IReadOnlyList<Finding>> BuildAsync(DocumentsSample sample, CancellationToken cancellationToken) =>
        Finding.In((await sample.BuildAsync(cancellationToken)).EnsureSuccess().Output, sample.Folder);

    private static async Task<IReadOnlyList<Measurement>> MeasureAsync(DocumentsSample sample, CancellationToken cancellationToken)
    {
        await using var provider = await SimulatedProviderHost.StartAsync(new() { Latency = LatencyDistribution.Fixed(Latency) }, cancellationToken);
        await using var instantProvider = await SimulatedProviderHost.StartAsync(new(), cancellationToken);
        var measurements = new List<Measurement>();
        foreach (var place in Place.All)
        {
            measurements.Add(await Measurement.TakeAsync(sample, place, provider, instantProvider, cancellationToken));
        }

        return measurements;
    }
}
