using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Sites;

/// <summary>A loop that does nothing but start one task for each item: <c>foreach (…) { tasks.Add(Task.Run(async () => …)); }</c>.</summary>
internal static class TasksOfLoop
{
    public static FanOut? Find(IInvocationOperation run, IAnonymousFunctionOperation body)
    {
        if (TaskLocal.Skip(run).Parent is not IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Add", ContainingType.Name: "List" }, Instance: ILocalReferenceOperation { Local: var local } } add }
            || add.Parent is not IExpressionStatementOperation { Parent: IBlockOperation { Parent: IForEachLoopOperation { Locals.Length: 1, IsAsynchronous: false } loop } block } statement
            || loop.Syntax is not ForEachStatementSyntax
            || block.Operations[block.Operations.Length - 1] != statement
            || block.Operations.Length > 2
            || body.Symbol.Parameters.Length > 0)
        {
            return null;
        }

        IOperation root = loop;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return TaskLocal.Find(local, root, add) is { Uses.IsEmpty: true, Joins.Length: 1 } tasks && IsEmptyList(local, root)
            ? new FanOut
            {
                Kind = JoinKind.WhenAll,
                Taker = add,
                Join = tasks.Joins[0],
                Source = loop.Collection,
                Body = body,
                Item = loop.Locals[0],
                Run = run,
                Tasks = tasks,
                StartsEarly = true,
                Loop = loop,
                Gate = block.Operations.Length == 2 ? block.Operations[0] : null,
            }
            : null;
    }

    /// <summary>Whether a local is given a new, empty list and nothing else.</summary>
    private static bool IsEmptyList(ILocalSymbol local, IOperation root) =>
        Mentions.In(root).DeclaratorOf(local) is { Initializer.Value: var value }
        && (value is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : value) is IObjectCreationOperation { Initializer: null, Type.Name: "List" } or ICollectionExpressionOperation { Elements.IsEmpty: true };
}
