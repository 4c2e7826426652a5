using System.Collections.Immutable;
using BatchMigrate.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
    public override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(static async (context, document, diagnostics) => await CheckAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            context.RegisterCodeFix(CodeAction.Create(Title, cancellationToken => CheckAsync(context.Document, [diagnostic], cancellationToken), equivalenceKey: diagnostic.Id), diagnostic);
        }

        return Task.CompletedTask;
    }

    private static async Task<Document> CheckAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var changes = diagnostics.Select(static d => d.Location.SourceSpan).Distinct()
            .Select(span => root?.FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>(call => call.Expression.Span == span))
            .OfType<InvocationExpressionSyntax>()
            .SelectMany(Check)
            .OrderBy(static c => c.Span.Start);
        return document.WithText(text.WithChanges(changes));
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
