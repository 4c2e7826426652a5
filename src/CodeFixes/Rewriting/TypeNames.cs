using BatchMigrate.Analyzers.Plans;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BatchMigrate.CodeFixes.Rewriting;

/// <summary>Full names of types; the simplifier shortens them where the file's usings allow it.</summary>
internal static class TypeNames
{
    public const string List = "global::System.Collections.Generic.List";
    public const string Enumerable = "global::System.Collections.Generic.IEnumerable";
    public const string TimeSpan = "global::System.TimeSpan";

    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    public static string Of(ITypeSymbol type) => type.ToDisplayString(Full);

    /// <summary>The type to keep a variable's value in: not nullable where the code knows that the value is there.</summary>
    public static string Of(Carried carried, SemanticModel model, SyntaxNode loop, int callStart)
    {
        var type = carried.Type;
        if (type.NullableAnnotation == NullableAnnotation.Annotated && type.IsReferenceType)
        {
            var first = loop.DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.IdentifierNameSyntax>()
                .Where(n => n.Identifier.ValueText == carried.Name && n.SpanStart >= callStart)
                .FirstOrDefault(n => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(n).Symbol, carried.Symbol));
            if (first is not null && model.GetTypeInfo(first).Nullability.FlowState == NullableFlowState.NotNull)
            {
                type = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
            }
        }

        return Of(type);
    }
}
