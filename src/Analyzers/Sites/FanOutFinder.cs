using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Sites;

/// <summary>Climbs from a call to the fan-out that repeats it: the lambda around it, what takes the lambda, and what waits for all of them.</summary>
internal static class FanOutFinder
{
    /// <summary>The fan-out around a call; null where there is none, or where nothing waits for all its items.</summary>
    /// <param name="call">The awaited call, the call whose task the body hands back, or the synchronous call.</param>
    public static FanOut? Find(IOperation call)
    {
        if (LambdaAround(call) is not { Syntax: LambdaExpressionSyntax } body)
        {
            return null;
        }

        var (outer, run) = (body, default(IInvocationOperation));
        if (TakerOf(body) is { TargetMethod: { Name: "Run", ContainingType: { Name: "Task", ContainingNamespace.Name: "Tasks" } } } started)
        {
            run = started;
            if (OwnerOf(run) is not { } owner)
            {
                return TasksOfLoop.Find(run, body);
            }

            outer = owner;
        }

        return TakerOf(outer) is { } taker && !HasMore(outer, run, body) ? Find(taker, outer, body, run) : null;
    }

    /// <summary>The call that a lambda is handed to.</summary>
    public static IInvocationOperation? TakerOf(IAnonymousFunctionOperation lambda)
    {
        for (var current = lambda.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IInvocationOperation invocation:
                    return invocation;
                case IArgumentOperation or IDelegateCreationOperation or IConversionOperation:
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private static IAnonymousFunctionOperation? LambdaAround(IOperation call)
    {
        for (var current = call.Parent; current is not null and not ILocalFunctionOperation; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation lambda)
            {
                return lambda;
            }
        }

        return null;
    }

    /// <summary>The lambda that hands a task back, with or without an await around it.</summary>
    private static IAnonymousFunctionOperation? OwnerOf(IInvocationOperation task)
    {
        IOperation value = task;
        while (value.Parent is IAwaitOperation or IConversionOperation { IsImplicit: true } or IExpressionStatementOperation)
        {
            value = value.Parent;
        }

        return value.Parent switch
        {
            IReturnOperation { Parent: IBlockOperation { Parent: IAnonymousFunctionOperation lambda } } => lambda,
            IBlockOperation { Parent: IAnonymousFunctionOperation lambda } when value is IExpressionStatementOperation => lambda,
            _ => null,
        };
    }

    /// <summary>Whether a lambda does anything besides starting the inner one.</summary>
    private static bool HasMore(IAnonymousFunctionOperation outer, IInvocationOperation? run, IAnonymousFunctionOperation body) =>
        run is not null && outer != body && outer.Body.Operations.Count(static o => !o.IsImplicit || o is IReturnOperation { ReturnedValue: not null }) != 1;

    private static FanOut? Find(IInvocationOperation taker, IAnonymousFunctionOperation outer, IAnonymousFunctionOperation body, IInvocationOperation? run)
    {
        if (outer.Syntax is not LambdaExpressionSyntax || (taker.TargetMethod.Name != "For" && taker.TargetMethod.Parameters.FirstOrDefault()?.Type.Name is not ("IEnumerable" or "ParallelQuery")))
        {
            // Partitioners and streams are no collections of items.
            return null;
        }

        var (type, parameters) = (taker.TargetMethod.ContainingType, outer.Symbol.Parameters);
        switch (type.Name, taker.TargetMethod.Name)
        {
            case ("Enumerable", "Select") when parameters.Length is 1 or 2:
                var items = new FanOut { Kind = JoinKind.WhenAll, Taker = taker, Source = taker.Arguments[0].Value, Body = body, Item = parameters[0], Index = parameters.Length == 2 ? parameters[1] : null, Run = run };
                return Await(items, taker);
            case ("Enumerable", "ToDictionary") when parameters.Length == 1 && taker.Arguments.Length == 3 && taker.Arguments[2].Value.Syntax == outer.Syntax:
                return AwaitEach(new FanOut { Kind = JoinKind.WhenAll, Taker = taker, Source = taker.Arguments[0].Value, Body = body, Item = parameters[0], Run = run, Key = taker.Arguments[1].Value }, taker);
            case ("Parallel", "ForEachAsync") when run is null && parameters.Length == 2 && taker.Arguments.Length is 2 or 3 && AwaitOf(taker) is { } await:
                return new FanOut { Kind = JoinKind.ForEachAsync, Taker = taker, Join = await, Source = taker.Arguments[0].Value, Body = body, Item = parameters[0], Token = parameters[1], Settings = taker.Arguments.Length == 3 ? taker.Arguments[1].Value : null };
            case ("Parallel", "ForEach") when run is null && parameters.Length == 1 && taker.Arguments.Length is 2 or 3 && taker.Parent is IExpressionStatementOperation:
                return new FanOut { Kind = JoinKind.Parallel, Taker = taker, Join = taker, Source = taker.Arguments[0].Value, Body = body, Item = parameters[0], Settings = taker.Arguments.Length == 3 ? taker.Arguments[1].Value : null };
            case ("Parallel", "For") when run is null && parameters.Length == 1 && taker.Arguments.Length is 3 or 4 && taker.Parent is IExpressionStatementOperation && parameters[0].Type.SpecialType == SpecialType.System_Int32:
                return new FanOut { Kind = JoinKind.Parallel, Taker = taker, Join = taker, Source = taker.Arguments[0].Value, Bound = taker.Arguments[1].Value, Body = body, Item = parameters[0], Settings = taker.Arguments.Length == 4 ? taker.Arguments[2].Value : null };
            case ("ParallelEnumerable", "ForAll") when run is null && taker.Parent is IExpressionStatementOperation:
                return Query(taker, new FanOut { Kind = JoinKind.Parallel, Taker = taker, Join = taker, Source = taker.Arguments[0].Value, Body = body, Item = parameters[0] });
            case ("ParallelEnumerable", "Select") when run is null && parameters.Length == 1 && Gathered(taker) is { } gathered:
                return Query(taker, new FanOut { Kind = JoinKind.Query, Taker = taker, Join = gathered, Source = taker.Arguments[0].Value, Body = body, Item = parameters[0] });
            default:
                return null;
        }
    }

    /// <summary>Where the tasks that a <c>Select</c> starts are awaited.</summary>
    private static FanOut? Await(FanOut fanOut, IInvocationOperation select)
    {
        var isReal = IsTask(fanOut.Body) || fanOut.Run is not null;
        var (tasks, isStarted) = Started(select);
        if (!isReal)
        {
            return null;
        }

        if (TaskLocal.JoinOf(tasks) is { } join)
        {
            return fanOut with { Join = join };
        }

        if (tasks.Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } })
        {
            return null;
        }

