using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>
/// The host's clean-up adds no import where a name of the file could also be an extension method of the imported namespace: a <c>string.Join</c>
/// keeps it from importing <c>System.Linq</c>. There the import is written like any other code.
/// </summary>
internal static class LinqImport
{
    private const string Namespace = "System.Linq";

    /// <summary>The change that imports <c>System.Linq</c>; null where it is imported already or the host will do it.</summary>
    public static TextChange? Find(CompilationUnitSyntax root, SourceText text, SemanticModel model)
    {
        var names = model.Compilation.GetTypeByMetadataName("System.Linq.Enumerable")?.MemberNames;
        if (names is null || !root.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(access => names.Contains(access.Name.Identifier.ValueText)) || IsImported(root, model))
        {
            return null;
        }

        var inside = root.Usings.Count == 0 ? root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault(static n => n.Usings.Count > 0) : null;
        var usings = (inside?.Usings ?? root.Usings).Where(static u => u.GlobalKeyword.IsKind(SyntaxKind.None)).ToList();
        var lineBreak = new SourceSlices(root, text).LineBreakAt(0);
        if (usings.Count == 0)
        {
            return new TextChange(new TextSpan(root.GetFirstToken().SpanStart, 0), $"using {Namespace};{lineBreak}{lineBreak}");
        }

        var before = usings.LastOrDefault(static u => u.Alias is null && u.StaticKeyword.IsKind(SyntaxKind.None) && u.Name?.ToString() is { } name && (name == "System" || (name.StartsWith("System.", StringComparison.Ordinal) && string.CompareOrdinal(name, Namespace) < 0)));
        var indent = new SourceSlices(root, text).IndentAt(usings[0].SpanStart);
        return before is null
            ? new TextChange(new TextSpan(usings[0].SpanStart, 0), $"using {Namespace};{lineBreak}{indent}")
            : new TextChange(new TextSpan(before.Span.End, 0), $"{lineBreak}{indent}using {Namespace};");
    }

    private static bool IsImported(CompilationUnitSyntax root, SemanticModel model)
    {
        var place = root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().FirstOrDefault()?.Identifier.SpanStart ?? root.FullSpan.End;
        var sequence = model.Compilation.GetSpecialType(SpecialType.System_Collections_Generic_IEnumerable_T).Construct(model.Compilation.GetSpecialType(SpecialType.System_Int32));
        return model.LookupSymbols(place, sequence, "Zip", includeReducedExtensionMethods: true).Any(static s => s is IMethodSymbol { ContainingType.Name: "Enumerable" });
    }
}
