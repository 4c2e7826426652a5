using System.Collections.Concurrent;
using System.Collections.Immutable;
using BatchMigrate.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BatchMigrate.Analyzers.Sites;

/// <summary>Tells from the text alone which methods of source could ask a model: to bind the bodies of all methods that loops call would cost more than everything else.</summary>
internal sealed class AskingNames
{
    private readonly BoundCatalog catalog;
    private readonly Lazy<Dictionary<string, List<SyntaxNode>>> methods;
    private readonly ConcurrentDictionary<(string Name, int Depth), bool> known = new();
    private readonly ConcurrentDictionary<SyntaxNode, BodyText> texts = new();

    public AskingNames(BoundCatalog catalog)
    {
        this.catalog = catalog;
        methods = new(Collect);
    }

    /// <summary>Whether a method of this name, of whatever type, could ask within <paramref name="depth"/> calls. Local functions are not meant: they stand in the text of their method.</summary>
    public bool MayAsk(string name, int depth)
    {
        if (!methods.Value.TryGetValue(name, out var bodies))
        {
            return false;
        }

        return known.TryGetValue((name, depth), out var may) ? may : known[(name, depth)] = MayAsk(bodies, depth);
    }

    private bool MayAsk(List<SyntaxNode> bodies, int depth) => bodies.Exists(b => MayAsk(b, depth));

    /// <summary>Whether the text of a body names a call of the catalogue or a batch; or, within further calls, a method whose text does.</summary>
    public bool MayAsk(SyntaxNode body, int depth)
    {
        var text = texts.GetOrAdd(body, Read);
        return text.Asks || (depth > 1 && text.Calls.Any(name => MayAsk(name, depth - 1)));
    }

    /// <summary>Reads a body once, whoever calls it.</summary>
    private BodyText Read(SyntaxNode body)
    {
        var calls = ImmutableHashSet.CreateBuilder<string>();
        var open = new Stack<SyntaxNode>();
        open.Push(Whole(body));
        while (open.Count > 0)
        {
            foreach (var child in open.Pop().ChildNodesAndTokens())
            {
                if (child.AsNode() is not { } node)
                {
                    continue;
                }

                if (node is SimpleNameSyntax { Identifier.ValueText: var name })
                {
                    if (catalog.HasName(name) || NamesBatch(name))
                    {
                        return new BodyText(true, []);
                    }

                    if (methods.Value.ContainsKey(name))
                    {
                        calls.Add(name);
                    }
                }

                if (node is not IdentifierNameSyntax)
                {
                    open.Push(node);
                }
            }
        }

        return new BodyText(false, calls.ToImmutable());
    }

    /// <summary>A local function may call those beside it.</summary>
    private static SyntaxNode Whole(SyntaxNode body) =>
        body is not LocalFunctionStatementSyntax ? body
        : body.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member and not GlobalStatementSyntax ? member
        : body.SyntaxTree.GetRoot();

    private static bool NamesBatch(string name) =>
        CallCatalog.BatchMethods.Contains(name) || name.EndsWith("Batch", StringComparison.Ordinal) || name.EndsWith("BatchAsync", StringComparison.Ordinal);

    /// <summary>The methods of all files by their names, without a look into any body.</summary>
    private Dictionary<string, List<SyntaxNode>> Collect()
    {
        var found = new Dictionary<string, List<SyntaxNode>>(StringComparer.Ordinal);
        var open = new Stack<SyntaxList<MemberDeclarationSyntax>>();
        foreach (var tree in catalog.Compilation.SyntaxTrees)
        {
            open.Push(((CompilationUnitSyntax)tree.GetRoot()).Members);
            while (open.Count > 0)
            {
                foreach (var member in open.Pop())
                {
                    switch (member)
                    {
                        case BaseNamespaceDeclarationSyntax inner:
                            open.Push(inner.Members);
                            break;
                        case TypeDeclarationSyntax type:
                            open.Push(type.Members);
                            break;
                        case MethodDeclarationSyntax method:
                            (found.TryGetValue(method.Identifier.ValueText, out var alike) ? alike : found[method.Identifier.ValueText] = []).Add(method);
                            break;
                    }
                }
            }
        }

        return found;
    }

    /// <summary>What the text of a body says.</summary>
    /// <param name="Asks">Whether it names a call that asks.</param>
    /// <param name="Calls">The methods of source that it names, where it does not ask itself.</param>
    private sealed record BodyText(bool Asks, ImmutableHashSet<string> Calls);
}
