using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Dependence;

/// <summary>How control can leave a piece of a loop's body other than by reaching its end.</summary>
internal sealed class Exits
{
    public IOperation? Return { get; private set; }

    public IOperation? Throw { get; private set; }

    public IOperation? Goto { get; private set; }

    public IOperation? Break { get; private set; }

    public IOperation? Continue { get; private set; }

    public IOperation? Yield { get; private set; }

    public IOperation? YieldBreak { get; private set; }

    private bool returnEndsItem;

    /// <summary>Collects the exits of a piece of code with regard to the loops around it.</summary>
    /// <param name="pieces">The code.</param>
    /// <param name="loops">The loops.</param>
    /// <param name="returnEndsItem">Whether the code is the body of a method or lambda that runs for each item: there a <c>return</c> is what <c>continue</c> is in a loop.</param>
    public static Exits Of(IEnumerable<IOperation> pieces, IReadOnlyCollection<ILoopOperation> loops, bool returnEndsItem = false)
    {
        var exits = new Exits { returnEndsItem = returnEndsItem };
        foreach (var piece in pieces)
        {
            exits.Collect(piece, loops, caught: false);
        }

        return exits;
    }

    private void Collect(IOperation operation, IReadOnlyCollection<ILoopOperation> loops, bool caught)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (operation)
        {
            case IAnonymousFunctionOperation or ILocalFunctionOperation:
                return;
            case IReturnOperation { Kind: OperationKind.Return, IsImplicit: false } when returnEndsItem:
                Continue ??= operation;
                break;
            case IReturnOperation { Kind: OperationKind.Return, IsImplicit: false }:
                Return ??= operation;
                break;
            case IReturnOperation { Kind: OperationKind.YieldReturn }:
                Yield ??= operation;
                break;
            case IReturnOperation { Kind: OperationKind.YieldBreak }:
                YieldBreak ??= operation;
                break;
            case IThrowOperation when !caught:
                Throw ??= operation;
                break;
            case IBranchOperation { BranchKind: BranchKind.GoTo }:
                Goto ??= operation;
                break;
            case IBranchOperation branch:
                foreach (var loop in loops)
                {
                    Break ??= SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel) ? branch : null;
                    Continue ??= SymbolEqualityComparer.Default.Equals(branch.Target, loop.ContinueLabel) ? branch : null;
                }

                break;
            case ITryOperation @try:
                Collect(@try.Body, loops, caught || CatchesAll(@try));
                foreach (var handler in @try.Catches)
                {
                    Collect(handler, loops, caught);
                }

                if (@try.Finally is { } last)
                {
                    Collect(last, loops, caught);
                }

                return;
        }

        foreach (var child in operation.ChildOperations)
        {
            Collect(child, loops, caught);
        }
    }

    private static bool CatchesAll(ITryOperation @try)
    {
        foreach (var handler in @try.Catches)
        {
            if (handler.Filter is null && handler.ExceptionType is { Name: "Exception" or "Object" })
            {
                return true;
            }
        }

        return false;
    }
}
