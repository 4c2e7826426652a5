using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>
/// What the first half of a loop has proven not to be null, the compiler no longer knows in the second half: there the code says it with a <c>!</c>.
/// The compiler itself tells where.
/// </summary>
internal static class Nullability
{
    private static readonly HashSet<string> Warnings = ["CS8600", "CS8601", "CS8602", "CS8603", "CS8604", "CS8629"];

    /// <summary>Says again what is known, where the change has brought a new warning.</summary>
    public static async Task<Document> RestoreAsync(Document before, Document after, CancellationToken cancellationToken)
    {
        if (before.Project.CompilationOptions?.NullableContextOptions == NullableContextOptions.Disable && !(await before.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString().Contains("#nullable"))
        {
            return after;
        }

        var known = await FindAsync(before, cancellationToken).ConfigureAwait(false);
        var imported = await ImportAdder.AddImportsAsync(after, Simplifier.AddImportsAnnotation, options: null, cancellationToken).ConfigureAwait(false);
        var old = known.GroupBy(static w => (w.Id, w.Text)).ToDictionary(static g => g.Key, static g => g.Count());
        var lost = new List<ExpressionSyntax>();
        foreach (var warning in await FindAsync(imported, cancellationToken).ConfigureAwait(false))
        {
            if (old.TryGetValue((warning.Id, warning.Text), out var count) && count > 0)
            {
                old[(warning.Id, warning.Text)] = count - 1;
            }
            else
            {
                lost.Add(warning.Expression);
            }
        }

        if (lost.Count == 0)
        {
            return imported;
        }

        var root = (await imported.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        return imported.WithSyntaxRoot(root.ReplaceNodes(lost.Distinct(), static (_, rewritten) =>
            SyntaxFactory.PostfixUnaryExpression(SyntaxKind.SuppressNullableWarningExpression, rewritten.WithoutTrailingTrivia()).WithTrailingTrivia(rewritten.GetTrailingTrivia())));
    }

    private static async Task<List<(string Id, string Text, ExpressionSyntax Expression)>> FindAsync(Document document, CancellationToken cancellationToken)
    {
        var found = new List<(string, string, ExpressionSyntax)>();
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in model?.GetDiagnostics(cancellationToken: cancellationToken) ?? [])
        {
            if (Warnings.Contains(diagnostic.Id) && root!.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax expression)
            {
                found.Add((diagnostic.Id, expression.ToString(), expression));
            }
        }

        return found;
    }
}
