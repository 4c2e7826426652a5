using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Sites;

/// <summary>A call whose task a loop puts into a collection: <c>tasks.Add(client.AskAsync(…))</c>, <c>tasks[key] = client.AskAsync(…)</c>.</summary>
/// <param name="Tasks">The collection, with its uses after the loop.</param>
/// <param name="Putting">The call or assignment that puts the task in.</param>
/// <param name="Loop">The outermost loop that does so, beside the collection's declaration.</param>
internal sealed record GatheredTasks(TaskLocal Tasks, IOperation Putting, ILoopOperation Loop)
{
    /// <summary>The new, empty collection.</summary>
    public required IOperation Made { get; init; }

    /// <summary>The gathering of a call's task; null where it is kept or used in another way.</summary>
    public static GatheredTasks? Find(IInvocationOperation call)
    {
        IOperation putting;
        ILocalReferenceOperation? collection;
        switch (TaskLocal.Skip(call).Parent)
        {
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Add", ContainingType.Name: "List" or "Dictionary" }, Instance: ILocalReferenceOperation kept } add } argument when add.Arguments[add.Arguments.Length - 1] == argument:
                (putting, collection) = (add, kept);
                break;
            case ISimpleAssignmentOperation { Target: IArrayElementReferenceOperation { ArrayReference: ILocalReferenceOperation kept } } assignment:
                (putting, collection) = (assignment, kept);
                break;
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { IsIndexer: true, ContainingType.Name: "Dictionary" }, Instance: ILocalReferenceOperation kept } } assignment:
                (putting, collection) = (assignment, kept);
                break;
            default:
                return null;
        }

        if (putting.Parent is not IExpressionStatementOperation)
        {
            return null;
        }

        IOperation root = putting;
        ILoopOperation? loop = null;
        while (root.Parent is { } parent)
        {
            root = parent;
            if (root is IAnonymousFunctionOperation or ILocalFunctionOperation && loop is null)
            {
                return null;
            }

            loop ??= root is ILoopOperation outer && Declares(outer, collection.Local) ? outer : null;
        }

        return loop is not null
            && MadeEmpty(collection.Local, root) is { } made
            && TaskLocal.Find(collection.Local, root, putting) is { } tasks
            && (!tasks.Joins.IsEmpty || tasks.Uses.Any(static u => u.Kind == TaskUseKind.Result))
            && tasks.Joins.Select(static j => j.Syntax).Concat(tasks.Uses.Select(static u => u.Node)).All(n => n.SpanStart > loop.Syntax.Span.End)
                ? new GatheredTasks(tasks, putting, loop) { Made = made }
                : null;
    }

    /// <summary>Whether a loop stands beside a local's declaration.</summary>
    private static bool Declares(ILoopOperation loop, ILocalSymbol local) =>
        loop.Parent is IBlockOperation block && block.Locals.Contains(local, SymbolEqualityComparer.Default);

    private static IOperation? MadeEmpty(ILocalSymbol local, IOperation root)
    {
        var value = Mentions.In(root).DeclaratorOf(local)?.Initializer?.Value;
        value = value is IConversionOperation conversion ? conversion.Operand : value;
        return value is IObjectCreationOperation { Initializer: null } or ICollectionExpressionOperation { Elements.IsEmpty: true } or IArrayCreationOperation { Initializer: null } ? value : null;
    }
}
