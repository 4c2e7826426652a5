using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Sites;

/// <summary>What waits for the bodies of a fan-out, and so what leaves when one of them fails.</summary>
internal enum JoinKind
{
    /// <summary><c>await Task.WhenAll(…)</c>: the first exception.</summary>
    WhenAll,

    /// <summary><c>await Parallel.ForEachAsync(…)</c>: the first exception.</summary>
    ForEachAsync,

    /// <summary><c>Parallel.ForEach</c>, <c>Parallel.For</c>, <c>ForAll</c>: all exceptions in one.</summary>
    Parallel,

    /// <summary>A parallel query whose results are gathered: all exceptions in one.</summary>
    Query,
}

/// <summary>A body that is started for many items at once, by hand.</summary>
internal sealed record FanOut
{
    public required JoinKind Kind { get; init; }

    /// <summary>The call that takes the body: <c>Select</c>, <c>ForEachAsync</c>, <c>ForAll</c>, or the <c>Add</c> of a task to a list.</summary>
    public required IOperation Taker { get; init; }

    /// <summary>What is replaced as a whole by the results or by nothing: the await, or the blocking call. Null where each task is awaited on its own.</summary>
    public IOperation? Join { get; init; }

    /// <summary>The items. For a counting fan-out the first bound.</summary>
    public required IOperation Source { get; init; }

    /// <summary>The bound that a counting fan-out (<c>Parallel.For</c>) does not reach.</summary>
    public IOperation? Bound { get; init; }

    /// <summary>The lambda that runs for an item; within <c>Task.Run</c> the inner one.</summary>
    public required IAnonymousFunctionOperation Body { get; init; }

    public required ISymbol Item { get; init; }

    /// <summary>The item's place, where the body asks for it.</summary>
    public ISymbol? Index { get; init; }

    /// <summary>The token that the body is handed for each item.</summary>
    public IParameterSymbol? Token { get; init; }

    /// <summary>The degree of parallelism and the token, where they are given beside the body.</summary>
    public IOperation? Settings { get; init; }

    /// <summary>The calls that only turn a query into a parallel one, with what they limit.</summary>
    public ImmutableArray<IInvocationOperation> Tuning { get; init; } = [];

    /// <summary>The <c>Task.Run</c> around the body.</summary>
    public IInvocationOperation? Run { get; init; }

    /// <summary>The local that keeps the tasks between their start and the join.</summary>
    public TaskLocal? Tasks { get; init; }

    /// <summary>Whether the tasks start where that local is declared, and not where they are awaited.</summary>
    public bool StartsEarly { get; init; }

    /// <summary>The loop that starts the tasks, one statement for each.</summary>
    public IForEachLoopOperation? Loop { get; init; }

    /// <summary>What the tasks are found by again, where they are kept in a dictionary.</summary>
    public IOperation? Key { get; init; }

    /// <summary>The wait for a free place that stands before the start of each task in that loop.</summary>
    public IOperation? Gate { get; init; }

    /// <summary>Whether the code awaits the end of all items, rather than block its thread.</summary>
    public bool IsAwaited => Kind is JoinKind.WhenAll or JoinKind.ForEachAsync;

    /// <summary>Whether a body gives a value.</summary>
    public bool HasResult => Body.Symbol.ReturnType is var type && !Body.Symbol.ReturnsVoid && type is not INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 0 };

    /// <summary>Whether a symbol is one that the body is handed for each item.</summary>
    public bool IsOwn(ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol, Item) || SymbolEqualityComparer.Default.Equals(symbol, Index) || SymbolEqualityComparer.Default.Equals(symbol, Token);

    /// <summary>Whether a symbol is declared in the body, or handed to it.</summary>
    public bool IsInside(ISymbol symbol) =>
        IsOwn(symbol) || symbol.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == Body.Syntax.SyntaxTree && Body.Syntax.Span.Contains(r.Span));
}
