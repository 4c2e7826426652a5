using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Sites;

/// <summary>A fan-out whose body is a method by its name: <c>await Task.WhenAll(items.Select(AskAsync))</c>.</summary>
/// <param name="Method">The method.</param>
/// <param name="Reference">Its name in the code.</param>
/// <param name="Source">The items.</param>
/// <param name="Join">The await that waits for all tasks.</param>
internal sealed record MethodGroup(IMethodSymbol Method, IMethodReferenceOperation Reference, IOperation Source, IAwaitOperation Join)
{
    /// <summary>The fan-out that a <c>Select</c> starts; null where it is something else.</summary>
    public static MethodGroup? Find(IInvocationOperation select)
    {
        if (!IsCandidate(select) || select.Arguments[1].Value is not IDelegateCreationOperation { Target: IMethodReferenceOperation reference }
            || reference.Method is not { IsExtensionMethod: false, Parameters: { Length: 1 } parameters } method || parameters[0].RefKind != RefKind.None || !Helpers.IsTaskLike(method.ReturnType))
        {
            return null;
        }

        IOperation tasks = select;
        if (TaskLocal.Skip(tasks).Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "ToList" or "ToArray", ContainingType.Name: "Enumerable" } } gathered })
        {
            tasks = gathered;
        }

        return TaskLocal.JoinOf(tasks) is { } join ? new MethodGroup(method, reference, select.Arguments[0].Value, join) : null;
    }

    /// <summary>A cheap look at a call.</summary>
    public static bool IsCandidate(IInvocationOperation select) =>
        select.TargetMethod is { Name: "Select", ContainingType: { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } } } && select.Arguments.Length == 2;
}
