using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>Whether an expression means the same in every iteration, so that it may stand once behind the loop.</summary>
internal static class Invariance
{
    public static bool IsInvariant(IOperation expression, ILoopOperation loop) =>
        expression.DescendantsAndSelf().All(operation => operation switch
        {
            ILocalReferenceOperation local => !IsDeclaredIn(local.Local, loop) && !IsAssignedIn(local.Local, loop),
            IParameterReferenceOperation parameter => !IsDeclaredIn(parameter.Parameter, loop) && !IsAssignedIn(parameter.Parameter, loop),
            IFieldReferenceOperation field => !IsAssignedIn(field.Field, loop),
            IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType.Name: "TimeSpan" } } => true,
            IInvocationOperation { TargetMethod: { IsStatic: true, ContainingNamespace.Name: "Chat" or "AI" } } => true,
            IInvocationOperation { IsImplicit: true } => true,
            IInvocationOperation or IAwaitOperation or IAnonymousFunctionOperation or IIncrementOrDecrementOperation => false,
            IAssignmentOperation assignment => assignment.Parent is IObjectOrCollectionInitializerOperation,
            _ => true,
        });

    public static bool IsDeclaredIn(ISymbol symbol, ILoopOperation loop) =>
        symbol.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == loop.Syntax.SyntaxTree && loop.Syntax.Span.Contains(r.Span));

    private static bool IsAssignedIn(ISymbol symbol, ILoopOperation loop) =>
        loop.DescendantsAndSelf().Any(o => o switch
        {
            IAssignmentOperation assignment => Names(assignment.Target, symbol),
            IIncrementOrDecrementOperation increment => Names(increment.Target, symbol),
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => Names(argument.Value, symbol),
            _ => false,
        });

    private static bool Names(IOperation target, ISymbol symbol) =>
        Part.Refers(target, symbol) || (target is IFieldReferenceOperation field && SymbolEqualityComparer.Default.Equals(field.Field, symbol));
}
