using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>Finds the loop that hands a fan-out its items chunk by chunk, and does nothing else.</summary>
internal static class ChunkLoop
{
    public static Chunks? Find(FanOut fanOut, IOperation root)
    {
        if (fanOut.Kind != JoinKind.WhenAll || fanOut.Tasks is not null || fanOut.Index is not null || fanOut.Join is null
            || Parts.WithoutConversion(fanOut.Source) is not ILocalReferenceOperation { Local: var chunk }
            || StatementOf(fanOut.Join) is not { Parent: IBlockOperation { Parent: IForEachLoopOperation { IsAsynchronous: false, Locals.Length: 1 } loop } block } statement
            || !SymbolEqualityComparer.Default.Equals(loop.Locals[0], chunk)
            || loop.Syntax is not ForEachStatementSyntax
            || Parts.WithoutConversion(loop.Collection) is not IInvocationOperation { TargetMethod: { Name: "Chunk", ContainingType.Name: "Enumerable" }, Arguments.Length: 2 } chunks
            || !IsGathering(statement, fanOut.Join, loop, root))
        {
            return null;
        }

        var others = block.Operations.Remove(statement);
        if (others.IsEmpty)
        {
            return new Chunks(loop, chunks.Arguments[0].Value, chunks.Arguments[1].Value, null, null);
        }

        return others.Length == 1 && block.Operations[1] == others[0] && Pacing.DurationOf(others[0]) is { } delay && Invariance.IsInvariant(delay, Region.Of(loop))
            ? new Chunks(loop, chunks.Arguments[0].Value, chunks.Arguments[1].Value, delay, (StatementSyntax)others[0].Syntax)
            : null;
    }

    private static IOperation? StatementOf(IOperation operation)
    {
        IOperation? current = operation;
        while (current is not null && current.Parent is not IBlockOperation)
        {
            current = current.Parent;
        }

        return current;
    }

    /// <summary>Whether a chunk's answers are only waited for, or added to a list that nobody can see before the method has ended.</summary>
    private static bool IsGathering(IOperation statement, IOperation join, IForEachLoopOperation loop, IOperation root)
    {
        if (statement is not IExpressionStatementOperation { Operation: var operation })
        {
            return false;
        }

        if (operation == join)
        {
            return true;
        }

        return operation is IInvocationOperation { TargetMethod: { Name: "AddRange", ContainingType.Name: "List" }, Instance: ILocalReferenceOperation { Local: var list }, Arguments.Length: 1 } add
            && Parts.WithoutConversion(add.Arguments[0].Value) == join
            && !Invariance.IsDeclaredIn(list, loop)
            && !Guarded(loop)
            && !Mentions.In(root).Of(list).Any(IsInLambda);
    }

    private static bool IsInLambda(IOperation mention)
    {
        for (var current = mention.Parent; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Guarded(IOperation loop)
    {
        for (var current = loop.Parent; current is not null; current = current.Parent)
        {
            if (current is ITryOperation)
            {
                return true;
            }
        }

        return false;
    }
}
