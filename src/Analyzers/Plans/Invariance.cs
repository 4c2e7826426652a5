using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>Whether an expression means the same in every iteration, so that it may stand once behind the loop.</summary>
internal static class Invariance
{
    public static bool IsInvariant(IOperation expression, Region region) =>
        expression.DescendantsAndSelf().All(operation => operation switch
        {
            ILocalReferenceOperation local => !region.IsItem(local.Local) && !IsDeclaredIn(local.Local, region.Syntax) && !IsAssignedIn(local.Local, region.Operation),
            IParameterReferenceOperation parameter => !region.IsItem(parameter.Parameter) && (region.IsGiven(parameter.Parameter) || !IsDeclaredIn(parameter.Parameter, region.Syntax)) && !IsAssignedIn(parameter.Parameter, region.Operation),
            IFieldReferenceOperation field => !IsAssignedIn(field.Field, region.Operation),
            IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType.Name: "TimeSpan" } } => true,
            IInvocationOperation { TargetMethod: { IsStatic: true, ContainingNamespace.Name: "Chat" or "AI" } } => true,
            IInvocationOperation { IsImplicit: true } => true,
            IInvocationOperation or IAwaitOperation or IAnonymousFunctionOperation or IIncrementOrDecrementOperation => false,
            IAssignmentOperation assignment => assignment.Parent is IObjectOrCollectionInitializerOperation,
            _ => true,
        });

    public static bool IsDeclaredIn(ISymbol symbol, ILoopOperation loop) => IsDeclaredIn(symbol, loop.Syntax);

    public static bool IsDeclaredIn(ISymbol symbol, SyntaxNode region) =>
        symbol.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == region.SyntaxTree && region.Span.Contains(r.Span));

    private static bool IsAssignedIn(ISymbol symbol, IOperation region) =>
        region.DescendantsAndSelf().Any(o => o switch
        {
            IAssignmentOperation assignment => Names(assignment.Target, symbol),
            IIncrementOrDecrementOperation increment => Names(increment.Target, symbol),
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => Names(argument.Value, symbol),
            _ => false,
        });

    private static bool Names(IOperation target, ISymbol symbol) =>
        Part.Refers(target, symbol) || (target is IFieldReferenceOperation field && SymbolEqualityComparer.Default.Equals(field.Field, symbol));
}
