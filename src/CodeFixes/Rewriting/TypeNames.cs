using BatchMigrate.Analyzers.Plans;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
    public static string Of(Carried carried, SemanticModel model, BatchPlan plan)
    {
        var type = carried.Type;
        if (type.NullableAnnotation == NullableAnnotation.Annotated && type.IsReferenceType)
        {
            // A `var` is always declared nullable: what the second half, or else the last use before it, knows decides.
            var uses = plan.Loop.Syntax.DescendantNodes().OfType<IdentifierNameSyntax>()
                .Where(n => n.Identifier.ValueText == carried.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(n).Symbol, carried.Symbol)).ToList();
            var leaf = plan.Path[plan.Path.Length - 1].Operation.Syntax.SpanStart;
            var telling = uses.FirstOrDefault(n => n.SpanStart >= leaf) ?? uses.LastOrDefault();
            if (telling is not null && model.GetTypeInfo(telling).Nullability.FlowState == NullableFlowState.NotNull)
            {
                type = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
            }
        }

        return Of(type);
    }
}
