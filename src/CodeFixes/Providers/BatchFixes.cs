using BatchMigrate.Analyzers.Plans;
using BatchMigrate.Analyzers.Rules;
using BatchMigrate.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BatchMigrate.CodeFixes.Providers;

/// <summary>What the providers share: one rule, one title, one key, and the plan executed.</summary>
internal static class BatchFixes
{
    /// <summary>What the fix of a rule does, in the words of a menu.</summary>
    public static string TitleOf(string rule) => rule switch
    {
        _ when rule == Descriptors.FannedOutCompletion.Id => "Send the requests as one batch, with limits",
        _ when rule == Descriptors.RepeatedHelper.Id => "Call the method for all items at once",
        _ when rule == Descriptors.IndependentCompletions.Id => "Send these requests as one batch",
        _ when rule == Descriptors.SingleEmbedding.Id => "Generate the embeddings together",
        _ when rule == Descriptors.SingleStoreWrite.Id => "Write the records together",
        _ when rule == Descriptors.SingleStoreSearch.Id => "Search for all queries together",
        _ => "Send the requests of the loop as one batch",
    };

    /// <summary>Offers the fix for each finding that has a plan.</summary>
    public static async Task RegisterAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var plans = await PlanFinder.FindAsync(context.Document, diagnostic.Id, [diagnostic.Location.SourceSpan], context.CancellationToken).ConfigureAwait(false);
            if (plans.Count > 0)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(TitleOf(diagnostic.Id), cancellationToken => FixAsync(context.Document.Project, plans, cancellationToken), equivalenceKey: diagnostic.Id),
                    diagnostic);
            }
        }
    }

    private static async Task<Solution> FixAsync(Project project, IReadOnlyList<Plan> plans, CancellationToken cancellationToken) =>
        await CleanUp.CompleteAsync(project.Solution, await SolutionRewriter.ApplyAsync(project, plans, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
}
