using System.Collections.Immutable;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>The plan for calls that stand one behind the other: one batch in front of the first, and its answers where the calls stood.</summary>
internal sealed record RowPlan : Plan
{
    public override SyntaxNode Region => First;

    /// <summary>The calls, in the order of the code.</summary>
    public required ImmutableArray<CallSite> Sites { get; init; }

    /// <summary>The statement that makes the first call.</summary>
    public required SyntaxNode First { get; init; }

    /// <summary>The statement that makes the last call.</summary>
    public required SyntaxNode Last { get; init; }

    /// <summary>Statements between the calls that prepare a later request, and go in front of the batch.</summary>
    public required ImmutableArray<SyntaxNode> Moved { get; init; }

    /// <summary>Whether the calls have different options, so that each request carries its own.</summary>
    public required bool OptionsPerCall { get; init; }
}
