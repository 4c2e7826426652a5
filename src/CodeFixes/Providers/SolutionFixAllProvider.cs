using BatchMigrate.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BatchMigrate.CodeFixes.Providers;

/// <summary>
/// Fixes all findings of a scope, whatever equivalence key the host asks with; a single fix is a fix-all of one. A fix may reach into other files,
/// so findings are not taken document by document.
/// </summary>
internal sealed class SolutionFixAllProvider : FixAllProvider
{
    public static SolutionFixAllProvider Instance { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        Task.FromResult<CodeAction?>(CodeAction.Create(BatchFixes.TitleOf(fixAllContext.DiagnosticIds.First()), token => FixAsync(fixAllContext.WithCancellationToken(token)), fixAllContext.CodeActionEquivalenceKey));

    private static async Task<Solution> FixAsync(FixAllContext context)
    {
        var solution = context.Solution;
        var projects = context.Scope == FixAllScope.Solution ? solution.ProjectIds : [context.Project.Id];
        foreach (var id in projects)
        {
            // What a fix in one project adds can be seen by the next one.
            var project = solution.GetProject(id)!;
            var original = context.Solution.GetProject(id)!;
            var found = context is { Scope: FixAllScope.Document, Document: { } document }
                ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await context.GetAllDiagnosticsAsync(original).ConfigureAwait(false);
            var plans = new List<Analyzers.Plans.Plan>();
            foreach (var group in found.Where(d => d.Location.IsInSource && context.DiagnosticIds.Contains(d.Id)).GroupBy(static d => (Tree: d.Location.SourceTree!, d.Id)).OrderBy(static g => g.Key.Tree.FilePath, StringComparer.Ordinal))
            {
                if (original.GetDocument(group.Key.Tree) is { } there && project.GetDocument(there.Id) is { } current)
                {
                    plans.AddRange(await PlanFinder.FindAsync(current, group.Key.Id, group.Select(static d => d.Location.SourceSpan), context.CancellationToken).ConfigureAwait(false));
                }
            }

            if (plans.Count > 0)
            {
                solution = await SolutionRewriter.ApplyAsync(project, plans, context.CancellationToken).ConfigureAwait(false);
            }
        }

        return solution;
    }
}
