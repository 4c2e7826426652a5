using System.Collections.Immutable;
using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Rules;
using BatchMigrate.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Providers;

/// <summary>Fixes BM0011: throws where an item of the batch failed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UncheckedBatchFixProvider : CodeFixProvider
{
    private const string Title = "Throw if an item failed";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.UncheckedBatch.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(static (context, document, diagnostics) => CheckAsync(document, diagnostics, context.CancellationToken)!);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var changed = await CheckAsync(context.Document, [diagnostic], context.CancellationToken).ConfigureAwait(false);
            if (changed != context.Document)
            {
                context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(changed), equivalenceKey: diagnostic.Id), diagnostic);
            }
        }
    }

    /// <summary>The calls that the findings stand for. The document may have changed since, so the rule is asked again.</summary>
    private static async Task<List<InvocationExpressionSyntax>> FindAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || model.Compilation.GetTypeByMetadataName(CallCatalog.BatchResultType) is not { } batch
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return [];
        }

        return [.. diagnostics.Select(static d => d.Location.SourceSpan).Distinct().Where(root.FullSpan.Contains)
            .Select(span => root.FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>(call => call.Expression.Span == span))
            .OfType<InvocationExpressionSyntax>()
            .Where(call => model.GetOperation(call, cancellationToken) is IInvocationOperation operation && UncheckedBatchAnalyzer.IsUnchecked(operation, batch))];
    }

    /// <summary>The document with the calls checked; itself where there is nothing to do, or where the result could not be read.</summary>
    private static async Task<Document> CheckAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var changes = (await FindAsync(document, diagnostics, cancellationToken).ConfigureAwait(false)).SelectMany(Check).OrderBy(static c => c.Span.Start).ToList();
        if (changes.Count == 0)
        {
            return document;
        }

        var changed = document.WithText((await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).WithChanges(changes));
        return await SyntaxErrors.AreAddedAsync(document, changed, cancellationToken).ConfigureAwait(false) ? document : changed;
    }

    private static IEnumerable<TextChange> Check(InvocationExpressionSyntax call)
    {
        ExpressionSyntax batch = call;
        while (batch.Parent is AwaitExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } } or ParenthesizedExpressionSyntax)
        {
            batch = (ExpressionSyntax)batch.Parent;
        }

        // A check is no use as long as its result is thrown away by name.
        var start = batch.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } assignment ? assignment.SpanStart : batch.SpanStart;
        var isAwait = batch.IsKind(SyntaxKind.AwaitExpression);
        yield return new TextChange(TextSpan.FromBounds(start, batch.SpanStart), isAwait ? "(" : string.Empty);
        yield return new TextChange(new TextSpan(batch.Span.End, 0), isAwait ? ").EnsureSuccess()" : ".EnsureSuccess()");
    }
}
