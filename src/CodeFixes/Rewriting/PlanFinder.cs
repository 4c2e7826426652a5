using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Plans;
using BatchMigrate.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>Finds the plan again that a finding stands for: the fixer asks the same planner as the rule did.</summary>
internal static class PlanFinder
{
    /// <summary>The plans of one rule for the calls at the given places, in the order of the file.</summary>
    public static async Task<IReadOnlyList<Plan>> FindAsync(Document document, string rule, IEnumerable<TextSpan> places, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return [];
        }

        var catalog = BoundCatalog.For(model.Compilation);
        if (catalog.IsEmpty)
        {
            return [];
        }

        var plans = new List<Plan>();
        foreach (var place in places.Distinct().OrderBy(static p => p.Start))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (root.FullSpan.Contains(place)
                && root.FindNode(place, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>(i => i.Expression.Span == place) is { } invocation
                && model.GetOperation(invocation, cancellationToken) is IInvocationOperation operation
                && PlanReader.Read(operation, catalog, document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider) is { Result.Plan: { } plan } planned
                && planned.Rule.Id == rule
                && !plans.Any(p => p.Region.Span.IntersectsWith(plan.Region.Span)))
            {
                plans.Add(plan);
            }
        }

        return plans;
    }
}
