using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>Whether code that uses a list would be the same with a list of another type that can stand for it.</summary>
internal static class ListUse
{
    /// <summary>Whether nothing depends on the static type of a value: it is walked, counted, or goes to where a type is written.</summary>
    public static bool IsFreeOfType(IOperation value) => IsFreeOfType(value, new(SymbolEqualityComparer.Default));

    /// <param name="value">The value.</param>
    /// <param name="seen">The locals that were followed: one may be given itself, in code that does not compile.</param>
    private static bool IsFreeOfType(IOperation value, HashSet<ISymbol> seen)
    {
        var (child, parent) = (value, value.Parent);
        while (parent is IConversionOperation { IsImplicit: true, OperatorMethod: null })
        {
            (child, parent) = (parent, parent.Parent);
        }

        switch (parent)
        {
            case IForEachLoopOperation loop:
                return loop.Collection == child;
            case IPropertyReferenceOperation property:
                return property.Instance == child;
            case ISimpleAssignmentOperation { Parent: IExpressionStatementOperation } assignment:
                return assignment.Value == child;
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } call } argument:
                return (method.ContainingType is { Name: "Enumerable", ContainingNamespace: { Name: "Linq" } } && call.Arguments[0] == argument && method.Name != "AsEnumerable")
                    || (!method.IsGenericMethod && method.ContainingType.GetMembers(method.Name).Length == 1);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local, Syntax: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: var type } } } declarator }:
                return !type.IsVar || !seen.Add(local) || UsesOf(local, declarator).All(use => IsFreeOfType(use, seen));
            default:
                return false;
        }
    }

    private static IReadOnlyList<IOperation> UsesOf(ILocalSymbol local, IOperation declarator) => Mentions.In(Mentions.RootOf(declarator)).Of(local);
}
