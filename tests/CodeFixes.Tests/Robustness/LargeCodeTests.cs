using System.Collections.Immutable;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.CodeFixes.Tests.Robustness;

/// <summary>Large and deep code: the work grows with it, not with its square, and the stack that it takes is bounded. Work is counted in allocated bytes; the times are measured by the bench.</summary>
public sealed class LargeCodeTests
{
    /// <summary>Twice the code may cost this much more.</summary>
    private const double MostGrowth = 2.5;

    /// <summary>A garbage collection in between empties the compiler's caches, and filling them again is counted with the rest: a measurement is taken again where it is too high.</summary>
    private const int MostAttempts = 3;

    /// <summary>The stack of a thread that a host may analyse on.</summary>
    private const int SmallStack = 512 * 1024;

    /// <summary>The compiler recurses as well: it gets what it needs.</summary>
    private const int LargeStack = 64 * 1024 * 1024;

    public static TheoryData<string> Shapes { get; } = [.. LargeCode.All.Select(static c => c.Name)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Twice_the_code_is_about_twice_the_work(string name)
    {
        var shape = Shape(name);
        var size = Math.Max(shape.Size / 20, 15);
        _ = Analyze(shape, size, LargeStack);
        var measured = new List<string>();
        while (measured.Count < MostAttempts)
        {
            var (once, twice) = (Analyze(shape, size, LargeStack), Analyze(shape, 2 * size, LargeStack));
            if (twice.Bytes < (MostGrowth * once.Bytes) + 100_000)
            {
                return;
            }

            measured.Add($"{size} of '{name}' allocate {once.Bytes} bytes, {2 * size} allocate {twice.Bytes}: {(double)twice.Bytes / once.Bytes:F1} times as much.");
        }

        Assert.Fail(string.Join('\n', measured));
    }

    [Theory]
    [InlineData("loops in one another", 60)]
    [InlineData("loops in one another over a helper", 60)]
    [InlineData("operands of a request", 1_000)]
    [InlineData("awaits in one expression", 1_000)]
    [InlineData("parentheses in one another", 200)]
    [InlineData("links of a chain of else-if", 500)]
    [InlineData("helpers in a chain, with a loop over each", 500)]
    [InlineData("arms of a switch", 3_000)]
    public void Deep_code_is_analysed_on_a_small_stack(string name, int size) => _ = Analyze(Shape(name), size, SmallStack);

    [Theory]
    [InlineData("calls in loops, a method each", 200)]
    [InlineData("calls in loops of one method", 100)]
    [InlineData("loops over one helper", 100)]
    [InlineData("loops in one another", 60)]
    [InlineData("links of a chain of else-if", 200)]
    [InlineData("operands of a request", 1_000)]
    public async Task All_sites_of_a_large_file_are_fixed_at_once(string name, int size)
    {
        using var workspace = new AdhocWorkspace();
        var solution = Build(workspace, Shape(name).Write(size));
        var document = solution.Projects.Single().Documents.Single();
        var found = (await FixEngine.OfPackage.AnalyzeAsync(document.Project)).Where(static d => d.Id != "BM0010").ToImmutableArray();
        Assert.NotEmpty(found);
        var provider = Tools.Fixes.Single(f => f.FixableDiagnosticIds.Contains(found[0].Id));
        var context = new FixAllContext(document, provider, FixAllScope.Document, found[0].Id, [found[0].Id], new Known(found), CancellationToken.None);
        var action = await provider.GetFixAllProvider()!.GetFixAsync(context);
        var after = (await action!.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution.Projects.Single();
        Assert.DoesNotContain((await after.GetCompilationAsync())!.GetDiagnostics(), static d => d.Severity == DiagnosticSeverity.Error);
        Assert.DoesNotContain(await FixEngine.OfPackage.AnalyzeAsync(after), static d => d.Id != "BM0010");
    }

    /// <summary>What the rules allocate for the calls of a file, and what they find. The compiler's own work on the file is done before.</summary>
    private static (long Bytes, int Findings) Analyze(LargeCode shape, int size, int stack)
    {
        using var workspace = new AdhocWorkspace();
        var project = Build(workspace, shape.Write(size)).Projects.Single();
        var compilation = project.GetCompilationAsync().GetAwaiter().GetResult()!;
        var calls = ImmutableArray<IInvocationOperation>.Empty;
        OnThread(LargeStack, () => calls = [.. DirectHost.CallsOf(compilation.GetSemanticModel(compilation.SyntaxTrees.Single()))]);
        var host = new DirectHost(compilation, project.AnalyzerOptions, Tools.Analyzers);
        long bytes = 0;
        OnThread(stack, () =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var call in calls)
            {
                host.Ask(call);
            }

            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        });
        return (bytes, host.Found.Count);
    }

    private static void OnThread(int stack, Action work)
    {
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    work();
                }
#pragma warning disable CA1031 // Whatever it is, the test has to see it.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    failure = exception;
                }
            },
            stack);
        thread.Start();
        thread.Join();
        Assert.True(failure is null, $"An exception on a stack of {stack / 1024} KB: {failure}");
    }

    private static Solution Build(Workspace workspace, string text) => TestProject.Build(workspace, [new TestProject("Large", [("Code.cs", text)])]);

    private static LargeCode Shape(string name) => LargeCode.All.Single(c => c.Name == name);

    private sealed class Known(ImmutableArray<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
