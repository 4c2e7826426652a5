using BatchMigrate.Analyzers.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>Conditions that let an item through without a request.</summary>
internal static class Filters
{
    /// <summary>The condition of a guard, as a piece of its own.</summary>
    public static Part ConditionOf(Part guard) =>
        guard.Operation is IConditionalOperation conditional
            ? new Part(conditional.Condition, Role.Condition, guard.Level, [.. guard.Accesses.Where(a => conditional.Condition.Syntax.Span.Contains(a.Node.Span))], new Exits())
            : guard;

    /// <summary>When skipped items keep their places, each condition is asked twice; that must be possible, and change nothing.</summary>
    public static Blocker? FindUndivided(Parts parts)
    {
        foreach (var part in parts.All)
        {
            if (part.IsGuard)
            {
                if (part.Operation is not IConditionalOperation { WhenFalse: null } conditional || !EndsInSkip(conditional.WhenTrue) || part.Exits.Break is not null)
                {
                    return new Blocker("what is done for items that ask nothing cannot be moved behind the batch", part.Operation.Syntax.GetLocation());
                }

                if (!IsRepeatable(ConditionOf(part), part, parts))
                {
                    return Unrepeatable(part);
                }
            }
            else if (part.Role == Role.Condition && !IsRepeatable(part, part, parts))
            {
                return Unrepeatable(part);
            }
        }

        return null;
    }

    private static Blocker Unrepeatable(Part part) =>
        new Blocker("what is done for items that ask nothing has to wait for its turn, and its condition cannot be asked twice", part.Operation.Syntax.GetLocation());

    private static bool IsRepeatable(Part condition, Part owner, Parts parts) =>
        !condition.Accesses.Any(static a => a.IsWrite && a.Place is not { Root: ILocalSymbol, Path.IsEmpty: true })
        && !condition.Operation.DescendantsAndSelf().Any(static o => o is IAwaitOperation or IAssignmentOperation or IIncrementOrDecrementOperation)
        && !parts.All.SkipWhile(p => p != owner).Skip(1).Where(static p => p.Role is Role.Before or Role.Request)
            .Any(later => later.Accesses.Any(l => l.IsWrite && condition.Accesses.Any(c => Place.Overlap(l.Place, c.Place, sameIteration: true))));

    /// <summary>Whether a branch ends what is done for its item.</summary>
    public static bool EndsInSkip(IOperation branch) => branch switch
    {
        IBranchOperation { BranchKind: BranchKind.Continue } or IReturnOperation { Kind: OperationKind.Return } => true,
        IBlockOperation { Operations: { Length: > 0 } operations } => EndsInSkip(operations[operations.Length - 1]),
        _ => false,
    };
}
