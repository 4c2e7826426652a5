using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.Analyzers.Catalog;

/// <summary>The names of namespaces, each written once: they are asked for at every call that is looked at.</summary>
internal static class Namespaces
{
    private static readonly ConditionalWeakTable<INamespaceSymbol, string> Names = new();

    /// <summary>The full name; empty for the global namespace and for none.</summary>
    public static string NameOf(INamespaceSymbol? space) =>
        space is not { IsGlobalNamespace: false } ? string.Empty
        : Names.TryGetValue(space, out var name) ? name
        : Names.GetValue(space, static s => s.ToDisplayString());
}
