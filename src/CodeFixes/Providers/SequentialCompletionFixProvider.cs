using System.Collections.Immutable;
using BatchMigrate.Analyzers.Rules;
using BatchMigrate.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BatchMigrate.CodeFixes.Providers;

/// <summary>Fixes BM0001: prepares all requests, sends them as one batch, and reads the answers back in order.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class SequentialCompletionFixProvider : CodeFixProvider
{
    private const string Title = "Send the requests of the loop as one batch";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.SequentialCompletion.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => DocumentFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var plans = await DocumentRewriter.PlanAsync(context.Document, [diagnostic.Location.SourceSpan], context.CancellationToken).ConfigureAwait(false);
            if (plans.Count > 0)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(Title, cancellationToken => DocumentRewriter.ApplyAsync(context.Document, plans, cancellationToken), equivalenceKey: Descriptors.SequentialCompletion.Id),
                    diagnostic);
            }
        }
    }
}
