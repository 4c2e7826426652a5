using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>What the user may set.</summary>
/// <param name="Strict">Whether logs, console output and the clock count as effects whose order matters.</param>
/// <param name="MinimumItems">The least constant number of calls that is worth a batch.</param>
/// <param name="HelperDepth">How many calls deep a helper is followed; 0 for not at all.</param>
/// <param name="Excluded">Types and methods that are left alone.</param>
/// <param name="AdditionalCalls">Methods for one item that have a sibling for many.</param>
internal sealed record PlanOptions(bool Strict, int MinimumItems, int HelperDepth, SymbolNames Excluded, ImmutableArray<AdditionalCall> AdditionalCalls)
{
    private Func<IMethodSymbol, bool>? isNamed;

    /// <summary>Tells whether the user has named a method for many items for a method.</summary>
    public Func<IMethodSymbol, bool> IsNamed => isNamed ??= method => Siblings.Named(method, this) is not null;
}

/// <summary>A method for one item, and the method of the same type for many.</summary>
/// <param name="Type">The full name of the type, without type parameters.</param>
/// <param name="Method">The name of the method for one item.</param>
/// <param name="BatchMethod">The name of the method for many.</param>
internal sealed record AdditionalCall(string Type, string Method, string BatchMethod)
{
    private const string Arrow = "->";

    /// <summary>Reads a list of <c>Namespace.Type.Method -> BatchMethod</c>.</summary>
    public static bool TryParse(string text, out ImmutableArray<AdditionalCall> value)
    {
        var calls = ImmutableArray.CreateBuilder<AdditionalCall>();
        value = [];
        foreach (var entry in NameLists.Split(text))
        {
            var at = entry.IndexOf(Arrow, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            var (single, many) = (entry.Substring(0, at).Trim(), entry.Substring(at + Arrow.Length).Trim());
            if (!NameLists.IsName(single, parts: 2) || many.Contains('.') || !NameLists.IsName(many, parts: 1))
            {
                return false;
            }

            var dot = single.LastIndexOf('.');
            calls.Add(new AdditionalCall(single.Substring(0, dot), single.Substring(dot + 1), many));
        }

        value = calls.ToImmutable();
        return true;
    }
}
