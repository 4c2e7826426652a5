using System.Collections.Immutable;
using BatchMigrate.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Sites;

/// <summary>Starts at the rare node, the model call, and climbs to what repeats it.</summary>
internal static class SiteFinder
{
    public static CallSite? Find(BoundCatalog catalog, IInvocationOperation invocation)
    {
        // A reduced extension call may also be written as a static call: both bind to the same definition.
        if (invocation.Syntax is not InvocationExpressionSyntax || catalog.Find(invocation.TargetMethod) is not { } call)
        {
            return null;
        }

        var isAsync = IsTaskLike(invocation.TargetMethod.ReturnType);
        IOperation? replaced = isAsync ? AwaitOf(invocation) : invocation;
        if (replaced is null)
        {
            // A lambda may hand the task on instead of awaiting it.
            return IsHandedBack(invocation) ? FindFanOut(call, invocation, invocation, isAsync) : null;
        }

        var loops = ImmutableArray.CreateBuilder<ILoopOperation>();
        for (var (child, parent) = (replaced, replaced.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                break;
            }

            if (parent is ILoopOperation loop && loop.Body == child)
            {
                loops.Add(loop);
            }
        }

        return loops.Count > 0 ? new CallSite(call, invocation, replaced, isAsync, loops.ToImmutable()) : FindFanOut(call, invocation, replaced, isAsync);
    }

    private static CallSite? FindFanOut(SingleCall call, IInvocationOperation invocation, IOperation replaced, bool isAsync) =>
        FanOutFinder.Find(replaced) is { } fanOut ? new CallSite(call, invocation, replaced, isAsync, []) { FanOut = fanOut } : null;

    private static bool IsHandedBack(IInvocationOperation invocation) =>
        TaskLocal.Skip(invocation).Parent is IReturnOperation { Parent: IBlockOperation { Parent: IAnonymousFunctionOperation } };

    /// <summary>The await that consumes the call's task at once, through <c>ConfigureAwait</c> if need be.</summary>
    private static IAwaitOperation? AwaitOf(IInvocationOperation invocation)
    {
        var parent = invocation.Parent;
        if (parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured && configured.Instance == invocation)
        {
            parent = configured.Parent;
        }

        return parent as IAwaitOperation;
    }

    private static bool IsTaskLike(ITypeSymbol type) => type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks" } };
}
