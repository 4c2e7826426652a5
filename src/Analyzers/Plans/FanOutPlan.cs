using System.Collections.Immutable;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>The plan for a fan-out that becomes a batch.</summary>
internal sealed record FanOutPlan : Plan
{
    public override SyntaxNode Region => Chunks?.Loop.Syntax ?? FanOut.Loop?.Syntax ?? (FanOut.Join is { } join && FanOutFinder.StatementOf(join) is { } statement ? statement : FanOut.Taker.Syntax);

    public required FanOut FanOut { get; init; }

    /// <summary>The body, cut at its call; null where the whole body becomes the operation that the batch runs.</summary>
    public required BodySplit? Split { get; init; }

    /// <summary>The semaphore that has held the number of calls down, and is no longer needed.</summary>
    public required Gate? Gate { get; init; }

    /// <summary>The loop over chunks that is no longer needed.</summary>
    public required Chunks? Chunks { get; init; }

    /// <summary>How many bodies may run at the same time, where the code says so.</summary>
    public required ExpressionSyntax? Limit { get; init; }

    /// <summary>The token of all calls.</summary>
    public required ExpressionSyntax? Token { get; init; }

    /// <summary>Declarations that nothing needs any longer.</summary>
    public required ImmutableArray<LocalDeclarationStatementSyntax> Unneeded { get; init; }

    /// <summary>Whether the items have to be put into a list, because the answers are read back beside them and the source can be walked only once.</summary>
    public required bool ListsItems { get; init; }

    /// <summary>The statement that the batch stands before, or takes the place of; null where it stands within an expression.</summary>
    public required SyntaxNode? Start { get; init; }

    public override string BatchForm => Helper is null && Split is null ? FanOut.IsAwaited ? "Batch.RunAsync" : "Batch.Run" : base.BatchForm;

    /// <summary>The items, without what made their walk parallel or chunked.</summary>
    public IOperation Source => Chunks?.Source ?? FanOut.Source;
}

/// <summary>A loop that takes the items a fixed number at a time: <c>foreach (var chunk in items.Chunk(5))</c>.</summary>
/// <param name="Loop">The loop.</param>
/// <param name="Source">The items.</param>
/// <param name="Size">How many are taken at a time.</param>
/// <param name="Delay">The fixed time between two chunks.</param>
/// <param name="DelayStatement">The statement that waits for it.</param>
internal sealed record Chunks(IForEachLoopOperation Loop, IOperation Source, IOperation Size, IOperation? Delay, StatementSyntax? DelayStatement);
