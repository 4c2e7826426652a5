using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Rules;

namespace BatchMigrate.Mutation;

/// <summary>What the analyzers keep about a compilation: after a change they must not remember what they thought before.</summary>
internal static class Memory
{
    /// <summary>Empties a table.</summary>
    private static readonly ImmutableArray<Action> Tables =
    [
        .. typeof(PlanReader).Assembly.GetTypes()
            .Where(static t => !t.ContainsGenericParameters && t != typeof(BoundCatalog))
            .SelectMany(static t => t.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(static f => f.FieldType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ConditionalWeakTable<,>))
            .Select(static f => f.FieldType.GetMethod("Clear")!.CreateDelegate<Action>(f.GetValue(null))),
    ];

    /// <summary>Forgets all but what the compiler itself says: the catalogue holds symbols and bound code, and no thoughts about them.</summary>
    public static void Forget()
    {
        foreach (var clear in Tables)
        {
            clear();
        }
    }
}
