using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using CallSite = BatchMigrate.Analyzers.Sites.CallSite;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>Answers for one call in a loop: a plan, a blocker, or silence. Analyzer and fixer ask the same planner.</summary>
internal static class Planner
{
    private static readonly ConditionalWeakTable<IOperation, Executable> Executables = new();

    public static PlanResult Plan(CallSite site, BoundCatalog catalog, PlanOptions options)
    {
        // A `while` around a call is a person, an agent, a poll, a paging or a retry.
        var loops = site.Loops.TakeWhile(static l => l is IForEachLoopOperation or IForLoopOperation).ToImmutableArray();
        if ((loops.IsEmpty && site.Row is null && site.Group is null && !site.IsFannedOut) || !catalog.HasRuntime || site.AsksForMany || IsExcluded(site, options))
        {
            return PlanResult.Silent;
        }

        try
        {
            var root = site.Invocation.Parent!;
            while (root.Parent is { } parent)
            {
                root = parent;
            }

            var executable = Executables.GetValue(root, static o => new Executable(o));
            if (site.Row is { } row)
            {
                return new RowPlanner(row, executable, catalog, options).PlanOf(site);
            }

            if (site.Group is not null)
            {
                return MethodGroupPlan.Find(site, Summaries.For(catalog.Compilation), catalog, options);
            }

            if (Conversation.IsMeantToBeSequential(site, executable))
            {
                return PlanResult.Silent;
            }

            if (site.Gathered is not null)
            {
                return new GatherPlanner(site, executable, Summaries.For(catalog.Compilation), catalog, options).Plan();
            }

            if (site.FanOut is not null)
            {
                return new FanOutPlanner(site, executable, Summaries.For(catalog.Compilation), catalog, options).Plan();
            }

            PlanResult result = default;
            foreach (var loop in loops.Reverse())
            {
                result = new LoopPlanner(site, loop, executable, Summaries.For(catalog.Compilation), catalog, options).Plan();
                if (result.Plan is not null)
                {
                    break;
                }
            }

            return result;
        }
        catch (System.InsufficientExecutionStackException)
        {
            // Code nested this deep is not taken apart.
            return PlanResult.Silent;
        }
    }

    /// <summary>Whether the user wants the call, or the code around it, to be left alone.</summary>
    private static bool IsExcluded(CallSite site, PlanOptions options) =>
        options.Excluded.Cover(site.Invocation.TargetMethod.ReducedFrom ?? site.Invocation.TargetMethod)
        || options.Excluded.Cover(site.Invocation.SemanticModel?.GetEnclosingSymbol(site.Invocation.Syntax.SpanStart));
}
