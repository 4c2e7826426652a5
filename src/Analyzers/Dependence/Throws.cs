using System.Runtime.CompilerServices;
using BatchMigrate.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Dependence;

/// <summary>Whether code that would leave a <c>try</c> can throw something that the <c>try</c> would see.</summary>
internal static class Throws
{
    private static readonly HashSet<string> SafeStringMethods =
        ["IsNullOrEmpty", "IsNullOrWhiteSpace", "Concat", "Trim", "TrimStart", "TrimEnd", "ToUpper", "ToLower", "ToUpperInvariant", "ToLowerInvariant", "ToString", "Contains", "Split", "Join"];

    /// <summary>Exceptions that ordinary code throws all by itself, by name; a handler for one of them, or for a base of one, would see it.</summary>
    private static readonly HashSet<string> Ordinary =
    [
        "Exception", "SystemException", "ArgumentException", "ArgumentNullException", "ArgumentOutOfRangeException", "InvalidOperationException", "NullReferenceException", "IndexOutOfRangeException",
        "KeyNotFoundException", "InvalidCastException", "FormatException", "ArithmeticException", "OverflowException", "DivideByZeroException", "NotSupportedException", "ObjectDisposedException", "Object",
    ];

    /// <summary>The first operation that can throw what the <c>try</c> would see; null when there is none.</summary>
    public static IOperation? Find(IEnumerable<IOperation> pieces, ITryOperation @try)
    {
        var seesOrdinary = @try.Finally is not null || @try.Catches.Any(static c => Ordinary.Contains(c.ExceptionType.Name));
        return pieces.Select(piece => Find(piece, seesOrdinary)).FirstOrDefault(static found => found is not null);
    }

    /// <summary>Whether code can throw, and a handler names what ordinary code throws: who wrote it reckons with that.</summary>
    public static bool IsReckonedWith(IOperation piece, ITryOperation @try) =>
        @try.Catches.Any(static c => c.ExceptionType.Name is not ("Exception" or "SystemException" or "Object") && Ordinary.Contains(c.ExceptionType.Name)) && Any(piece);

    /// <summary>Whether code can throw anything at all.</summary>
    public static bool Any(IOperation piece) => Find(piece, seesOrdinary: true) is not null;

    private static IOperation? Find(IOperation operation, bool seesOrdinary)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (operation is IAnonymousFunctionOperation)
        {
            return null;
        }

        if (operation.ConstantValue.HasValue)
        {
            return null;
        }

        var known = operation is IInvocationOperation invocation && KnownMethods.Find(invocation.TargetMethod) is { } effect && (effect & (Effect.ReadsFiles | Effect.WritesFiles)) == 0;
        if (seesOrdinary ? !IsSafe(operation) : operation is IInvocationOperation && !known || operation is IDynamicInvocationOperation or IThrowOperation or IAwaitOperation || HandsOutException(operation))
        {
            return operation;
        }

