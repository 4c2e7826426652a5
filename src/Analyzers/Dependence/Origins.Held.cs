using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Dependence;

/// <content>What an object was made with, and so may hand out again.</content>
internal sealed partial class Origins
{
    private IEnumerable<Place> GivenTo(IOperation? instance) =>
        instance is null or IInstanceReferenceOperation ? [] : ReachOf(instance).Except(ObjectOf(instance)).Select(static p => p.Then(Step.Reach));

    private List<Place> ReachOfValues(ISymbol variable)
    {
        if (!open.Add(variable))
        {
            return [];
        }

        var result = executable.ValuesOf(variable).SelectMany(ReachOf).ToList();
        open.Remove(variable);
        return result;
    }

    private IEnumerable<Place> ReachOfChildren(IOperation? operation) =>
        operation is null ? [] : operation.ChildOperations.SelectMany(child => child switch
        {
            IAssignmentOperation assignment => ReachOf(assignment.Value),
            IInvocationOperation { IsImplicit: true } add => add.Arguments.SelectMany(a => ReachOf(a.Value)),
            _ => ReachOf(child),
        });

    /// <summary>The object that a tuple was put together with, where one of its elements is asked for.</summary>
    private IEnumerable<Place> PartOfTuple(IOperation element) =>
        element is IFieldReferenceOperation { Field: { ContainingType.IsTupleType: true } field, Instance: ILocalReferenceOperation { Local: var tuple } }
            && (field.CorrespondingTupleField ?? field).Name is var name && name.StartsWith("Item", StringComparison.Ordinal) && int.TryParse(name.Substring(4), out var place)
            ? executable.ValuesOf(tuple).Select(static v => v is IConversionOperation conversion ? conversion.Operand : v).OfType<ITupleOperation>().Where(t => place <= t.Elements.Length).SelectMany(t => ObjectOf(t.Elements[place - 1]))
            : [];

    /// <summary>The objects that a lambda gives back: whoever has the lambda has them.</summary>
    private List<Place> GivenBackBy(IAnonymousFunctionOperation lambda)
    {
        if (!open.Add(lambda.Symbol))
        {
            return [];
        }

        var result = lambda.Body.Descendants().OfType<IReturnOperation>().SelectMany(r => ReachOf(r.ReturnedValue)).ToList();
        open.Remove(lambda.Symbol);
        return result;
    }

    /// <summary>What a well-known method is given for its result to hold: <c>Task.FromResult(x)</c>, <c>Enumerable.Repeat(x, 2)</c>.</summary>
    private IEnumerable<Place> HeldBy(IInvocationOperation invocation) =>
        invocation.Arguments.Where(a => HeldType(a) is { } held && Mentions(invocation.TargetMethod.OriginalDefinition.ReturnType, held)).SelectMany(a => ReachOf(a.Value)).Select(static p => p.Then(Step.Reach));

    private static ITypeParameterSymbol? HeldType(IArgumentOperation argument) => argument.Parameter?.OriginalDefinition.Type switch
    {
        ITypeParameterSymbol type => type,
        IArrayTypeSymbol { ElementType: ITypeParameterSymbol type } when argument.ArgumentKind == ArgumentKind.ParamArray => type,
        _ => null,
    };

    private static bool Mentions(ITypeSymbol type, ITypeParameterSymbol held) => type switch
    {
        INamedTypeSymbol named => named.TypeArguments.Any(a => SymbolEqualityComparer.Default.Equals(a, held) || Mentions(a, held)),
        IArrayTypeSymbol array => SymbolEqualityComparer.Default.Equals(array.ElementType, held) || Mentions(array.ElementType, held),
        _ => false,
    };
}
