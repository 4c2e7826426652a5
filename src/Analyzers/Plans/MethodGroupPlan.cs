using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Dependence;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using CallSite = BatchMigrate.Analyzers.Sites.CallSite;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>The plan for a fan-out whose body is a method by its name.</summary>
internal sealed record MethodGroupPlan : Plan
{
    public override SyntaxNode Region => Group.Join.Syntax;

    public MethodGroup Group => Site.Group!;

    /// <summary>Answers for a call of <c>Select</c> with a method's name.</summary>
    public static PlanResult Find(CallSite site, Summaries summaries, BoundCatalog catalog, PlanOptions options)
    {
        var group = site.Group!;
        if (group.Join.Syntax.ContainsDiagnostics || group.Join.Syntax.ContainsDirectives || Repetition.IsAtMostOnce(group.Source)
            || (group.Reference.Instance is { } instance && instance.DescendantsAndSelf().Any(static o => o is IInvocationOperation or IObjectCreationOperation or IArrayElementReferenceOperation)))
        {
            return PlanResult.Silent;
        }

        var form = new HelperPlanner(site, [site.Call.Method.Parameters[0]], summaries, catalog, options).FormOfFanOut(takesOptions: false, out var change);
        return change is not null ? change : form is null ? PlanResult.Silent : new MethodGroupPlan { Site = site, Helper = form };
    }
}
