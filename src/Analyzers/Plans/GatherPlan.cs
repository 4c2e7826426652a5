using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>The plan for a loop that starts a task for each item and keeps it: it keeps the requests instead, and a batch behind it sends them.</summary>
internal sealed record GatherPlan : Plan
{
    public override SyntaxNode Region => Gathered.Loop.Syntax;

    public GatheredTasks Gathered => Site.Gathered!;

    /// <summary>The options of all requests, where some are given.</summary>
    public required ExpressionSyntax? Options { get; init; }

    /// <summary>The token of all requests, where one is given.</summary>
    public required ExpressionSyntax? Token { get; init; }

    /// <summary>The delay between two starts that becomes the batch's pacing.</summary>
    public required Pacing? Pacing { get; init; }
}
