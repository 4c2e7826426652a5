using System.Diagnostics;
using System.Globalization;
using System.Text;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BatchMigrate.Analyzers.Bench;

/// <summary>Fixing all sites of a solution, beside what <c>dotnet format</c> needs to load the same solution and to find nothing in it.</summary>
internal static class FixAll
{
    private const int Projects = 10;

    /// <summary>Prints both times.</summary>
    public static async Task RunAsync(int sites)
    {
        var load = await LoadAsync(sites);
        using var workspace = new AdhocWorkspace();
        var solution = TestProject.Build(workspace, Enumerable.Range(0, Projects).Select(i => new TestProject($"Project{i}", [.. GeneratedCode.Write(1, sites / Projects)])));
        foreach (var project in solution.Projects)
        {
            _ = (await project.GetCompilationAsync())!.GetDiagnostics();
        }

        var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var after = await FixEngine.OfPackage.FixAllAsync(solution, FixAllScope.Solution, "BM0001");
        var (wall, processor) = (watch.Elapsed, Environment.CpuUsage.TotalTime - cpu);
        var left = 0;
        foreach (var project in after.Projects)
        {
            left += (await FixEngine.OfPackage.AnalyzeAsync(project)).Length;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fix-all of {sites} sites in {Projects} projects until nothing is left to fix ({left} left): {wall.TotalSeconds:F1} s, {processor.TotalSeconds:F1} s of processor time, {processor.TotalMilliseconds / sites:F1} ms a site"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"dotnet format, which loads the same files and finds nothing: {load.TotalSeconds:F1} s: {(wall < load ? "met" : "missed")}"));
    }

    private static async Task<TimeSpan> LoadAsync(int sites)
    {
        var folder = Directory.CreateTempSubdirectory("batchmigrate-bench");
        try
        {
            for (var i = 0; i < Projects; i++)
            {
                var project = folder.CreateSubdirectory($"Project{i}").FullName;
                await File.WriteAllTextAsync(Path.Combine(project, $"Project{i}.csproj"), "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
                foreach (var (path, text) in GeneratedCode.Write(1, sites / Projects))
                {
                    await File.WriteAllTextAsync(Path.Combine(project, path), text, Encoding.UTF8);
                }
            }

            await RunDotnetAsync(folder.FullName, ["new", "sln", "--name", "Bench", "--format", "sln"]);
            await RunDotnetAsync(folder.FullName, ["sln", "add", .. Enumerable.Range(0, Projects).Select(static i => $"Project{i}")]);
            await RunDotnetAsync(folder.FullName, ["restore"]);
            var watch = Stopwatch.StartNew();
            await RunDotnetAsync(folder.FullName, ["format", "analyzers", "Bench.sln", "--no-restore", "--verify-no-changes", "--diagnostics", "BM9999"]);
            return watch.Elapsed;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunDotnetAsync(string folder, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}: {output}{await error}");
        }
    }
}
