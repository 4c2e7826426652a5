using System.Collections.Immutable;
using System.Globalization;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BatchMigrate.Analyzers.Bench;

/// <summary>The package beside others, on the same code, in one process, in turns. Processor time is compared: other programs of the machine do not count.</summary>
internal static class Comparison
{
    /// <summary>Prints a table of all packages.</summary>
    public static async Task RunAsync(int lines, int sites, int rounds)
    {
        var contenders = ImmutableArray.Create(PackageAnalyzers.Empty, PackageAnalyzers.Ours).AddRange(PackageAnalyzers.Others);
        var written = GeneratedCode.WriteBoth(lines, sites);
        using var workspace = new AdhocWorkspace();
        var project = BenchProject.Build(workspace, written);
        var small = BenchProject.Build(workspace, GeneratedCode.Write(2_000, 10));
        var figures = contenders.ToDictionary(static c => c, static _ => new List<Figure>());
        foreach (var contender in contenders)
        {
            _ = await AnalyzeAsync(small, contender);
        }

        // What is read first is the reading of all: the first to go through the code pays for more than its rules.
        _ = await AnalyzeAsync(project, PackageAnalyzers.Empty);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var contender in contenders)
            {
                figures[contender].Add(await AnalyzeAsync(project, contender));
            }
        }

        var actual = BenchProject.Lines(written);
        var bound = BenchProject.BoundFor(actual);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{actual:N0} generated lines, {sites} calls in loops, median of {rounds} rounds in turns; ms of processor time"));
        Console.WriteLine("package                                           rules       all   above empty   in callbacks (wall)   per rule   findings");
        var empty = Median(figures[PackageAnalyzers.Empty], static f => f.All);
        foreach (var (contender, of) in figures)
        {
            var (all, own) = (Median(of, static f => f.All), Median(of, static f => f.Own));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{contender.Name,-48} {contender.Rules,6} {all,9:F0} {all - empty,13:F0} {own,10:F1} {own / contender.Rules,20:F2} {of[0].Findings,10}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"above the empty analyzer {Median(figures[PackageAnalyzers.Ours], static f => f.All) - empty:F0} ms, bound {bound:F0} ms: {(Median(figures[PackageAnalyzers.Ours], static f => f.All) - empty <= bound ? "met" : "missed")}"));
        var perRule = Median(figures[PackageAnalyzers.Ours], static f => f.Own) / PackageAnalyzers.Ours.Rules;
        var least = PackageAnalyzers.Others.Min(o => Median(figures[o], static f => f.Own) / o.Rules);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"per rule {perRule:F2} ms, least of the others {least:F2} ms: {(perRule <= least ? "met" : "missed")}"));
    }

    /// <summary>What the package does where no library of the catalogue is referenced: the first time, and later.</summary>
    public static async Task RunAbsentAsync()
    {
        using var workspace = new AdhocWorkspace();
        var project = TestProject.Build(workspace, [new TestProject("Absent", [.. GeneratedCode.Write(2_000, 0)]) { References = References.Framework }]).Projects.Single();
        var compilation = (await project.GetCompilationAsync())!;
        List<double> times = [];
        for (var i = 0; i < 21; i++)
        {
            var fresh = compilation.Clone();

            // The references are bound by whoever asks first; that is not the package's work.
            _ = fresh.GetSpecialType(SpecialType.System_Object);
            var before = Environment.CpuUsage.TotalTime;
            var host = new DirectHost(fresh, project.AnalyzerOptions, Tools.Analyzers);
            times.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
            if (host.IsInterested)
            {
                throw new InvalidOperationException("Something is registered.");
            }
        }

        var warm = times.Skip(1).Order().ElementAt(10);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"library absent, nothing registered: the first compilation of a process {times[0]:F1} ms (with the just-in-time compiler), later ones {warm:F2} ms, bound 1 ms: {(warm < 1 ? "met" : "missed")}"));
    }

    private static async Task<Figure> AnalyzeAsync(Project project, PackageAnalyzers package)
    {
        // Compiled anew each time, so that nothing is remembered.
        var compilation = (await project.GetCompilationAsync())!.Clone();
        var with = compilation.WithAnalyzers(package.Analyzers, new CompilationWithAnalyzersOptions(project.AnalyzerOptions, null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        var result = await with.GetAnalysisResultAsync(CancellationToken.None);
        var all = Environment.CpuUsage.TotalTime - before;
        return new Figure(all.TotalMilliseconds, result.AnalyzerTelemetryInfo.Values.Sum(static t => t.ExecutionTime.TotalMilliseconds), result.GetAllDiagnostics().Length);
    }

    private static double Median(List<Figure> figures, Func<Figure, double> of) => figures.Select(of).Order().ElementAt(figures.Count / 2);

    private sealed record Figure(double All, double Own, int Findings);
}
