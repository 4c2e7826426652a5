using System.Collections.Immutable;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Tests.Robustness;

/// <summary>All the ways in which a case is damaged.</summary>
internal static class Edits
{
    private const int MostRandomChanges = 4;

    /// <summary>The tokens of all cases, to put in the place of others.</summary>
    private static readonly Lazy<ImmutableArray<string>> Foreign = new(static () =>
        [.. CaseFile.All.SelectMany(static c => CSharpSyntaxTree.ParseText(c.Source).GetRoot().DescendantTokens()).Select(static t => t.Text).Where(static t => t.Length > 0).Distinct().Order(StringComparer.Ordinal)]);

    /// <summary>Each token of a file, deleted.</summary>
    public static IEnumerable<Edit> DeletedTokens(SyntaxNode root, int file) =>
        TokensOf(root).Select(t => new TextEdit(EditKind.TokenDeleted, $"without '{t.Text}' at {t.SpanStart}", file, [new TextChange(t.Span, string.Empty)]));

    /// <summary>Each statement of a file, doubled.</summary>
    public static IEnumerable<Edit> DoubledStatements(SyntaxNode root, int file) =>
        root.DescendantNodes().OfType<StatementSyntax>().Select(s => new TextEdit(EditKind.StatementDoubled, $"the statement at {s.SpanStart} twice", file, [new TextChange(new TextSpan(s.FullSpan.End, 0), s.ToFullString())]));

    /// <summary>Each type that a file needs, not to be found.</summary>
    public static IEnumerable<Edit> MissingTypes(SemanticModel model, SyntaxNode root, int file)
    {
        foreach (var node in root.DescendantNodes())
        {
            switch (node)
            {
                case UsingDirectiveSyntax directive:
                    yield return new TextEdit(EditKind.TypeMissing, $"without '{directive}'", file, [new TextChange(directive.Span, string.Empty)]);
                    break;
                case BaseTypeDeclarationSyntax type:
                    yield return new TextEdit(EditKind.TypeMissing, $"'{type.Identifier.Text}' has another name", file, [new TextChange(new TextSpan(type.Identifier.Span.End, 0), "Renamed")]);
                    break;
                case SimpleNameSyntax { Parent: not UsingDirectiveSyntax } name when model.GetSymbolInfo(name).Symbol is ITypeSymbol or IMethodSymbol { MethodKind: MethodKind.Constructor }:
                    yield return new TextEdit(EditKind.TypeMissing, $"no type '{name}' at {name.SpanStart}", file, [new TextChange(new TextSpan(name.Identifier.Span.End, 0), "Missing")]);
                    break;
            }
        }
    }

    /// <summary>Each library of a project, taken away; then all of them, and everything.</summary>
    public static IEnumerable<Edit> MissingReferences(TestProject project)
    {
        var libraries = project.References.Except(References.Framework).ToImmutableArray();
        return
        [
            .. libraries.Select(l => new ReferenceEdit($"without reference {libraries.IndexOf(l)}", r => r != l)),
            new ReferenceEdit("without all libraries", References.Framework.Contains),
            new ReferenceEdit("without all references", static _ => false),
        ];
    }

    /// <summary>Tokens of a file, changed at random.</summary>
    public static IEnumerable<Edit> Random(SyntaxNode root, int file, int seed, int count)
    {
        var tokens = TokensOf(root).ToImmutableArray();
        for (var i = 0; i < count && tokens.Length > 1; i++)
        {
            var random = new Random(unchecked((seed * 31 + i) * 31 + tokens.Length));
            var changes = new Dictionary<TextSpan, TextChange>();
            for (var left = random.Next(1, MostRandomChanges + 1); left > 0; left--)
            {
                var (token, other) = (tokens[random.Next(tokens.Length)], tokens[random.Next(tokens.Length)]);
                switch (random.Next(4))
                {
                    case 0:
                        changes[token.Span] = new TextChange(token.Span, string.Empty);
                        break;
                    case 1:
                        changes[token.Span] = new TextChange(token.Span, $"{token.Text} {token.Text}");
                        break;
                    case 2:
                        changes[token.Span] = new TextChange(token.Span, other.Text);
                        changes[other.Span] = new TextChange(other.Span, token.Text);
                        break;
                    default:
                        changes[token.Span] = new TextChange(token.Span, Foreign.Value[random.Next(Foreign.Value.Length)]);
                        break;
                }
            }

            yield return new TextEdit(EditKind.Random, $"random edit {i} of seed {seed}: {string.Join(", ", changes.Values.Select(static c => $"{c.Span} -> '{c.NewText}'"))}", file, [.. changes.Values]);
        }
    }

    private static IEnumerable<SyntaxToken> TokensOf(SyntaxNode root) => root.DescendantTokens().Where(static t => !t.IsMissing && t.Span.Length > 0);
}
