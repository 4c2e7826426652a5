using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>Expressions that may as well stand in a lambda: they look at values, and make messages of them.</summary>
internal static class Projections
{
    /// <summary>Whether an expression only looks at values.</summary>
    public static bool Looks(IOperation expression) => expression.DescendantsAndSelf().All(IsLook);

    /// <summary>Whether an expression looks at values and puts them into new objects of the library that is asked.</summary>
    public static bool Makes(IOperation expression) => expression.DescendantsAndSelf().All(static o => IsLook(o) || IsPartOfMessage(o));

    private static bool IsLook(IOperation operation) =>
        operation is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation or ILiteralOperation or IInstanceReferenceOperation
            or IConversionOperation { OperatorMethod: null } or IInterpolatedStringOperation or IInterpolationOperation or IInterpolatedStringTextOperation or IBinaryOperation { OperatorMethod: null or { ContainingType.SpecialType: SpecialType.System_String } }
            or ICoalesceOperation or IArrayCreationOperation { IsImplicit: true } or IArrayInitializerOperation { IsImplicit: true } or INameOfOperation or ITupleOperation or IDefaultValueOperation;

    private static bool IsPartOfMessage(IOperation operation) => operation switch
    {
        IObjectCreationOperation { Constructor: { } constructor } => ModelLibraries.Contains(constructor) || TypeFacts.NamespaceOf(constructor).StartsWith("System.Collections", StringComparison.Ordinal),
        IInvocationOperation { IsImplicit: true } add => add.TargetMethod.Name == "Add",
        IInvocationOperation { TargetMethod: { IsStatic: true } factory } => ModelLibraries.Contains(factory) && (factory.Name.StartsWith("Create", StringComparison.Ordinal) || factory.Name.StartsWith("From", StringComparison.Ordinal)),
        IConversionOperation { OperatorMethod: { } conversion } => ModelLibraries.Contains(conversion) || TypeFacts.IsSystem(conversion.ContainingType),
        ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation } => true,
        IObjectOrCollectionInitializerOperation or IMemberInitializerOperation or IArrayCreationOperation or IArrayInitializerOperation or ICollectionExpressionOperation or IArgumentOperation => true,
        _ => false,
    };
}
