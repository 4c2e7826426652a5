using System.Collections.Immutable;
using BatchMigrate.Analyzers.Dependence;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using CallSite = BatchMigrate.Analyzers.Sites.CallSite;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>The body of a method or lambda, cut at its one call: into a lambda that makes the request of an item, and one that reads its answer.</summary>
internal sealed record BodySplit
{
    public required CallSite Site { get; init; }

    public required Region Region { get; init; }

    /// <summary>The way from the body to the call, outermost first.</summary>
    public required ImmutableArray<PathNode> Path { get; init; }

    /// <summary>Statements before the call that run with the answer, because the request does not need them.</summary>
    public required ImmutableHashSet<SyntaxNode> Sunk { get; init; }

    /// <summary>The <c>if</c> that ends the body before the call: its items need no request.</summary>
    public required IfStatementSyntax? Guard { get; init; }

    /// <summary>Whether what is done with the answer needs the item as well.</summary>
    public required bool ReadsItem { get; init; }

    /// <summary>Whether nothing is done with the answer but handing it back.</summary>
    public required bool IsPlain { get; init; }

    /// <summary>Whether what is done with the answer sees a failed call: a <c>try</c> stands around it.</summary>
    public required bool SeesFailure { get; init; }

    /// <summary>Whether a <c>return</c> stands in a loop behind the call.</summary>
    public required bool ReturnsInLoop { get; init; }

    /// <summary>The first thing that what is done with the answer changes outside the body.</summary>
    public required Access? Change { get; init; }

    public ExpressionSyntax? Options => Site.ArgumentSyntax(Site.Call.Options);

    public ExpressionSyntax? Token => Site.ArgumentSyntax(Site.Call.Token);
}
