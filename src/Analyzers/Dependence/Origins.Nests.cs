using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Dependence;

/// <content>Loops in loops: whether the inner one comes to the same items again.</content>
internal sealed partial class Origins
{
    /// <summary>Whether a collection is another one each time that the loops around the iteration come to it. Where it is not, rounds go over the same items, and an item is met again.</summary>
    private bool IsAnotherEachTime(IOperation collection)
    {
        if (nest is null || ReferenceEquals(nest, iteration))
        {
            return true;
        }

        for (var current = iteration!.Parent; current is not null; current = current.Parent)
        {
            if (current is ILoopOperation loop && !Varies(collection, loop, new(SymbolEqualityComparer.Default)))
            {
                return false;
            }

            if (ReferenceEquals(current, nest))
            {
                break;
            }
        }

        return true;
    }

    /// <summary>Whether an expression is made of what is another thing in each iteration of a loop. Other conditions of a filter let the same items through.</summary>
    private bool Varies(IOperation expression, ILoopOperation loop, HashSet<ISymbol> seen) =>
        KnownMethods.WithoutFilters(expression).DescendantsAndSelf().Any(o => o is ILocalReferenceOperation { Local: var local } && seen.Add(local) && (executable.LoopOf(local) switch
        {
            null => IsWithin(local, loop) && executable.ValuesOf(local).Concat(executable.WholesOf(local)).Any(v => Varies(v, loop, seen)),
            var own when ReferenceEquals(own, loop) => true,
            IForEachLoopOperation between => loop.Syntax.Span.Contains(between.Syntax.Span) && Varies(between.Collection, loop, seen),
            _ => false,
        }));

    private static bool IsWithin(ISymbol local, ILoopOperation loop) =>
        local.DeclaringSyntaxReferences.Any(r => loop.Syntax.SyntaxTree == r.SyntaxTree && loop.Syntax.Span.Contains(r.Span));
}
