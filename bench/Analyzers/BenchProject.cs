using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.Analyzers.Bench;

/// <summary>The project that is measured, and what the package may cost for it.</summary>
internal static class BenchProject
{
    /// <summary>What the package may cost above an empty analyzer, for <see cref="BoundLines"/> lines; ms.</summary>
    private const double Bound = 100;

    private const double BoundLines = 250_000;

    /// <summary>The lines of the files together.</summary>
    public static int Lines(List<(string Path, string Text)> files) => files.Sum(static f => f.Text.Count(static c => c == '\n'));

    /// <summary>What so many lines may cost; ms.</summary>
    public static double BoundFor(int lines) => Bound * lines / BoundLines;

    /// <summary>A project of the files.</summary>
    public static Project Build(Workspace workspace, List<(string Path, string Text)> files) => TestProject.Build(workspace, [new TestProject("Bench", [.. files])]).Projects.Last();
}
