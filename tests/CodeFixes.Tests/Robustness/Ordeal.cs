using System.Collections.Concurrent;
using BatchMigrate.CodeFixes.Rewriting;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace BatchMigrate.CodeFixes.Tests.Robustness;

/// <summary>
/// Analyses damaged code and applies every fix that is offered for it, and notes what must not happen. Every so many fixes are applied as a host does it, with the clean-up; then it is also looked at whether code
/// that compiles still compiles.
/// </summary>
internal sealed class Ordeal
{
    private const int ThoroughEvery = 10;

    private int edits;
    private int findings;
    private int fixes;

    /// <summary>What went wrong.</summary>
    public ConcurrentBag<string> Failures { get; } = [];

    /// <summary>How many edits were tried.</summary>
    public int Edits => edits;

    /// <summary>What was found, over all edits.</summary>
    public int Findings => findings;

    /// <summary>How many fixes were applied.</summary>
    public int Fixes => fixes;

    /// <summary>Tries one edit.</summary>
    public async Task TryAsync(Subject subject, Edit edit)
    {
        Interlocked.Increment(ref edits);
        var where = $"{subject.File.Id}, {edit.What}";
        var project = await subject.WithAsync(edit);
        var compilation = (await project.GetCompilationAsync())!;
        foreach (var diagnostic in Analyze(project, compilation, where))
        {
            Interlocked.Increment(ref findings);
            if (project.GetDocument(diagnostic.Location.SourceTree) is not { } document)
            {
                continue;
            }

            foreach (var provider in Tools.Fixes.Where(f => f.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                try
                {
                    await FixAsync(document, diagnostic, provider, where, mayCompile: edit is TextEdit);
                }
#pragma warning disable CA1031 // Any exception at all is what the test looks for.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    Failures.Add($"{where}: {provider.GetType().Name} threw {exception}");
                }
            }
        }
    }

    /// <summary>What the rules find: each is asked about each call on this thread, which costs a fraction of the compiler's driver.</summary>
    private IReadOnlyList<Diagnostic> Analyze(Project project, Compilation compilation, string where)
    {
        try
        {
            var host = new DirectHost(compilation, project.AnalyzerOptions, Tools.Analyzers);
            return [.. compilation.SyntaxTrees.SelectMany(t => host.Analyze(t))];
        }
#pragma warning disable CA1031 // Any exception at all is what the test looks for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Failures.Add($"{where}: a rule threw {exception}");
            return [];
        }
    }

    private async Task FixAsync(Document document, Diagnostic diagnostic, CodeFixProvider provider, string where, bool mayCompile)
    {
        var before = document.Project.Solution;
        var isThorough = diagnostic.Id == "BM0011" || Interlocked.Increment(ref fixes) % ThoroughEvery == 0;
        if (await (isThorough ? ApplyAsync(document, diagnostic, provider) : WriteAsync(document, diagnostic)) is not { } after)
        {
            return;
        }

        foreach (var id in after.GetChanges(before).GetProjectChanges().SelectMany(static p => p.GetChangedDocuments(onlyGetDocumentsWithTextChanges: true)))
        {
            var (old, @new) = (before.GetDocument(id)!, after.GetDocument(id)!);
            if (await SyntaxErrorsAsync(@new) > await SyntaxErrorsAsync(old))
            {
                Failures.Add($"{where}: the fix of {diagnostic.Id} adds a syntax error:\n{await @new.GetTextAsync()}");
            }
        }

        // A project that lacks what a library needs compiles only by chance.
        if (isThorough && mayCompile && (await ErrorsAsync(document.Project)).Count == 0 && await ErrorsAsync(after.GetProject(document.Project.Id)!) is { Count: > 0 } errors)
        {
            Failures.Add($"{where}: the fix of {diagnostic.Id} does not compile: {errors[0]}\n{await after.GetDocument(document.Id)!.GetTextAsync()}");
        }
    }

    /// <summary>The fix as a host applies it.</summary>
    private static async Task<Solution?> ApplyAsync(Document document, Diagnostic diagnostic, CodeFixProvider provider)
    {
        var actions = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions.Count == 0 ? null : (await actions[0].GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }

    /// <summary>What the package itself writes; the host's clean-up afterwards costs ten times as much.</summary>
    private static async Task<Solution?> WriteAsync(Document document, Diagnostic diagnostic)
    {
        var plans = await PlanFinder.FindAsync(document, diagnostic.Id, [diagnostic.Location.SourceSpan], CancellationToken.None);
        return plans.Count == 0 ? null : await SolutionRewriter.ApplyAsync(document.Project, plans, CancellationToken.None);
    }

    /// <summary>The errors that the text has when it is read anew.</summary>
    private static async Task<int> SyntaxErrorsAsync(Document document) =>
        CSharpSyntaxTree.ParseText(await document.GetTextAsync(), (CSharpParseOptions)document.Project.ParseOptions!).GetDiagnostics().Count(static d => d.Severity == DiagnosticSeverity.Error);

    private static async Task<List<Diagnostic>> ErrorsAsync(Project project) =>
        [.. (await project.GetCompilationAsync())!.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error)];
}