        return operation.ChildOperations.Select(child => Find(child, seesOrdinary)).FirstOrDefault(static found => found is not null);
    }

    /// <summary>
    /// Whether it reads a property that throws what happened elsewhere: the answer of an item of a batch, as the fix of an earlier stage wrote it, the result of a task, or a property of the program whose code calls or throws.
    /// </summary>
    private static bool HandsOutException(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property: { } property }
        && (property is { Name: "Response", ContainingType.Name: "BatchItem" } && TypeFacts.IsIn(property, "BatchMigrate") || property is { Name: "Result", ContainingType.Name: "Task" or "ValueTask" } && TypeFacts.IsSystem(property)
            || !Origins.IsPlain(property) && property.DeclaringSyntaxReferences.Any(static r => r.GetSyntax().DescendantNodes().Any(CallsOrThrows)));

    private static bool CallsOrThrows(SyntaxNode node) => node switch
    {
        ThrowStatementSyntax or ThrowExpressionSyntax or AwaitExpressionSyntax => true,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } => false,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: PredefinedTypeSyntax, Name.Identifier.ValueText: var name } } => !SafeStringMethods.Contains(name),
        InvocationExpressionSyntax => true,
        _ => false,
    };

    private static bool IsSafe(IOperation operation) => operation switch
    {
        ILiteralOperation or ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation or IDefaultValueOperation or INameOfOperation => true,
        IFieldReferenceOperation field => IsNotNull(field.Instance),
        IPropertyReferenceOperation property => property.Arguments.Length == 0 && IsNotNull(property.Instance) && (Origins.IsPlain(property.Property) || property.Property.ContainingType.SpecialType == SpecialType.System_String || IsMessaging(property.Property)),
        IInterpolatedStringOperation or IInterpolatedStringTextOperation => true,
        IInterpolationOperation interpolation => IsText(interpolation.Expression),
        IBinaryOperation binary => IsSafe(binary.OperatorMethod, binary.OperatorKind, binary.IsChecked) && (binary.Type?.SpecialType != SpecialType.System_String || (IsText(binary.LeftOperand) && IsText(binary.RightOperand))),
        ICompoundAssignmentOperation compound => IsSafe(compound.OperatorMethod, compound.OperatorKind, compound.IsChecked) && (compound.Type?.SpecialType != SpecialType.System_String || IsText(compound.Value)),
        IUnaryOperation unary => unary.OperatorMethod is null && !unary.IsChecked,
        IIncrementOrDecrementOperation step => step.OperatorMethod is null && !step.IsChecked,
        IConversionOperation conversion => conversion.Conversion.IsImplicit && (conversion.OperatorMethod is null || (IsMessaging(conversion.OperatorMethod) && IsNotNull(conversion.Operand))),
        IConditionalOperation or ICoalesceOperation or IConditionalAccessOperation or IConditionalAccessInstanceOperation => true,
        IObjectCreationOperation creation => creation.Constructor is { } constructor && (IsMessaging(constructor) ? creation.Arguments.All(static a => IsNotNull(a.Value)) : constructor.Parameters.IsEmpty && TypeFacts.IsSystem(constructor)),
        IArrayCreationOperation array => array.DimensionSizes.All(static s => s.ConstantValue.HasValue),
        ICollectionExpressionOperation or IArrayInitializerOperation or IObjectOrCollectionInitializerOperation => true,
        IArgumentOperation => true,
        IInvocationOperation { IsImplicit: true } add => add.TargetMethod.Name == "Add" && TypeFacts.IsSystem(add.TargetMethod),
        IInvocationOperation invocation => invocation.TargetMethod.ContainingType.SpecialType == SpecialType.System_String && SafeStringMethods.Contains(invocation.TargetMethod.Name) && IsNotNull(invocation.Instance)
            || invocation.TargetMethod.Name == "Add" && invocation.TargetMethod.ContainingType.Name == "List" && TypeFacts.IsSystem(invocation.TargetMethod) && IsNotNull(invocation.Instance)
            || invocation.TargetMethod.ContainingType is { Name: "Math" } math && TypeFacts.IsSystem(math) && invocation.TargetMethod.Name is "Min" or "Max",
        ISimpleAssignmentOperation or IExpressionStatementOperation or IVariableDeclarationGroupOperation or IVariableDeclarationOperation or IVariableDeclaratorOperation or IVariableInitializerOperation => true,
        IBlockOperation => true,
        _ => false,
    };

    private static bool IsSafe(IMethodSymbol? method, BinaryOperatorKind kind, bool isChecked) =>
        method is null or { ContainingType.SpecialType: SpecialType.System_String } && kind is not (BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder) && !isChecked;

    /// <summary>Whether a value is written as text without running code of the program: what a class gives there may throw.</summary>
    private static bool IsText(IOperation operand) =>
        operand is IConversionOperation { Conversion.IsImplicit: true, OperatorMethod: null } conversion ? IsText(conversion.Operand) : operand.ConstantValue.HasValue || IsText(operand.Type);

    private static bool IsText(ITypeSymbol? type) => type switch
    {
        { SpecialType: not SpecialType.None } or { TypeKind: TypeKind.Enum } => TypeFacts.IsImmutable(type),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: { Length: 1 } value } => IsText(value[0]),
        INamedTypeSymbol { IsGenericType: false } named => TypeFacts.IsImmutable(named) && TypeFacts.IsSystem(named),
        _ => false,
    };

    /// <summary>Whether something makes or describes a message. Semantic Kernel's histories refuse blank ones.</summary>
    private static bool IsMessaging(ISymbol symbol) => ModelLibraries.Contains(symbol) && !TypeFacts.IsIn(symbol, "Microsoft.SemanticKernel.ChatCompletion");

    private static bool IsNotNull(IOperation? operation) => operation switch
    {
        null or IInstanceReferenceOperation or IInterpolatedStringOperation or IObjectCreationOperation or ICollectionExpressionOperation or IArrayCreationOperation or IConditionalAccessInstanceOperation => true,
        IBinaryOperation { Type.SpecialType: SpecialType.System_String } => true,
        IConversionOperation { Conversion.IsImplicit: true } conversion => IsNotNull(conversion.Operand),
        { ConstantValue: { HasValue: true, Value: not null } } => true,
        { Type.IsValueType: true } => true,
        _ => operation.SemanticModel?.GetTypeInfo(operation.Syntax).Nullability.FlowState == NullableFlowState.NotNull,
    };
}
