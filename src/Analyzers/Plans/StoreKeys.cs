using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using CallSite = BatchMigrate.Analyzers.Sites.CallSite;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>Under which keys a loop writes. Items of a source are taken to be distinct, and so are keys that are made from them.</summary>
internal static class StoreKeys
{
    /// <summary>Whether a loop writes the same record again and again: then the order matters, or it is a test of the store.</summary>
    public static bool AreRepeated(CallSite site, Region region) =>
        site.Call.Entry.Kind == CallKind.StoreWrite && !site.CallsHelper
        && (site.Invocation.Arguments.All(a => a.Value == site.Receiver || Invariance.IsInvariant(a.Value, region))
            || (site.Call.Bulk is { } bulk && site.Invocation.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == bulk.One.Ordinal) is { } argument
                && KeyOf(site.AskedBy(argument), region, []) is { } key && Invariance.IsInvariant(key, region)));

    /// <summary>What the key of a record is made from, where it can be seen.</summary>
    /// <param name="record">The record.</param>
    /// <param name="region">What is repeated.</param>
    /// <param name="seen">The locals that were followed: one may be given itself, in code that does not compile.</param>
    private static IOperation? KeyOf(IOperation record, Region region, List<ISymbol> seen) => record switch
    {
        IConversionOperation conversion => KeyOf(conversion.Operand, region, seen),
        ILocalReferenceOperation local when seen.Contains(local.Local, SymbolEqualityComparer.Default) => null,
        ILocalReferenceOperation local => region.Body.DescendantsAndSelf().OfType<IVariableDeclaratorOperation>()
            .FirstOrDefault(d => SymbolEqualityComparer.Default.Equals(d.Symbol, local.Local))?.GetVariableInitializer()?.Value is { } value and not ILocalReferenceOperation ? KeyOf(value, region, [.. seen, local.Local]) : null,
        IObjectCreationOperation creation => creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().FirstOrDefault(static a => a.Target is IPropertyReferenceOperation { Property: var property } && IsKey(property))?.Value
            ?? creation.Arguments.FirstOrDefault(static a => a.Parameter is { } parameter && IsKeyName(parameter.Name))?.Value,
        _ => null,
    };

    private static bool IsKey(IPropertySymbol property) =>
        property.GetAttributes().Any(static a => a.AttributeClass?.Name is "VectorStoreKeyAttribute" or "VectorStoreRecordKeyAttribute") || IsKeyName(property.Name);

    private static bool IsKeyName(string name) => name.Equals("Key", StringComparison.OrdinalIgnoreCase) || name.Equals("Id", StringComparison.OrdinalIgnoreCase);
}
