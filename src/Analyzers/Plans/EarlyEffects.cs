using BatchMigrate.Analyzers.Dependence;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>
/// Effects of the first half that somebody could see after a failed call has left the loop: the first half has then run for items that the
/// loop would not have reached.
/// </summary>
internal sealed class EarlyEffects(Parts parts)
{
    private readonly bool failureLeaves = !parts.Path.OfType<TryNode>().Any(CatchesEverything);
    private readonly bool isGuarded = Ancestors(parts.Region.Operation).Any(static o => o is ITryOperation);

    /// <summary>The first write of a piece that outlives a failure, preferably a certain one.</summary>
    public Access? Find(Part part)
    {
        if (!failureLeaves || part.Role == Role.Header)
        {
            return null;
        }

        var seen = part.Accesses.Where(a => a.IsWrite && !a.IsSoft && OutlivesFailure(a.Place)).OrderBy(static a => !a.Certain).ToList();
        return seen.Count == 0 ? null : seen[0];
    }

    private bool OutlivesFailure(Place place) => place.Root switch
    {
        ILocalSymbol local => isGuarded && !Invariance.IsDeclaredIn(local, parts.Region.Syntax),
        IParameterSymbol parameter when parts.Region.IsGiven(parameter) => true,
        IParameterSymbol parameter => (!place.Path.IsEmpty || isGuarded || parameter.RefKind != RefKind.None) && !Invariance.IsDeclaredIn(parameter, parts.Region.Syntax),
        _ => true,
    };

    private static bool CatchesEverything(TryNode node) =>
        node.Try.Catches.Any(static c => c.Filter is null && c.ExceptionType.Name is "Exception" or "Object")
        && !node.Try.Catches.Any(static c => c.DescendantsAndSelf().Any(static o => o is IThrowOperation));

    private static IEnumerable<IOperation> Ancestors(IOperation operation)
    {
        for (var current = operation.Parent; current is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; current = current.Parent)
        {
            yield return current;
        }
    }
}
