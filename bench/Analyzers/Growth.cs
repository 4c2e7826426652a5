using System.Globalization;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.Analyzers.Bench;

/// <summary>How the rules' own work grows with large and deep code: a quarter, a half, and all of an unusual size.</summary>
internal static class Growth
{
    /// <summary>Prints the times for all shapes.</summary>
    public static async Task RunAsync()
    {
        Console.WriteLine("Growth, ms of the rules' own processor time, for n / 4, n / 2 and n");
        foreach (var shape in LargeCode.All)
        {
            // The first one of a shape warms up.
            _ = await MeasureAsync(shape, shape.Size / 4);
            var times = new[] { await MeasureAsync(shape, shape.Size / 4), await MeasureAsync(shape, shape.Size / 2), await MeasureAsync(shape, shape.Size) };
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{shape.Name,-48} n = {shape.Size,6} {times[0],8:F0} {times[1],8:F0} {times[2],8:F0}"));
        }
    }

    private static async Task<double> MeasureAsync(LargeCode shape, int size)
    {
        using var workspace = new AdhocWorkspace();
        var project = TestProject.Build(workspace, [new TestProject("Growth", [("Code.cs", shape.Write(size))])]).Projects.Single();
        var compilation = (await project.GetCompilationAsync())!;
        double time = 0;
        var thread = new Thread(
            () =>
            {
                var calls = DirectHost.CallsOf(compilation.GetSemanticModel(compilation.SyntaxTrees.Single())).ToList();
                var host = new DirectHost(compilation, project.AnalyzerOptions, Tools.Analyzers);
                var before = Environment.CpuUsage.TotalTime;
                foreach (var call in calls)
                {
                    host.Ask(call);
                }

                time = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
            },
            64 * 1024 * 1024);
        thread.Start();
        thread.Join();
        return time;
    }
}
