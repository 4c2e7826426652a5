using System.Collections.Immutable;
using BatchMigrate.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Sites;

/// <summary>A list of statements that nothing repeats, one of which is certain to make a call: others of the list may stand in a row with it.</summary>
/// <param name="List">The block or switch section.</param>
/// <param name="Statements">Its statements.</param>
/// <param name="At">The index of the statement that makes the call.</param>
internal sealed record Row(IOperation List, ImmutableArray<IOperation> Statements, int At)
{
    /// <summary>The list around a call; null where a loop or a query repeats it, or where the statement may not come to it.</summary>
    /// <param name="call">The awaited call, or the synchronous one.</param>
    public static Row? Find(IOperation call)
    {
        for (var (before, child, parent) = (call, call, call.Parent); parent is not null; (before, child, parent) = (child, parent, parent.Parent))
        {
            if (child.Syntax is StatementSyntax && child is not IVariableDeclarationOperation)
            {
                var statements = (parent as IBlockOperation)?.Operations ?? (parent as ISwitchCaseOperation)?.Body ?? [];
                return statements.IndexOf(child) is >= 0 and var at && EvaluatesFirst(child, before) && !IsRepeated(parent) ? new Row(parent, statements, at) : null;
            }

            if (SplitPath.Conditionally(child, parent) is not null || parent is IAnonymousFunctionOperation)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Whether a statement evaluates one of its expressions once, and before anything that it holds.</summary>
    private static bool EvaluatesFirst(IOperation statement, IOperation expression) => statement switch
    {
        IVariableDeclarationGroupOperation or IExpressionStatementOperation or IReturnOperation { Kind: OperationKind.Return } => true,
        IConditionalOperation @if => @if.Condition == expression,
        IForEachLoopOperation loop => loop.Collection == expression,
        _ => false,
    };

    private static bool IsRepeated(IOperation list)
    {
        for (var current = list; current is not null; current = current.Parent)
        {
            if (current is ILoopOperation
                || (current is IInvocationOperation { TargetMethod.ContainingNamespace: { } space } && Namespaces.NameOf(space) is "System.Linq" or "System.Threading.Tasks"))
            {
                return true;
            }
        }

        return false;
    }
}
