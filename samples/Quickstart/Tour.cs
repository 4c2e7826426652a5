using SimulatedProvider;

namespace Quickstart;

/// <summary>The steps, in order.</summary>
internal static class Tour
{
    private const int Runs = 3;

    // Two are usual; fixes that undo one another would never end.
    private const int MaxFormatRuns = 5;

    // Draws latencies with which the groups of the sample lose as much time to a batch as they do on average over all seeds.
    private const int LatencySeed = 1;

    private static readonly TimeSpan MedianLatency = TimeSpan.FromMilliseconds(100);

    /// <summary>Packs this checkout's package and shows it at work.</summary>
    /// <exception cref="StepFailedException">A step did not do what it should.</exception>
    public static Task RunAsync(string checkout, bool keep, TextWriter console, CancellationToken cancellationToken = default) =>
        Workspace.UseAsync(checkout, keep, "Documents", console, async (package, folder) =>
        {
            var measurements = await RunAsync(checkout, folder, package, Runs, console, cancellationToken);
            if (measurements.FirstOrDefault(m => m.Place.GainsTime && m.After >= m.Before) is { } slow)
            {
                throw new StepFailedException($"{slow.Place} is not faster after the fix.");
            }
        }, cancellationToken);

    /// <summary>Shows a package that exists already, in a folder of its own, and measures in so many runs.</summary>
    /// <exception cref="StepFailedException">A step did not do what it should.</exception>
    public static async Task<IReadOnlyList<Measurement>> RunAsync(
        string checkout, string folder, LocalPackage package, int runs, TextWriter console, CancellationToken cancellationToken = default)
    {
        var sample = new DocumentsSample(checkout, await ConsumerFolder.CreateAsync(folder, package, cancellationToken));
        var before = sample.ReadSources();

        console.WriteLine();
        console.WriteLine("2. dotnet build, in a copy of samples/Documents that references the package");
        Show(await BuildAsync(sample, cancellationToken), console);

        sample.SavePrograms("before");

        console.WriteLine();
        console.WriteLine($"3. {FixCommand.Text}, until it changes nothing");
        var after = await FormatAsync(sample, before, console, cancellationToken);
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
        console.WriteLine($"5. Run both against a simulated provider whose answers take {MedianLatency.TotalMilliseconds:0} ms in the median, some of them far longer");
        var measurements = await MeasureAsync(sample, runs, cancellationToken);
        console.WriteLine("   every place printed the same before and after");
        console.WriteLine();
        foreach (var line in Table.Lines(measurements))
        {
            console.WriteLine($"   {line}");
        }

        console.WriteLine();
        console.WriteLine("   before, after: requests, rejected and tokens are the same in both");
        console.WriteLine($"   times:         the best of {runs}, of programs that have just been started");
        console.WriteLine("   at 0 ms:       the second version against a provider that answers at once: what starting the program costs (bench/ measures without that)");
        console.WriteLine($"   lower bound:   the larger of the latencies' sum / {Measurement.Workers} workers and the longest latency");
        foreach (var throttled in Place.All.Where(place => !place.GainsTime))
        {
            console.WriteLine($"   {throttled} had a throttle of {Measurement.Workers} before: there the fix takes code away, and no time");
        }

        return measurements;
    }

    private static void Show(IReadOnlyList<Finding> findings, TextWriter console)
    {
        foreach (var finding in findings)
        {
            console.WriteLine($"   {finding}");
        }

        console.WriteLine($"   {string.Join(", ", Place.Rules.Select(rule => $"{rule}: {findings.Count(f => f.Id == rule)}"))}");
        if (Place.All.FirstOrDefault(place => !findings.Any(place.IsWarnedOfBy)) is { } unnoticed)
        {
            throw new StepFailedException($"The build did not warn of {unnoticed.File} with {unnoticed.Rule}.");
        }
    }

    /// <summary>Formats until a run changes nothing: one fix may reveal the next.</summary>
    private static async Task<SortedDictionary<string, string>> FormatAsync(
        DocumentsSample sample, SortedDictionary<string, string> sources, TextWriter console, CancellationToken cancellationToken)
    {
        for (var run = 1; run <= MaxFormatRuns; run++)
        {
            (await sample.FormatAsync(cancellationToken)).EnsureSuccess();
            var formatted = sample.ReadSources();
            var changed = formatted.Keys.Union(sources.Keys).Count(name => formatted.GetValueOrDefault(name) != sources.GetValueOrDefault(name));
            console.WriteLine($"   run {run}: {(changed == 0 ? "nothing left to change" : $"{changed} files changed")}");
            if (changed == 0)
            {
                return formatted;
            }

            sources = formatted;
        }

        throw new StepFailedException($"{MaxFormatRuns} runs of the fix did not come to an end.");
    }

    private static async Task<IReadOnlyList<Finding>> BuildAsync(DocumentsSample sample, CancellationToken cancellationToken) =>
        Finding.In((await sample.BuildAsync(cancellationToken)).EnsureSuccess().Output, sample.Folder);

    private static async Task<IReadOnlyList<Measurement>> MeasureAsync(DocumentsSample sample, int runs, CancellationToken cancellationToken)
    {
        var options = new SimulatedProviderOptions { Latency = LatencyDistribution.LogNormal(MedianLatency, sigma: 0.5), Seed = LatencySeed };
        await using var provider = await SimulatedProviderHost.StartAsync(options, cancellationToken);
        await using var instantProvider = await SimulatedProviderHost.StartAsync(new(), cancellationToken);
        var measurements = new List<Measurement>();
        foreach (var place in Place.All)
        {
            measurements.Add(await Measurement.TakeAsync(sample, place, provider, instantProvider, runs, cancellationToken));
        }

        return measurements;
    }
}
