using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>How often a loop repeats, where its text tells.</summary>
internal static class Repetition
{
    /// <summary>Whether the number of iterations is constant and smaller than is worth a batch.</summary>
    public static bool IsBelow(ILoopOperation loop, int minimum) =>
        Count(loop) < minimum
        || (loop is IForEachLoopOperation forEach && Parts.WithoutConversion(forEach.Collection) is IInvocationOperation { TargetMethod.Name: "Take", Arguments: { Length: 2 } arguments } && Constant(arguments[1].Value) < minimum);

    /// <summary>Whether a source has no second item, as far as its text tells.</summary>
    public static bool IsAtMostOnce(IOperation source) => CountOf(Parts.WithoutConversion(source)) is < 2;

    /// <summary>The number of iterations; null when it is not known.</summary>
    public static int? Count(ILoopOperation loop)
    {
        switch (loop)
        {
            case IForEachLoopOperation forEach:
                return CountOf(Parts.WithoutConversion(forEach.Collection));
            case IForLoopOperation { Condition: IBinaryOperation { OperatorKind: var comparison and (BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual) } condition } @for
                when @for.Before.Length == 1 && IsIncrement(@for):
                var first = @for.Before[0].DescendantsAndSelf().OfType<IVariableInitializerOperation>().Select(static i => Constant(i.Value)).FirstOrDefault();
                return first is { } start && Constant(condition.RightOperand) is { } end && condition.LeftOperand is ILocalReferenceOperation
                    ? end - start + (comparison == BinaryOperatorKind.LessThanOrEqual ? 1 : 0)
                    : null;
            default:
                return null;
        }
    }

    /// <summary>Whether a counting loop runs 0, 1, 2, … up to a bound, so that its variable is the index of the answer.</summary>
    public static bool CountsFromZero(IForLoopOperation loop) =>
        loop.Locals.Length == 1
        && IsIncrement(loop)
        && loop.Before.Length == 1
        && loop.Before[0].DescendantsAndSelf().OfType<IVariableInitializerOperation>().Any(static i => Constant(i.Value) == 0)
        && loop.Condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan, LeftOperand: ILocalReferenceOperation };

    private static int? CountOf(IOperation source) => source switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.Length,
        ICollectionExpressionOperation collection when !collection.Elements.Any(static e => e is ISpreadOperation) => collection.Elements.Length,
        IInvocationOperation { TargetMethod: { Name: "Range", ContainingType.Name: "Enumerable" } } range => Constant(range.Arguments[1].Value),
        _ => null,
    };

    private static bool IsIncrement(IForLoopOperation loop) =>
        loop.AtLoopBottom.Length == 1 && loop.AtLoopBottom[0] is IExpressionStatementOperation { Operation: IIncrementOrDecrementOperation { Kind: OperationKind.Increment } };

    private static int? Constant(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: int value } ? value : null;
}
