using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using BatchMigrate.Analyzers.Bench;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

// What it costs to have the analyzers installed, and what a fix-all of many sites takes. The lower bounds stand beside the figures:
// an analyzer that does nothing, and parsing and compiling the same code.
const int Lines = 120_000;
const int Rounds = 5;
var sites = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 500;

Console.WriteLine($"{Lines:N0} generated lines, median of {Rounds} interleaved rounds, {Environment.ProcessorCount} processors, .NET {Environment.Version}");
Console.WriteLine();
Console.WriteLine("Analysis, ms (all of our rules together; the empty analyzer looks at every invocation and does nothing)");
Console.WriteLine("libraries   calls in loops         empty    ours    ours, above empty   per 1,000 lines");
Console.WriteLine("(absent: nothing is registered, so not even the operations are built)");
Console.WriteLine("(depth 0: methods of the program are not followed, which leaves BM0001, BM0002 and BM0004)");
await MeasureAnalysisAsync("absent", References.Framework, 0);
await MeasureAnalysisAsync("present", References.All, 0, depth: 0);
await MeasureAnalysisAsync("present", References.All, 0);
await MeasureAnalysisAsync("present", References.All, sites, depth: 0);
await MeasureAnalysisAsync("present", References.All, sites);
await MeasureAnalysisAsync("present", References.All, sites, throughHelpers: true);
Console.WriteLine();
Console.WriteLine("Growth, ms of analysis");
foreach (var callers in new[] { 500, 5_000 })
{
    await MeasureGrowthAsync($"one helper, {callers:N0} loops", GeneratedCode.WriteCallers(callers), callers);
}

foreach (var length in new[] { 10, 50, 200 })
{
    await MeasureGrowthAsync($"a chain of {length} helpers", GeneratedCode.WriteChain(length), length);
}

Console.WriteLine();
await MeasureFixAllAsync(sites);

static async Task MeasureGrowthAsync(string what, List<(string Path, string Text)> files, int count)
{
    using var workspace = new AdhocWorkspace();
    var project = TestProject.Build(workspace, [new TestProject("Bench", [.. files])]).Projects.Single();
    await AnalyseAsync(project, Tools.Analyzers);
    List<double> times = [];
    for (var round = 0; round < 3; round++)
    {
        times.Add(await AnalyseAsync(project, Tools.Analyzers));
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-28} {Median(times),8:F0} ms, {Median(times) / count,6:F2} ms each"));
}

static async Task MeasureAnalysisAsync(string libraries, ImmutableArray<MetadataReference> references, int sites, int depth = 3, bool throughHelpers = false)
{
    using var workspace = new AdhocWorkspace();
    var project = TestProject.Build(workspace, [new TestProject("Bench", [.. GeneratedCode.Write(Lines, sites, throughHelpers)]) { References = references, EditorConfig = [$"batch_migrate.helper_depth = {depth}"] }]).Projects.Single();
    List<double> empty = [], ours = [];
    for (var round = 0; round <= Rounds; round++)
    {
        // Round 0 warms up.
        var (e, o) = (await AnalyseAsync(project, [new EmptyAnalyzer()]), await AnalyseAsync(project, Tools.Analyzers));
        if (round > 0)
        {
            empty.Add(e);
            ours.Add(o);
        }
    }

    var difference = ours.Zip(empty, static (o, e) => o - e).ToList();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{libraries,-11} {sites,5} {(throughHelpers ? "through a helper" : depth == 0 ? "depth 0" : string.Empty),-16} {Median(empty),7:F0} {Median(ours),7:F0} {Median(difference),20:F1} {Median(difference) / (Lines / 1000.0),17:F3}"));
}

// Compiles anew each time, so that no plan is remembered; only the analyzers' own callbacks and the binding that they cause are in the time.
static async Task<double> AnalyseAsync(Project project, ImmutableArray<DiagnosticAnalyzer> analyzers)
{
    var compilation = (await project.GetCompilationAsync())!.Clone();
    compilation.GetDiagnostics();
    var with = compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(project.AnalyzerOptions, null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
    GC.Collect();
    var watch = Stopwatch.StartNew();
    await with.GetAnalyzerDiagnosticsAsync();
    return watch.Elapsed.TotalMilliseconds;
}

static async Task MeasureFixAllAsync(int sites)
{
    using var workspace = new AdhocWorkspace();
    var solution = TestProject.Build(workspace, [new TestProject("Bench", [.. GeneratedCode.Write(1, sites)])]);
    var watch = Stopwatch.StartNew();
    (await solution.Projects.Single().GetCompilationAsync())!.GetDiagnostics();
    var compile = watch.Elapsed;
    watch.Restart();
    var found = (await FixEngine.OfPackage.AnalyzeAsync(solution.Projects.Single())).Length;
    var analyse = watch.Elapsed;
    watch.Restart();
    var after = await FixEngine.OfPackage.FixAllAsync(solution, FixAllScope.Project, "BM0001");
    var fix = watch.Elapsed;
    var left = (await FixEngine.OfPackage.AnalyzeAsync(after.Projects.Single())).Length;
    Console.WriteLine($"Fix-all in one project: {found} sites in {sites} files, {left} left");
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  compile (bound) {compile.TotalSeconds:F2} s, analyse {analyse.TotalSeconds:F2} s, fix-all until nothing is left {fix.TotalSeconds:F2} s ({fix.TotalMilliseconds / sites:F1} ms a site)"));
}

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
