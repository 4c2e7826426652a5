using System.Collections.Immutable;
using System.Reflection;
using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Rules;

namespace BatchMigrate.Mutation;

/// <summary>What the analyzers keep in static fields: after a change they must neither remember what they thought before, nor go by tables that were filled without it.</summary>
internal static class Memory
{
    private static readonly ImmutableArray<ConstructorInfo> Initializers =
    [
        .. typeof(PlanReader).Assembly.GetTypes()
            .Where(static t => !t.ContainsGenericParameters && t.Namespace is { } name && name.StartsWith("BatchMigrate.Analyzers.", StringComparison.Ordinal) && name != typeof(BoundCatalog).Namespace && t != typeof(Descriptors))
            .Select(static t => t.TypeInitializer).OfType<ConstructorInfo>(),
    ];

    /// <summary>Fills static fields anew. The catalogue stays: it holds symbols and bound code, and no thoughts about them.</summary>
    public static void Forget()
    {
        foreach (var initializer in Initializers)
        {
            _ = initializer.Invoke(null, null);
        }
    }
}
