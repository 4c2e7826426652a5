using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Sites;

/// <summary>One construct between a loop's body and the call that stands in it.</summary>
internal abstract record PathNode(IOperation Operation);

/// <summary>A block: the statements before the one that holds the call, and those after it.</summary>
internal sealed record BlockNode(IBlockOperation Block, ImmutableArray<IOperation> Before, ImmutableArray<IOperation> After) : PathNode(Block);

/// <summary>An <c>if</c> one of whose branches holds the call.</summary>
internal sealed record IfNode(IConditionalOperation If, bool InElse) : PathNode(If)
{
    public IOperation? OtherBranch => InElse ? If.WhenTrue : If.WhenFalse;
}

/// <summary>A <c>try</c> whose body holds the call.</summary>
internal sealed record TryNode(ITryOperation Try) : PathNode(Try);

/// <summary>A loop inside the planned loop.</summary>
internal sealed record LoopNode(ILoopOperation Loop) : PathNode(Loop);

/// <summary>The statement whose expression holds the call.</summary>
internal sealed record LeafNode(IOperation Statement) : PathNode(Statement);

/// <summary>Something that the call cannot be taken out of.</summary>
internal sealed record BarrierNode(IOperation Barrier, string What) : PathNode(Barrier);

/// <summary>The way from a region's body down to the call.</summary>
internal static class SplitPath
{
    /// <summary>The constructs between <paramref name="region"/> and the call, outermost first; the last is the leaf statement.</summary>
    public static ImmutableArray<PathNode> Find(CallSite site, Region region)
    {
        var nodes = new List<PathNode>();
        var leaf = LeafOf(site.Replaced, region.Operation, out var barrier);
        if (barrier is not null)
        {
            return [barrier];
        }

        nodes.Add(new LeafNode(leaf));
        for (var (child, parent) = (leaf, leaf.Parent!); child != region.Operation; (child, parent) = (parent, parent.Parent!))
        {
            if (child == region.Body && child is IBlockOperation == false)
            {
                break;
            }

            switch (parent)
            {
                case IBlockOperation block:
                    var at = block.Operations.IndexOf(child);
                    nodes.Add(new BlockNode(block, block.Operations.RemoveRange(at, block.Operations.Length - at), block.Operations.RemoveRange(0, at + 1).RemoveAll(static o => o.IsImplicit)));
                    break;
                case IConditionalOperation conditional:
                    nodes.Add(new IfNode(conditional, child == conditional.WhenFalse));
                    break;
                case ITryOperation @try when child == @try.Body:
                    nodes.Add(new TryNode(@try));
                    break;
                case ITryOperation or ICatchClauseOperation:
                    return [new BarrierNode(parent, "the call stands in a 'catch' or 'finally'")];
                case var _ when parent == region.Operation:
                    break;
                case IForEachLoopOperation or IForLoopOperation:
                    nodes.Add(new LoopNode((ILoopOperation)parent));
                    break;
                case IUsingOperation:
                    return [new BarrierNode(parent, "a 'using' spans the call")];
                case ILockOperation:
                    return [new BarrierNode(parent, "a 'lock' spans the call")];
                case ISwitchCaseOperation or ISwitchOperation:
                    return [new BarrierNode(parent, "the call stands in one arm of a 'switch'")];
                default:
                    return [new BarrierNode(parent, "the call stands in a construct that cannot be divided")];
            }
        }

        nodes.Reverse();
        return [.. nodes];
    }

    /// <summary>The statement whose own expressions hold the call, and what forbids to evaluate the call ahead of it.</summary>
    private static IOperation LeafOf(IOperation call, IOperation region, out BarrierNode? barrier)
    {
        barrier = null;
        for (var (child, parent) = (call, call.Parent!); ; (child, parent) = (parent, parent.Parent!))
        {
            if (parent is IBlockOperation && child.IsImplicit && child is IReturnOperation or IExpressionStatementOperation)
            {
                // The body is an expression.
                return child;
            }

            if (child.Syntax is StatementSyntax && child is not IVariableDeclarationOperation && (parent is IBlockOperation or IConditionalOperation or ILoopOperation or ISwitchCaseOperation or ILabeledOperation or IUsingOperation or ILockOperation))
            {
                return child;
            }

            barrier = Conditionally(child, parent);
            if (barrier is not null || parent == region)
            {
                barrier ??= new BarrierNode(parent, "the call stands in the loop's header");
                return child;
            }
        }
    }

    /// <summary>What makes an operation evaluate one of its parts only sometimes.</summary>
    public static BarrierNode? Conditionally(IOperation child, IOperation parent) => parent switch
    {
        IConditionalOperation { Syntax: ConditionalExpressionSyntax } c when child != c.Condition => new(parent, "the call is made only on one side of a '?:'"),
        ICoalesceOperation c when child != c.Value => new(parent, "the call is made only where a value is missing ('??')"),
        ICoalesceAssignmentOperation c when child == c.Value => new(parent, "the call is made only where a value is missing ('??=')"),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } b when child == b.RightOperand
            => new(parent, "the call is made only if the other side of a condition asks for it"),
        IConditionalAccessOperation c when child != c.Operation => new(parent, "the call is made only if its receiver is not null ('?.')"),
        ISwitchExpressionArmOperation => new(parent, "the call stands in one arm of a 'switch'"),
        IForLoopOperation f when child != f.Body && !f.Before.Contains(child) => new(parent, "the call stands in a loop's header"),
        IWhileLoopOperation w when child != w.Body => new(parent, "the call stands in a loop's header"),
        ICatchClauseOperation => new(parent, "the call stands in a 'catch' filter"),
        _ => null,
    };
}
