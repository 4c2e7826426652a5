using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Sites;

/// <summary>Code that runs once for each item: a loop, or the body of a lambda or method that is called for each.</summary>
/// <param name="Operation">The loop, lambda or method.</param>
/// <param name="Body">What runs for each item.</param>
/// <param name="Method">The method or lambda, where the region is one.</param>
/// <param name="Items">The variables that are another item's each time.</param>
internal sealed record Region(IOperation Operation, IOperation Body, IMethodSymbol? Method, ImmutableArray<ISymbol> Items)
{
    /// <summary>The loop, where the region is one.</summary>
    public ILoopOperation? Loop => Operation as ILoopOperation;

    public SyntaxNode Syntax => Operation.Syntax;

    public static Region Of(ILoopOperation loop) => new(loop, loop.Body, null, [.. loop.Locals]);

    /// <summary>The body of a lambda, a local function or a method; null where there is none.</summary>
    public static Region? Of(IOperation executable, IMethodSymbol method, IEnumerable<IParameterSymbol> items) => executable switch
    {
        IAnonymousFunctionOperation lambda => new Region(lambda, lambda.Body, method, [.. items]),
        ILocalFunctionOperation { Body: { } body } => new Region(executable, body, method, [.. items]),
        IMethodBodyOperation { BlockBody: { } body } => new Region(executable, body, method, [.. items]),
        IMethodBodyOperation { ExpressionBody: { } body } => new Region(executable, body, method, [.. items]),
        _ => null,
    };

    /// <summary>Whether a symbol is a parameter of the method or lambda itself: what it holds was there before the region ran.</summary>
    public bool IsGiven(object root) => root is IParameterSymbol parameter && Method is not null && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, Method);

    public bool IsItem(object root) => root is ISymbol symbol && Items.Contains(symbol, SymbolEqualityComparer.Default);
}