        if (TaskLocal.Find(local, RootOf(select), select) is not { } kept || (!isStarted && !kept.IsOnlyJoined) || (kept.Joins.IsEmpty && !kept.Uses.Any(static u => u.Kind == TaskUseKind.Result)))
        {
            return null;
        }

        // Tasks of a lazy query start where they are awaited.
        return fanOut with { Join = kept.IsOnlyJoined ? kept.Joins[0] : null, Tasks = kept, StartsEarly = isStarted || Next(kept.Declaration) == StatementOf(kept.Joins[0]) };
    }

    /// <summary>Where the tasks of a dictionary are awaited.</summary>
    private static FanOut? AwaitEach(FanOut fanOut, IInvocationOperation dictionary) =>
        (IsTask(fanOut.Body) || fanOut.Run is not null)
        && TaskLocal.Skip(dictionary).Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }
        && TaskLocal.Find(local, RootOf(dictionary), dictionary) is { } kept && (!kept.Joins.IsEmpty || kept.Uses.Any(static u => u.Kind == TaskUseKind.Result))
            ? fanOut with { Tasks = kept, StartsEarly = true }
            : null;

    /// <summary>A sequence of tasks with what gathers it, and whether that starts the tasks.</summary>
    private static (IOperation Tasks, bool IsStarted) Started(IOperation tasks)
    {
        var started = false;
        while (true)
        {
            tasks = TaskLocal.Skip(tasks);
            switch (tasks.Parent)
            {
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "ToList" or "ToArray", ContainingType.Name: "Enumerable" } } gathering }:
                    (tasks, started) = (gathering, true);
                    break;
                case ISpreadOperation { Parent: ICollectionExpressionOperation { Elements.Length: 1 } collection }:
                    (tasks, started) = (collection, true);
                    break;
                case IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parent: IObjectCreationOperation { Type.Name: "List" } list } when list.Initializer is null:
                    (tasks, started) = (list, true);
                    break;
                default:
                    return (tasks, started);
            }
        }
    }

    /// <summary>The statement behind another one.</summary>
    public static SyntaxNode? Next(StatementSyntax statement)
    {
        var holder = statement.Parent is GlobalStatementSyntax global ? global : (SyntaxNode)statement;
        var siblings = holder.Parent?.ChildNodes().ToList() ?? [];
        var at = siblings.IndexOf(holder) + 1;
        return at == 0 || at >= siblings.Count ? null : siblings[at] is GlobalStatementSyntax next ? next.Statement : siblings[at];
    }

    public static StatementSyntax? StatementOf(IOperation operation) => operation.Syntax.FirstAncestorOrSelf<StatementSyntax>();

    /// <summary>A parallel query without what makes it parallel.</summary>
    private static FanOut? Query(IInvocationOperation taker, FanOut fanOut)
    {
        var tuning = ImmutableArray.CreateBuilder<IInvocationOperation>();
        var source = taker.Arguments[0].Value;
        while (source is IInvocationOperation { TargetMethod: { ContainingType.Name: "ParallelEnumerable", Name: "AsParallel" or "AsOrdered" or "AsUnordered" or "WithDegreeOfParallelism" or "WithCancellation" or "WithExecutionMode" } method } call)
        {
            tuning.Add(call);
            source = call.Arguments[0].Value;
            if (method.Name == "AsParallel")
            {
                return method.Parameters.Length == 1 ? fanOut with { Source = source, Tuning = tuning.ToImmutable() } : null;
            }
        }

        return null;
    }

    private static IInvocationOperation? Gathered(IInvocationOperation query) =>
        query.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "ToArray" or "ToList", ContainingType.Name: "ParallelEnumerable" } } gathering } ? gathering : null;

    private static IAwaitOperation? AwaitOf(IOperation task)
    {
        if (task.Parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured && configured.Instance == task)
        {
            task = configured;
        }

        return task.Parent as IAwaitOperation;
    }

    private static bool IsTask(IAnonymousFunctionOperation lambda) => lambda.Symbol.ReturnType is { Name: "Task", ContainingNamespace.Name: "Tasks" };

    private static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }
}
