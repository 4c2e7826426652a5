using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.Hosts.Tests;

public sealed class ProbeTests
{
    [Fact]
    public async Task Probe()
    {
        var report = new StreamWriter("/tmp/hosts_probe/report.txt") { AutoFlush = true };
        var watch = System.Diagnostics.Stopwatch.StartNew();
        report.WriteLine($"{OtherAnalyzers.All.Length} analyzers {OtherAnalyzers.Ids.Length} ids roslyn {typeof(Compilation).Assembly.GetName().Version}");
        var filter = Environment.GetEnvironmentVariable("PROBE") ?? "";
        foreach (var file in CaseFile.All.Where(c => c.Verdict == Verdict.Fixed && !c.AllowErrors && System.Text.RegularExpressions.Regex.IsMatch(c.Id, filter)).Where((_, i) => i % int.Parse(Environment.GetEnvironmentVariable("STEP") ?? "1") == 0))
        {
            var project = file.ToProject();
            var before = project;
            var after = project with { Sources = [.. project.Sources.Select(s => (s.Path, s.Path == file.Id + ".cs" ? file.FixedSource! : file.OtherFixedSources.FirstOrDefault(o => o.Name == s.Path).Text ?? s.Text))] };
            var b = await Run(before);
            var a = await Run(after);
            report.WriteLine($"# {file.Id} {watch.Elapsed} cpu {System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime}");
            foreach (var id in a.Select(d => d.Id).Distinct().Order().Except(["IDE0008", "SA1200", "MA0032", "MA0217", "IDE0320"]))
            {
                int nb = b.Count(d => d.Id == id), na = a.Count(d => d.Id == id);
                if (na > nb)
                {
                    report.WriteLine($"{id} {file.Id} {nb}->{na}");
                    var known = b.Where(d => d.Id == id).Select(Line).ToHashSet();
                    foreach (var d in a.Where(d => d.Id == id && !known.Contains(Line(d))))
                    {
                        report.WriteLine($"    {Line(d)}    // {d.GetMessage()}");
                    }
                }
            }
        }
        report.WriteLine($"{watch.Elapsed} cpu {System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime}");
    }

    private static string Line(Diagnostic d)
    {
        if (d.Location.SourceTree is null) return "?";
        var text = d.Location.SourceTree.GetText();
        return text.Lines.GetLineFromPosition(d.Location.SourceSpan.Start).ToString().Trim();
    }

    private static async Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> Run(TestProject project)
    {
        using var workspace = new AdhocWorkspace();
        return await OtherAnalyzers.RunAsync(TestProject.Build(workspace, [project]).Projects.Single());
    }
}
