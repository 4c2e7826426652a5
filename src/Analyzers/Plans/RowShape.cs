using System.Runtime.CompilerServices;
using BatchMigrate.Analyzers.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>What the form of statements tells about a row of calls, whatever they read and write.</summary>
internal static class RowShape
{
    /// <summary>Whether a statement can be part of a row: it is complete, and nothing jumps to it.</summary>
    public static bool IsComplete(IOperation statement) =>
        !statement.Syntax.ContainsDiagnostics && statement is not ILabeledOperation && !statement.DescendantsAndSelf().Any(static o => o.Kind == OperationKind.Invalid || o.Type is IPointerTypeSymbol);

    /// <summary>Whether a row may reach across a statement: control comes out at its end, and it has nothing to do with time.</summary>
    public static bool IsPassable(IOperation statement) => !Leaves(statement, []) && !statement.DescendantsAndSelf().Any(IsTiming);

    /// <summary>Whether a statement may run earlier, if its accesses allow it.</summary>
    public static bool IsMovable(IOperation statement) =>
        statement is not (IUsingDeclarationOperation or ILocalFunctionOperation or ILabeledOperation)
        && !statement.DescendantsAndSelf().Any(static o => o is IInvocationOperation call && KnownMethods.Acquires(call.TargetMethod));

    /// <summary>Whether a preprocessor directive, or a block that is compiled in another way, stands between the start of one statement and the end of another.</summary>
    public static bool HasObstacle(IOperation first, IOperation last)
    {
        if ((first.Syntax.Parent is GlobalStatementSyntax global ? global.Parent : first.Syntax.Parent) is not { } list)
        {
            return false;
        }

        var span = TextSpan.FromBounds(first.Syntax.SpanStart, last.Syntax.Span.End);
        return (list.ContainsDirectives && list.DescendantTrivia().Any(t => t.IsDirective && span.Contains(t.SpanStart))) || list.ChildNodes().Any(n => span.Contains(n.Span) && Obstacle.IsSetting(n is GlobalStatementSyntax { Statement: var statement } ? statement : n));
    }

    /// <summary>Whether an exception of the statements could be seen within their own method.</summary>
    public static bool IsGuarded(IOperation list)
    {
        for (var current = list; current is not null and not (IAnonymousFunctionOperation or ILocalFunctionOperation); current = current.Parent)
        {
            if (current is ITryOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The method, lambda or local function that statements belong to.</summary>
    public static SyntaxNode FunctionAround(IOperation list)
    {
        var current = list;
        while (current.Parent is { } parent && current is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            current = parent;
        }

        return current.Syntax;
    }

    /// <summary>Clocks measure the calls, delays space them out: both say that the calls are to be made one at a time.</summary>
    private static bool IsTiming(IOperation operation) => operation switch
    {
        ILocalReferenceOperation or IFieldReferenceOperation or IParameterReferenceOperation when operation.Type?.Name == "Stopwatch" => true,
        IInvocationOperation call when KnownMethods.Find(call.TargetMethod) is { } effect && effect.HasFlag(Effect.Waits) => true,
        _ => Arrangement.ReadsClock(operation),
    };

    /// <summary>Whether control can leave code other than at its end: then what follows is not certain to run.</summary>
    private static bool Leaves(IOperation operation, HashSet<ISymbol> inside)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (operation)
        {
            case IAnonymousFunctionOperation or ILocalFunctionOperation:
                return false;
            case IReturnOperation or IThrowOperation or IBranchOperation { BranchKind: BranchKind.GoTo }:
                return true;
            case IBranchOperation branch:
                return !inside.Contains(branch.Target);
            case ILoopOperation loop:
                inside = new(inside, SymbolEqualityComparer.Default) { loop.ExitLabel, loop.ContinueLabel };
                break;
            case ISwitchOperation @switch:
                inside = new(inside, SymbolEqualityComparer.Default) { @switch.ExitLabel };
                break;
        }

        return operation.ChildOperations.Any(child => Leaves(child, inside));
    }
}
