using System.Globalization;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Bench;

/// <summary>What the rules' own code takes above that of an empty analyzer: the calls are bound before, and the rules are asked about each, without the compiler's driver.</summary>
internal static class OwnWork
{
    /// <summary>Prints the first round, which pays for the just-in-time compiler, and the later ones, which a compiler that stays resident (an editor, a build server) has.</summary>
    public static async Task RunAsync(int lines, int sites, int rounds)
    {
        var written = GeneratedCode.WriteBoth(lines, sites);
        using var workspace = new AdhocWorkspace();
        var project = BenchProject.Build(workspace, written);
        var (actual, times, bytes) = (BenchProject.Lines(written), new List<double>(), 0L);
        var bound = BenchProject.BoundFor(actual);
        for (var round = 0; round < rounds; round++)
        {
            (var time, bytes) = await AskAsync(project);
            times.Add(time);
        }

        var later = times.Skip(rounds / 2).Order().ElementAt((rounds - (rounds / 2)) / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"own work for {actual:N0} lines with {sites} calls in loops, {rounds} rounds: the first {times[0]:F1} ms of processor time (with the just-in-time compiler), the median of the second half {later:F1} ms, {bytes:N0} bytes; bound {bound:F0} ms: {(later <= bound ? "met" : "missed")}"));
    }

    private static async Task<(double Time, long Bytes)> AskAsync(Project project)
    {
        // Compiled anew each time, so that nothing is remembered.
        var compilation = (await project.GetCompilationAsync())!.Clone();
        var calls = compilation.SyntaxTrees.SelectMany(t => DirectHost.CallsOf(compilation.GetSemanticModel(t))).ToList();
        GC.Collect();
        var (empty, _) = Ask(calls, new DirectHost(compilation, project.AnalyzerOptions, PackageAnalyzers.Empty.Analyzers));
        var (ours, bytes) = Ask(calls, new DirectHost(compilation, project.AnalyzerOptions, Tools.Analyzers));
        return (ours - empty, bytes);
    }

    private static (double Time, long Bytes) Ask(List<IInvocationOperation> calls, DirectHost host)
    {
        var (before, allocated) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
        foreach (var call in calls)
        {
            host.Ask(call);
        }

        return ((Environment.CpuUsage.TotalTime - before).TotalMilliseconds, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }
}
