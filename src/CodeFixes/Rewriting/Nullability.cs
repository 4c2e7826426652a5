using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>
/// What the first half of a loop has proven not to be null, the compiler no longer knows in the second half: there the code says it with a <c>!</c>.
/// The compiler itself tells where.
/// </summary>
internal sealed class Nullability
{
    private static readonly HashSet<string> Warnings = ["CS8600", "CS8601", "CS8602", "CS8603", "CS8604", "CS8629"];

    private const string Usings = "using System.Linq; using System.Collections.Generic; using BatchMigrate; ";

    private readonly Lazy<Task<Project>> probe;

    /// <param name="after">The project with the change.</param>
    /// <param name="documents">The files that are changed.</param>
    public Nullability(Project after, IReadOnlyCollection<DocumentId> documents) => probe = new(() => ProbeAsync(after, documents));

    /// <summary>Says again what is known, where the change has brought a new warning.</summary>
    /// <param name="before">The file without the change.</param>
    /// <param name="root">The file with the change.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<SyntaxNode> RestoreAsync(Document before, SyntaxNode root, CancellationToken cancellationToken)
    {
        if (before.Project.CompilationOptions?.NullableContextOptions == NullableContextOptions.Disable && !(await before.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString().Contains("#nullable"))
        {
            return root;
        }

        var after = (await probe.Value.ConfigureAwait(false)).GetDocument(before.Id)!;
        var known = await FindAsync(before, 0, cancellationToken).ConfigureAwait(false);
        var old = known.GroupBy(static w => (w.Id, w.Text)).ToDictionary(static g => g.Key, static g => g.Count());
        var lost = new List<TextSpan>();
        foreach (var warning in await FindAsync(after, Usings.Length, cancellationToken).ConfigureAwait(false))
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

        if (lost.Count == 0)
        {
            return root;
        }

        var expressions = lost.Distinct().Select(span => root.FindNode(span, getInnermostNodeForTie: true)).OfType<ExpressionSyntax>();
        return root.ReplaceNodes(expressions, static (_, rewritten) =>
            SyntaxFactory.PostfixUnaryExpression(SyntaxKind.SuppressNullableWarningExpression, rewritten.WithoutTrailingTrivia()).WithTrailingTrivia(rewritten.GetTrailingTrivia()));
    }

    /// <summary>The changed project as it will be with its usings. The host's clean-up adds them later; here they stand in front of the first line, where they move no line. One compilation serves all files.</summary>
    private static async Task<Project> ProbeAsync(Project after, IReadOnlyCollection<DocumentId> documents)
    {
        var solution = after.Solution;
        foreach (var id in documents)
        {
            var text = await solution.GetDocument(id)!.GetTextAsync().ConfigureAwait(false);
            solution = solution.WithDocumentText(id, text.Replace(0, 0, Usings));
        }

        return solution.GetProject(after.Id)!;
    }

    private static async Task<List<(string Id, string Text, TextSpan Span)>> FindAsync(Document document, int shift, CancellationToken cancellationToken)
    {
        var found = new List<(string, string, TextSpan)>();
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in model?.GetDiagnostics(cancellationToken: cancellationToken) ?? [])
        {
            if (Warnings.Contains(diagnostic.Id) && root!.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax expression)
            {
                // Of `x.Value` it is `x` that the compiler does not know.
                var unknown = diagnostic.Id == "CS8629" && expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } value ? value.Expression : expression;
                found.Add((diagnostic.Id, unknown.ToString(), new TextSpan(unknown.SpanStart - shift, unknown.Span.Length)));
            }
        }

        return found;
    }
}
