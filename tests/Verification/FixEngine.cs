using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BatchMigrate.Verification;

/// <summary>Analyses and fixes a solution the way a host does.</summary>
public sealed class FixEngine(ImmutableArray<DiagnosticAnalyzer> analyzers, ImmutableArray<CodeFixProvider> fixes)
{
    /// <summary>More rounds than this mean that the fixes do not come to an end.</summary>
    private const int MostRounds = 25;

    /// <summary>The package's own rules and fixes.</summary>
    public static FixEngine OfPackage { get; } = new(Tools.Analyzers, Tools.Fixes);

    /// <summary>What has been found already: a project never changes, a changed one is another object.</summary>
    private readonly ConditionalWeakTable<Project, Task<ImmutableArray<Diagnostic>>> found = [];

    /// <summary>The analyzers' findings in a project, by file and place; a crashed analyzer fails.</summary>
    public Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Project project) => found.GetValue(project, AnalyzeOnceAsync);

    private async Task<ImmutableArray<Diagnostic>> AnalyzeOnceAsync(Project project)
    {
        var compilation = (await project.GetCompilationAsync())!;
        var options = new CompilationWithAnalyzersOptions(project.AnalyzerOptions, OnException, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var found = await compilation.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(static d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static d => d.Location.SourceSpan.Start)];
    }

    /// <summary>Applies single fixes, always the first finding that has one, until none is left.</summary>
    public async Task<Solution> FixOneByOneAsync(Solution solution)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            if (await FixFirstAsync(solution) is not { } next)
            {
                return solution;
            }

            solution = next;
        }

        throw new InvalidOperationException("The fixes do not come to an end.");
    }

    /// <summary>Applies fix-all in one scope until nothing is left to fix.</summary>
    public async Task<Solution> FixAllAsync(Solution solution, FixAllScope scope, string? equivalenceKey)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var before = solution;
            foreach (var provider in fixes)
            {
                foreach (var id in scope == FixAllScope.Document ? solution.Projects.SelectMany(static p => p.DocumentIds) : solution.Projects.Select(static p => p.DocumentIds[0]))
                {
                    solution = await FixAllOnceAsync(solution, provider, solution.GetDocument(id)!, scope, equivalenceKey) ?? solution;
                }
            }

            if (ReferenceEquals(before, solution))
            {
                return solution;
            }
        }

        throw new InvalidOperationException("Fix-all does not come to an end.");
    }

    private async Task<Solution?> FixFirstAsync(Solution solution)
    {
        foreach (var project in solution.Projects)
        {
            foreach (var diagnostic in await AnalyzeAsync(project))
            {
                var document = solution.GetDocument(diagnostic.Location.SourceTree)!;
                foreach (var provider in fixes.Where(f => f.FixableDiagnosticIds.Contains(diagnostic.Id)))
                {
                    var actions = new List<CodeAction>();
                    await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), default));
                    if (actions.Count > 0)
                    {
                        return await ApplyAsync(actions[0]);
                    }
                }
            }
        }

        return null;
    }

    private async Task<Solution?> FixAllOnceAsync(Solution solution, CodeFixProvider provider, Document document, FixAllScope scope, string? equivalenceKey)
    {
        var findings = new Findings(this, provider.FixableDiagnosticIds);
        if (!(scope switch
        {
            FixAllScope.Document => await findings.GetDocumentDiagnosticsAsync(document, default),
            FixAllScope.Project => await findings.GetAllDiagnosticsAsync(document.Project, default),
            _ => [.. (await Task.WhenAll(solution.Projects.Select(p => findings.GetAllDiagnosticsAsync(p, default)))).SelectMany(static d => d)],
        }).Any())
        {
            return null;
        }

        var context = new FixAllContext(document, provider, scope, equivalenceKey!, provider.FixableDiagnosticIds, findings, default);
        return await provider.GetFixAllProvider()!.GetFixAsync(context) is { } action ? await ApplyAsync(action) : null;
    }

    private static async Task<Solution> ApplyAsync(CodeAction action) =>
        (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    private static void OnException(Exception exception, DiagnosticAnalyzer analyzer, Diagnostic diagnostic) =>
        throw new InvalidOperationException($"{analyzer.GetType().Name} crashed: {exception}", exception);

    private sealed class Findings(FixEngine engine, ImmutableArray<string> ids) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await GetAllDiagnosticsAsync(document.Project, cancellationToken)).Where(d => d.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            (await engine.AnalyzeAsync(project)).Where(d => ids.Contains(d.Id));
    }
}
