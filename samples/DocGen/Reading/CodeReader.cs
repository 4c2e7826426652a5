using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DocGen.Reading;

/// <summary>Reads a folder of C#: what there is to document, and which file uses which. It need not compile.</summary>
internal static class CodeReader
{
    // The head of a large type says enough; its members are there themselves.
    private const int LongestSource = 1_000;

    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly MetadataReference[] Platform =
    [
        .. (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly SymbolDisplayFormat Format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeConstantValue,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeMemberKeyword,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat NameFormat = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes, genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters, memberOptions: SymbolDisplayMemberOptions.IncludeContainingType);

    /// <exception cref="DocGenException">The folder is not there, cannot be read, or has no C#.</exception>
    public static CodeBase Read(string folder)
    {
        var trees = ReadTrees(folder);
        var compilation = CSharpCompilation.Create(
            "Read", [.. trees, CSharpSyntaxTree.ParseText(ImplicitUsings)], Platform, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var found = new List<CodeSymbol>();
        var uses = new Dictionary<string, SortedSet<string>>();
        var usedBy = trees.ToDictionary(tree => tree.FilePath, _ => new SortedSet<string>(StringComparer.Ordinal));
        foreach (var tree in trees)
        {
            var model = compilation.GetSemanticModel(tree);
            found.AddRange(SymbolsIn(tree, model));
            uses[tree.FilePath] = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var (type, file) in TypesUsedIn(tree, model))
            {
                uses[tree.FilePath].Add($"{type} ({file})");
                usedBy[file].Add(tree.FilePath);
            }
        }

        // A partial type is one symbol, at its first declaration.
        var symbols = found.DistinctBy(symbol => symbol.Id).ToList();
        var names = symbols.ToLookup(symbol => symbol.File, symbol => symbol.Name);
        return symbols.Count == 0
            ? throw new DocGenException($"'{folder}' has no C# to document.")
            : new CodeBase(symbols, trees.ToDictionary(tree => tree.FilePath, tree => new CodeFile(tree.FilePath, [.. names[tree.FilePath]], [.. uses[tree.FilePath]], [.. usedBy[tree.FilePath]])));
    }

    private static List<SyntaxTree> ReadTrees(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DocGenException($"'{folder}' is no folder.");
        }

        try
        {
            return
            [
                .. from path in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                   let name = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/')
                   where !name.Split('/').Any(part => part is "bin" or "obj")
                   orderby name
                   select CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: name),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DocGenException($"'{folder}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Types and members that others can see.</summary>
    private static IEnumerable<CodeSymbol> SymbolsIn(SyntaxTree tree, SemanticModel model)
    {
        foreach (var node in tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax or MemberDeclarationSyntax))
        {
            var declared = node switch
            {
                BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => model.GetDeclaredSymbol(variable)),
                EnumMemberDeclarationSyntax or BaseNamespaceDeclarationSyntax => [],
                MemberDeclarationSyntax member => [model.GetDeclaredSymbol(member)],
                _ => [],
            };
            foreach (var symbol in declared)
            {
                if (symbol is not null && symbol.DeclaredAccessibility != Accessibility.Private && symbol.GetDocumentationCommentId() is { } id)
                {
                    yield return new CodeSymbol(
                        id, symbol.ToDisplayString(NameFormat), KindOf(symbol), SignatureOf(node, symbol), tree.FilePath, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, SourceOf(node));
                }
            }
        }
    }

    private static IEnumerable<(string Name, string File)> TypesUsedIn(SyntaxTree tree, SemanticModel model) =>
        (from node in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
         let symbol = model.GetSymbolInfo(node).Symbol?.OriginalDefinition
         let type = symbol as INamedTypeSymbol ?? symbol?.ContainingType
         let file = type?.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath
         where !string.IsNullOrEmpty(file) && file != tree.FilePath
         select (type.Name, file)).Distinct();

    private static string KindOf(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol { IsRecord: true } => "record",
        INamedTypeSymbol { TypeKind: var kind } => kind.ToString().ToLowerInvariant(),
        IMethodSymbol { MethodKind: MethodKind.Constructor } => "constructor",
        IFieldSymbol { IsConst: true } => "constant",
        IPropertySymbol { IsIndexer: true } => "indexer",
        _ => symbol.Kind.ToString().ToLowerInvariant(),
    };

    /// <summary>The declaration without its body: of a type as it is written, with its parameters and what it derives from.</summary>
    private static string SignatureOf(SyntaxNode node, ISymbol symbol)
    {
        SyntaxToken? end = node switch
        {
            BaseTypeDeclarationSyntax { OpenBraceToken.Span.IsEmpty: false } type => type.OpenBraceToken,
            BaseTypeDeclarationSyntax type => type.SemicolonToken,
            DelegateDeclarationSyntax type => type.SemicolonToken,
            _ => null,
        };
        if (end is not { } last)
        {
            return symbol.ToDisplayString(Format);
        }

        var member = (MemberDeclarationSyntax)node;
        var start = member.Modifiers.Count > 0 ? member.Modifiers[0].SpanStart : member.AttributeLists.Count > 0 ? member.AttributeLists.Last().Span.End : member.SpanStart;
        var text = node.SyntaxTree.ToString()[start..(last.Span.IsEmpty ? node.Span.End : last.SpanStart)];
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string SourceOf(SyntaxNode node)
    {
        var lines = node.ToString().ReplaceLineEndings("\n").Split('\n');
        var indent = lines.Skip(1).Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        var text = string.Join('\n', lines.Select((line, i) => i == 0 ? line : line[Math.Min(indent, line.Length)..]));
        return text.Length <= LongestSource ? text : text[..text.LastIndexOf('\n', LongestSource)] + "\n…";
    }
}
