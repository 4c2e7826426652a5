namespace Quickstart.Systems;

/// <summary>Migrates the samples' versions from before, and measures both.</summary>
/// <param name="Before">The sources as they were.</param>
/// <param name="After">The sources after two runs of the fix.</param>
/// <param name="Later">The sources after a third one.</param>
/// <param name="FindingsBefore">What the first build reported.</param>
/// <param name="FindingsAfter">What the build after the fix reported.</param>
/// <param name="Measurements">Each sample's figures.</param>
internal sealed record SystemsTour(
    SortedDictionary<string, string> Before,
    SortedDictionary<string, string> After,
    SortedDictionary<string, string> Later,
    IReadOnlyList<Finding> FindingsBefore,
    IReadOnlyList<Finding> FindingsAfter,
    IReadOnlyList<SystemMeasurement> Measurements)
{
    private const int Runs = 3;

    /// <summary>Packs this checkout's package, migrates with it, and prints the figures.</summary>
    /// <exception cref="StepFailedException">A step did not do what it should.</exception>
    public static Task ShowAsync(string checkout, bool keep, TextWriter console, CancellationToken cancellationToken = default) =>
        Workspace.UseAsync(checkout, keep, SystemsCopy.FolderName, console, async (package, folder) =>
        {
            var tour = await TakeAsync(checkout, folder, package, Runs, console, cancellationToken);
            console.WriteLine();
            foreach (var line in SystemsTable.Lines(tour.Measurements))
            {
                console.WriteLine($"   {line}");
            }

            console.WriteLine();
            console.WriteLine($"   time:         the best of {Runs}, from the program's first line of work to its last");
            console.WriteLine("   at a time:    the most requests that the provider had in work at one moment");
            console.WriteLine("   at 0 ms:      the second version against a provider that answers at once: what the program itself takes");
            console.WriteLine("   cost:         in US dollars, by list prices");
            console.WriteLine($"   lower bound:  the largest of the latencies' sum / {SystemMeasurement.Workers} workers, the longest latency, and what the provider's limits admit");
            tour.Check();
        }, cancellationToken);

    /// <summary>Migrates with a package that exists already, in a folder of its own, and measures in so many runs.</summary>
    /// <exception cref="StepFailedException">A command or a program failed.</exception>
    public static async Task<SystemsTour> TakeAsync(
        string checkout, string folder, LocalPackage package, int runs, TextWriter console, CancellationToken cancellationToken = default)
    {
        var copy = new SystemsCopy(checkout, await ConsumerFolder.CreateAsync(folder, package, cancellationToken));
        var before = copy.ReadSources();
        console.WriteLine($"2. dotnet build, in a copy of {string.Join(", ", SystemSample.All.Select(sample => $"samples/{sample.Before}"))}");
        var findingsBefore = await copy.BuildAsync(cancellationToken);
        foreach (var finding in findingsBefore)
        {
            console.WriteLine($"   {finding}");
        }

        copy.SavePrograms("before");
        console.WriteLine($"3. {FixCommand.Text}, twice");
        await copy.FormatAsync(cancellationToken);
        await copy.FormatAsync(cancellationToken);
        var after = copy.ReadSources();
        console.WriteLine("4. dotnet build, again");
        var findingsAfter = await copy.BuildAsync(cancellationToken);
        copy.SavePrograms("after");
        console.WriteLine("5. The fix once more");
        await copy.FormatAsync(cancellationToken);
        var later = copy.ReadSources();
        console.WriteLine("6. Run all, before and after, against simulated providers");
        var measurements = new List<SystemMeasurement>();
        foreach (var sample in SystemSample.All)
        {
            measurements.Add(await SystemMeasurement.TakeAsync(copy, sample, runs, cancellationToken));
        }

        return new SystemsTour(before, after, later, findingsBefore, findingsAfter, measurements);
    }

    private void Check()
    {
        if (FindingsAfter is [var left, ..])
        {
            throw new StepFailedException($"The rewritten programs build with a warning: {left}");
        }

        if (After.FirstOrDefault(file => Later[file.Key] != file.Value) is { Key: { } changed })
        {
            throw new StepFailedException($"A third run of the fix changed {changed}.");
        }

        foreach (var m in Measurements)
        {
            if (m.Before.Output != m.After.Output)
            {
                throw new StepFailedException($"{m.Sample} printed something else after the fix.{Environment.NewLine}{LineDiff.Unified("output", m.Before.Output, m.After.Output)}");
            }

            if (m.After.Elapsed >= m.Before.Elapsed)
            {
                throw new StepFailedException($"{m.Sample} is not faster after the fix.");
            }
        }
    }
}
