using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Sites;

/// <summary>How code uses tasks that it keeps.</summary>
internal enum TaskUseKind
{
    /// <summary>The collection is named where a batch can stand.</summary>
    Collection,

    /// <summary>One task's result: <c>t.Result</c>, <c>await t</c>.</summary>
    Result,

    /// <summary>Whether one task ended well.</summary>
    Succeeded,

    /// <summary>A length, where a batch has a count.</summary>
    Length,
}

/// <summary>One use of kept tasks.</summary>
/// <param name="Kind">How.</param>
/// <param name="Node">The whole expression that uses.</param>
/// <param name="Task">The collection or the task within it.</param>
internal sealed record TaskUse(TaskUseKind Kind, SyntaxNode Node, SyntaxNode Task);

/// <summary>A local that keeps tasks until they are awaited, with all its uses; only uses that a batch understands.</summary>
/// <param name="Local">The local.</param>
/// <param name="Declaration">The statement that declares it and nothing else.</param>
/// <param name="Joins">The awaits of all tasks together.</param>
/// <param name="Uses">The other uses.</param>
/// <param name="TaskNames">Variables that stand for one task each.</param>
internal sealed record TaskLocal(ILocalSymbol Local, LocalDeclarationStatementSyntax Declaration, ImmutableArray<IAwaitOperation> Joins, ImmutableArray<TaskUse> Uses, ImmutableArray<ISymbol> TaskNames)
{
    /// <summary>Whether the local is nothing but a name for what is awaited.</summary>
    public bool IsOnlyJoined => Joins.Length == 1 && Uses.IsEmpty;

    /// <summary>The local with its uses; null where one of them needs a real task.</summary>
    /// <param name="local">The local.</param>
    /// <param name="within">The body that it lives in, as a whole.</param>
    /// <param name="made">The operations that fill it.</param>
    public static TaskLocal? Find(ILocalSymbol local, IOperation within, params IOperation[] made)
    {
        if (local.DeclaringSyntaxReferences.Length != 1 || local.DeclaringSyntaxReferences[0].GetSyntax().Parent?.Parent is not LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1, UsingKeyword.RawKind: 0 } declaration)
        {
            return null;
        }

        var finder = new Finder();
        foreach (var mention in Mentions.In(within).Of(local))
        {
            // What fills it begins with its name; named once more in there, it is asked for the tasks that it holds so far.
            if (!made.Any(m => m.Syntax.SpanStart == mention.Syntax.SpanStart) && !finder.AddCollection(mention, within))
            {
                return null;
            }
        }

