using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>Gives names that neither clash with nor shadow a name of the member that they are written into.</summary>
internal sealed class NameAllocator
{
    private readonly Dictionary<SyntaxNode, HashSet<string>> taken = [];

    /// <summary>A free name at a place, which is taken from then on.</summary>
    public string Take(SyntaxNode place, string wanted)
    {
        var names = NamesAt(place);
        var name = wanted;
        for (var i = 2; !names.Add(name); i++)
        {
            name = wanted + i;
        }

        return name;
    }

    /// <summary>Whether a name is free at a place.</summary>
    public bool IsFree(SyntaxNode place, string name) => !NamesAt(place).Contains(name);

    /// <summary>A name for a variable of a loop that takes another loop's place: loops beside it may use the same.</summary>
    public static string ForLoop(SyntaxNode loop, SemanticModel model, string wanted)
    {
        var used = new HashSet<string>(loop.DescendantTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken)).Select(static t => t.ValueText));
        var name = wanted;
        for (var i = 2; used.Contains(name) || !model.LookupSymbols(loop.SpanStart, name: name).IsEmpty; i++)
        {
            name = wanted + i;
        }

        return name;
    }

    private HashSet<string> NamesAt(SyntaxNode place)
    {
        // Top-level statements share one scope: the whole file.
        var scope = place.AncestorsAndSelf().FirstOrDefault(static n => n is MemberDeclarationSyntax and not GlobalStatementSyntax and not BaseTypeDeclarationSyntax and not BaseNamespaceDeclarationSyntax)
            ?? place.SyntaxTree.GetRoot();
        if (!taken.TryGetValue(scope, out var names))
        {
            taken[scope] = names = [.. scope.DescendantTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken)).Select(static t => t.ValueText)];
        }

        return names;
    }
}
