using BatchMigrate.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BatchMigrate.CodeFixes.Providers;

/// <summary>Fixes all findings of a document in one change; a single fix is a fix-all of one.</summary>
internal static class DocumentFixAllProvider
{
    /// <summary>Serves the scopes document, project and solution, whatever equivalence key the host asks with.</summary>
    public static FixAllProvider Instance { get; } = FixAllProvider.Create(static async (context, document, diagnostics) =>
    {
        var plans = await DocumentRewriter.PlanAsync(document, diagnostics.Select(static d => d.Location.SourceSpan), context.CancellationToken).ConfigureAwait(false);
        return plans.Count == 0 ? document : await DocumentRewriter.ApplyAsync(document, plans, context.CancellationToken).ConfigureAwait(false);
    });
}
