using BatchMigrate.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BatchMigrate.CodeFixes.Providers;

/// <summary>
/// Fixes all findings of a scope, whatever equivalence key the host asks with; a single fix is a fix-all of one. A fix may reach into other files,
/// so findings are not taken document by document. What a fix reveals (of several calls in a loop the second one, a loop over a method that now has a form
/// for many) is fixed as well, so that one run is enough.
/// </summary>
internal sealed class SolutionFixAllProvider : FixAllProvider
{
    /// <summary>Each round fixes something; code in which so many calls need each other's answers is left for the next run.</summary>
    private const int MostRounds = 10;

    public static SolutionFixAllProvider Instance { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        Task.FromResult<CodeAction?>(CodeAction.Create(BatchFixes.TitleOf(fixAllContext.DiagnosticIds.First()), token => FixAsync(fixAllContext.WithCancellationToken(token)), fixAllContext.CodeActionEquivalenceKey));

    private static async Task<Solution> FixAsync(FixAllContext context)
    {
        var findings = await HostFindings.OfAsync(context).ConfigureAwait(false);
        var solution = await FixAsync(context.Solution, findings, context).ConfigureAwait(false);
        var asked = new HashSet<DocumentId>(findings.Select(static f => f.Document));
        for (var round = 1; round < MostRounds && solution != context.Solution; round++)
        {
            asked.UnionWith(RevealedFindings.DocumentsChanged(context.Solution, solution, context));
            var clean = await CleanUp.CompleteAsync(context.Solution, solution, context.CancellationToken).ConfigureAwait(false);
            var next = await FixAsync(clean, await RevealedFindings.FindAsync(clean, asked, context).ConfigureAwait(false), context).ConfigureAwait(false);
            if (next == clean)
            {
                return clean;
            }

            solution = next;
        }

        return solution;
    }

    private static async Task<Solution> FixAsync(Solution original, IReadOnlyList<Finding> findings, FixAllContext context)
    {
        var solution = original;
        foreach (var group in findings.GroupBy(static f => f.Document.ProjectId))
        {
            // What a fix in one project adds can be seen by the next one.
            var project = solution.GetProject(group.Key)!;
            var plans = new List<Analyzers.Plans.Plan>();
            foreach (var document in group.GroupBy(static f => (f.Document, f.Rule)))
            {
                plans.AddRange(await PlanFinder.FindAsync(project.GetDocument(document.Key.Document)!, document.Key.Rule, document.Select(static f => f.Span), context.CancellationToken).ConfigureAwait(false));
            }

            if (plans.Count > 0)
            {
                solution = await SolutionRewriter.ApplyAsync(project, plans, context.CancellationToken).ConfigureAwait(false);
            }
        }

        return solution;
    }
}
