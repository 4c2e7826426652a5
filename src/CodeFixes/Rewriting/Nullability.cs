using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>
/// What the first half of a loop has proven not to be null, the compiler no longer knows in the second half: there the code says it with a <c>!</c>.
/// The compiler itself tells where.
/// </summary>
internal static class Nullability
{
    private static readonly HashSet<string> Warnings = ["CS8600", "CS8601", "CS8602", "CS8603", "CS8604", "CS8629"];

    /// <summary>Says again what is known, where the change has brought a new warning.</summary>
    public static SyntaxNode Restore(SyntaxNode root, ChangeMessages messages)
    {
        var known = Find(messages.Before, messages.RootBefore, 0);
        var old = known.GroupBy(static w => (w.Id, w.Text)).ToDictionary(static g => g.Key, static g => g.Count());
        var lost = new List<TextSpan>();
        foreach (var warning in Find(messages.After, messages.RootAfter, messages.Shift))
        {
            if (old.TryGetValue((warning.Id, warning.Text), out var count) && count > 0)
            {
                old[(warning.Id, warning.Text)] = count - 1;
            }
            else
            {
                lost.Add(warning.Span);
            }
        }

        var expressions = lost.Distinct().Select(span => root.FindNode(span, getInnermostNodeForTie: true)).OfType<ExpressionSyntax>();
        return root.ReplaceNodes(expressions, static (_, rewritten) =>
            SyntaxFactory.PostfixUnaryExpression(SyntaxKind.SuppressNullableWarningExpression, rewritten.WithoutTrailingTrivia()).WithTrailingTrivia(rewritten.GetTrailingTrivia()));
    }

    private static List<(string Id, string Text, TextSpan Span)> Find(IEnumerable<Diagnostic> messages, SyntaxNode root, int shift)
    {
        var found = new List<(string, string, TextSpan)>();
        foreach (var diagnostic in messages)
        {
            if (Warnings.Contains(diagnostic.Id) && root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax expression)
            {
                // Of `x.Value` it is `x` that the compiler does not know.
                var unknown = diagnostic.Id == "CS8629" && expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } value ? value.Expression : expression;
                found.Add((diagnostic.Id, unknown.ToString(), new TextSpan(unknown.SpanStart - shift, unknown.Span.Length)));
            }
        }

        return found;
    }
}