        return new TaskLocal(local, declaration, [.. finder.Joins], [.. finder.Uses], [.. finder.Names]);
    }

    /// <summary>The await around a <c>Task.WhenAll</c> of a sequence of tasks.</summary>
    public static IAwaitOperation? JoinOf(IOperation tasks)
    {
        var parent = Skip(tasks).Parent;
        if (parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "WhenAll", ContainingType: { Name: "Task", Arity: 0 } }, Arguments.Length: 1 } whenAll })
        {
            IOperation awaited = whenAll;
            if (awaited.Parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured && configured.Instance == awaited)
            {
                awaited = configured;
            }

            return awaited.Parent as IAwaitOperation;
        }

        return null;
    }

    /// <summary>The operation with the conversions around it that the compiler has added.</summary>
    public static IOperation Skip(IOperation operation)
    {
        while (operation.Parent is IConversionOperation { IsImplicit: true } conversion)
        {
            operation = conversion;
        }

        return operation;
    }

    private sealed class Finder
    {
        /// <summary>Queries that look at one task after the other and hand none of them on.</summary>
        private static readonly ImmutableHashSet<string> Askers = ["Select", "SelectMany", "Sum", "Average", "Min", "Max", "Any", "All", "Count"];

        public List<IAwaitOperation> Joins { get; } = [];

        public List<TaskUse> Uses { get; } = [];

        public List<ISymbol> Names { get; } = [];

        public bool AddCollection(IOperation mention, IOperation within)
        {
            if (JoinOf(mention) is { } join)
            {
                Joins.Add(join);
                return true;
            }

            var parent = Skip(mention).Parent;
            switch (parent)
            {
                case IPropertyReferenceOperation { Property: { Name: "Values", ContainingType.Name: "Dictionary" } } values when JoinOf(values) is { } joined:
                    Joins.Add(joined);
                    return true;
                case IPropertyReferenceOperation { Property.Name: "Count" }:
                    Uses.Add(new TaskUse(TaskUseKind.Collection, mention.Syntax, mention.Syntax));
                    return true;
                case IPropertyReferenceOperation { Property.Name: "Length" }:
                    Uses.Add(new TaskUse(TaskUseKind.Collection, mention.Syntax, mention.Syntax));
                    Uses.Add(new TaskUse(TaskUseKind.Length, parent.Syntax, mention.Syntax));
                    return true;
                case IPropertyReferenceOperation { Property.IsIndexer: true } or IArrayElementReferenceOperation:
                    Uses.Add(new TaskUse(TaskUseKind.Collection, mention.Syntax, mention.Syntax));
                    return AddTask(parent);
                case IForEachLoopOperation { Locals.Length: 1, IsAsynchronous: false } loop when loop.Collection == Skip(mention):
                    Uses.Add(new TaskUse(TaskUseKind.Collection, mention.Syntax, mention.Syntax));
                    return IsDictionary(mention) ? AddPairs(loop.Locals[0], loop.Body) : AddAll(loop.Locals[0], loop.Body) && loop.Syntax is ForEachStatementSyntax { Type.IsVar: true };
                case IForEachLoopOperation { Locals.Length: 2, IsAsynchronous: false, Syntax: ForEachVariableStatementSyntax } pairs when pairs.Collection == Skip(mention) && IsDictionary(mention):
                    Uses.Add(new TaskUse(TaskUseKind.Collection, mention.Syntax, mention.Syntax));
                    return AddAll(pairs.Locals[1], pairs.Body);
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Zip", ContainingType.Name: "Enumerable" }, Arguments.Length: 2 } zip } when zip.Arguments[1] == parent && !IsDictionary(mention)
                    && TaskLocal.Skip(zip).Parent is IForEachLoopOperation { Locals.Length: 2, IsAsynchronous: false, Syntax: ForEachVariableStatementSyntax } zipped:
                    Uses.Add(new TaskUse(TaskUseKind.Collection, mention.Syntax, mention.Syntax));
                    return AddAll(zipped.Locals[1], zipped.Body);
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { ContainingType.Name: "Enumerable" } asked, Arguments.Length: 2 } select } when Askers.Contains(asked.Name) && select.Arguments[0] == parent && !IsDictionary(mention):
                    Uses.Add(new TaskUse(TaskUseKind.Collection, mention.Syntax, mention.Syntax));
                    return select.Arguments[1].Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.Parameters.Length: > 0, Syntax: SimpleLambdaExpressionSyntax } lambda } && AddAll(lambda.Symbol.Parameters[0], lambda.Body);
                default:
                    return false;
            }
        }

        private static bool IsDictionary(IOperation mention) => mention.Type?.Name == "Dictionary";

        /// <summary>The values of pairs of key and task.</summary>
        private bool AddPairs(ISymbol pair, IOperation within) =>
            within.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Where(l => SymbolEqualityComparer.Default.Equals(l.Local, pair)).All(l => l.Parent switch
            {
                IPropertyReferenceOperation { Property.Name: "Key" } => true,
                IPropertyReferenceOperation { Property.Name: "Value" } value => AddTask(value),
                _ => false,
            });

        private bool AddAll(ISymbol task, IOperation within)
        {
            Names.Add(task);
            return within.DescendantsAndSelf().Where(o => o switch
            {
                ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, task),
                IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, task),
                _ => false,
            }).All(AddTask);
        }

        private bool AddTask(IOperation task)
        {
            IOperation used = task;
            if (used.Parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured && configured.Instance == used)
            {
                used = configured;
            }

            switch (used.Parent)
            {
                case IAwaitOperation await:
                    Uses.Add(new TaskUse(TaskUseKind.Result, await.Syntax, task.Syntax));
                    return true;
                case IPropertyReferenceOperation { Property.Name: "Result" } result when used == task:
                    Uses.Add(new TaskUse(TaskUseKind.Result, result.Syntax, task.Syntax));
                    return true;
                case IPropertyReferenceOperation { Property.Name: "IsCompletedSuccessfully" } succeeded when used == task:
                    Uses.Add(new TaskUse(TaskUseKind.Succeeded, succeeded.Syntax, task.Syntax));
                    return true;
                default:
                    return false;
            }
        }
    }
}
