using System.Collections.Concurrent;
using BatchMigrate.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BatchMigrate.Analyzers.Sites;

/// <summary>Tells from the text alone which methods of source could ask a model: to bind the bodies of all methods that loops call would cost more than everything else.</summary>
internal sealed class AskingNames
{
    private readonly BoundCatalog catalog;
    private readonly Lazy<Dictionary<string, List<SyntaxNode>>> methods;
    private readonly Lazy<WordSet> words;
    private readonly ConcurrentDictionary<(string Name, int Depth), bool> known = new();
    private readonly ConcurrentDictionary<SyntaxNode, BodyText> texts = new();

    public AskingNames(BoundCatalog catalog)
    {
        this.catalog = catalog;
        methods = new(Collect);
        words = new(() => new WordSet(methods.Value.Keys.Concat(catalog.Names).Concat(CallCatalog.BatchMethods)));
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
        return text.Asks || (depth > 1 && text.Calls.Exists(name => MayAsk(name, depth - 1)));
    }

    /// <summary>Reads a body once, whoever calls it: its characters, because nodes would have to be made first. A name in a comment or a literal counts too, which costs a look at the body.</summary>
    private BodyText Read(SyntaxNode body)
    {
        var whole = Whole(body);
        var text = whole.SyntaxTree.GetText().ToString(whole.Span);
        var calls = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            if (text[start] == '\\' && start + 1 < text.Length && text[start + 1] is 'u' or 'U')
            {
                // A name may be written with escapes.
                return new BodyText(true, []);
            }

            if (!IsPartOfName(text[start]))
            {
                start++;
                continue;
            }

            var end = start + 1;
            while (end < text.Length && IsPartOfName(text[end]))
            {
                end++;
            }

            if (EndsWith(text, start, end, "Batch") || EndsWith(text, start, end, "BatchAsync"))
            {
                return new BodyText(true, []);
            }

            if (words.Value.Find(text, start, end - start) is { } word)
            {
                if (catalog.HasName(word) || CallCatalog.BatchMethods.Contains(word))
                {
                    return new BodyText(true, []);
                }

                if (!calls.Contains(word))
                {
                    calls.Add(word);
                }
            }

            start = end;
        }

        return new BodyText(false, calls);
    }

    private static bool IsPartOfName(char c) => c < 128 ? char.IsLetterOrDigit(c) || c == '_' : SyntaxFacts.IsIdentifierPartCharacter(c);

    private static bool EndsWith(string text, int start, int end, string suffix) => end - start >= suffix.Length && string.CompareOrdinal(text, end - suffix.Length, suffix, 0, suffix.Length) == 0;

    /// <summary>A local function may call those beside it.</summary>
    private static SyntaxNode Whole(SyntaxNode body) =>
        body is not LocalFunctionStatementSyntax ? body
        : body.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member and not GlobalStatementSyntax ? member
        : body.SyntaxTree.GetRoot();

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
    private sealed record BodyText(bool Asks, List<string> Calls);
}
