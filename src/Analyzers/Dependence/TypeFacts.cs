using BatchMigrate.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.Analyzers.Dependence;

/// <summary>What a type tells about the objects of it.</summary>
internal static class TypeFacts
{
    /// <summary>Structs within structs; deeper ones hold themselves, in code that does not compile.</summary>
    private const int Deepest = 20;

    /// <summary>Whether a value of the type can never be changed through another reference.</summary>
    public static bool IsImmutable(ITypeSymbol? type) => IsImmutable(type, 0);

    private static bool IsImmutable(ITypeSymbol? type, int depth)
    {
        if (type is null || depth > Deepest)
        {
            return false;
        }

        if (type.SpecialType is not SpecialType.None)
        {
            return type.SpecialType is SpecialType.System_String or SpecialType.System_DateTime or SpecialType.System_Decimal or SpecialType.System_IntPtr or SpecialType.System_UIntPtr
                || type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double;
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            return true;
        }

        if (type is not INamedTypeSymbol named)
        {
            return false;
        }

        if (named.IsTupleType || named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return named.TypeArguments.All(a => IsImmutable(a, depth + 1));
        }

        return named.Name switch
        {
            "Guid" or "TimeSpan" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "Uri" or "Version" or "Type" or "Index" or "Range" or "Half" or "BinaryData" => IsIn(named, "System"),
            "CancellationToken" => IsIn(named, "System.Threading"),
            "Regex" => IsIn(named, "System.Text.RegularExpressions"),
            "CultureInfo" => IsIn(named, "System.Globalization"),
            "JsonSerializerOptions" => IsIn(named, "System.Text.Json"),
            "ReadOnlySpan" or "ReadOnlyMemory" => IsIn(named, "System") && named.TypeArguments.All(a => IsImmutable(a, depth + 1)),
            _ when named.IsReadOnly && named.IsValueType && !named.IsRefLikeType && ModelLibraries.Contains(named) => true,
            _ => named.IsReadOnly && named.IsValueType && named.Locations.Any(static l => l.IsInSource) && named.GetMembers().OfType<IFieldSymbol>().All(f => f.IsStatic || IsImmutable(f.Type, depth + 1)),
        };
    }

    /// <summary>Whether enumerating a value of the type twice gives the same elements without running code again.</summary>
    public static bool IsCollection(ITypeSymbol? type)
    {
        if (type is IArrayTypeSymbol)
        {
            return true;
        }

        return type is not null && (IsCollectionInterface(type) || type.AllInterfaces.Any(IsCollectionInterface));
    }

    /// <summary>Whether a query can walk through a value of the type.</summary>
    public static bool IsSequence(ITypeSymbol? type) =>
        type is not null && type.SpecialType != SpecialType.System_String
        && (type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T || type.AllInterfaces.Any(static i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T));

    /// <summary>Whether a value of one type may be an object of the other; <see cref="object"/> tells nothing.</summary>
    public static bool AreRelated(ITypeSymbol a, ITypeSymbol b) => IsKindOf(a, b) || IsKindOf(b, a);

    /// <summary>Whether a value of the type is a window on another object.</summary>
    public static bool IsView(ITypeSymbol type) => type.Name is "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "ArraySegment" && IsSystem(type);

    /// <summary>Whether two members hold objects of related classes of the program.</summary>
    public static bool AreOfOneKind(ISymbol a, ISymbol b) =>
        TypeOf(a) is { IsReferenceType: true } x && TypeOf(b) is { IsReferenceType: true } y && !IsSystem(x) && !IsImmutable(x) && AreRelated(x, y);

    private static ITypeSymbol? TypeOf(ISymbol member) => (member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type;

    private static bool IsKindOf(ITypeSymbol type, ITypeSymbol kind)
    {
        for (var current = type; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, kind.OriginalDefinition))
            {
                return true;
            }
        }

        return kind.TypeKind == TypeKind.Interface && type.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, kind.OriginalDefinition));
    }

    public static bool IsSystem(ISymbol symbol) => RootNamespace(symbol) is { } root && root.Name == "System";

    public static bool IsIn(ISymbol symbol, string @namespace) => NamespaceOf(symbol) == @namespace;

    public static string NamespaceOf(ISymbol symbol) => Namespaces.NameOf(symbol.ContainingNamespace);

    private static INamespaceSymbol? RootNamespace(ISymbol symbol)
    {
        var current = symbol.ContainingNamespace;
        while (current is { ContainingNamespace.IsGlobalNamespace: false })
        {
            current = current.ContainingNamespace;
        }

        return current;
    }

    private static bool IsCollectionInterface(ITypeSymbol type) => type.OriginalDefinition.SpecialType
        is SpecialType.System_Collections_Generic_ICollection_T
        or SpecialType.System_Collections_Generic_IReadOnlyCollection_T
        or SpecialType.System_Collections_Generic_IList_T
        or SpecialType.System_Collections_Generic_IReadOnlyList_T;
}
