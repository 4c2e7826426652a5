using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>Names of types and methods, some with a <c>*</c> at the end for whatever follows.</summary>
internal sealed class SymbolNames
{
    private static readonly SymbolDisplayFormat FullName = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted, SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces, memberOptions: SymbolDisplayMemberOptions.IncludeContainingType);

    private readonly ImmutableHashSet<string> names;
    private readonly ImmutableArray<string> prefixes;

    private SymbolNames(IEnumerable<string> entries)
    {
        var all = entries.ToList();
        names = [.. all.Where(static e => !IsPrefix(e))];
        prefixes = [.. all.Where(IsPrefix).Select(static e => e.Substring(0, e.Length - 1))];
    }

    /// <summary>No names at all.</summary>
    public static SymbolNames None { get; } = new([]);

    /// <summary>The full name of a type, as settings write it.</summary>
    public static string NameOf(INamedTypeSymbol type) => type.OriginalDefinition.ToDisplayString(FullName);

    /// <summary>Reads a list of names.</summary>
    public static bool TryParse(string text, out SymbolNames value)
    {
        var entries = NameLists.Split(text).ToList();
        var valid = entries.TrueForAll(static e => NameLists.IsName(IsPrefix(e) ? WithoutStar(e) : e, parts: 1));
        value = valid ? new SymbolNames(entries) : None;
        return valid;
    }

    /// <summary>Whether a method, the member that it stands in, or a type around it is named.</summary>
    public bool Cover(ISymbol? symbol)
    {
        if (names.IsEmpty && prefixes.IsEmpty)
        {
            return false;
        }

        for (var current = symbol; current is IMethodSymbol or IPropertySymbol or IEventSymbol or IFieldSymbol or INamedTypeSymbol; current = current.ContainingSymbol)
        {
            var named = (current as IMethodSymbol)?.AssociatedSymbol ?? current;
            if (named is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
            {
                continue;
            }

            var name = named.OriginalDefinition.ToDisplayString(FullName);
            if (names.Contains(name) || prefixes.Any(p => name.StartsWith(p, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPrefix(string entry) => entry.EndsWith("*", StringComparison.Ordinal);

    /// <summary>The name before the star; what <c>Name.*</c> and <c>Na*</c> begin with is a name either way.</summary>
    private static string WithoutStar(string entry) => entry.Substring(0, entry.Length - 1).TrimEnd('.');
}
