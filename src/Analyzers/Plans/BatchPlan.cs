using System.Collections.Immutable;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>How the requests reach the batch.</summary>
internal enum RequestForm
{
    /// <summary>A list is filled by the first loop.</summary>
    List,

    /// <summary>Each request is prepared by a lambda as part of its item, because what prepares it may throw where the code catches.</summary>
    Selector,

    /// <summary>Items are prepared, sent and read back as they come.</summary>
    Streaming,
}

/// <summary>How the second loop gets at what belongs to an answer.</summary>
internal enum WalkForm
{
    /// <summary>It needs nothing but the answer.</summary>
    Answers,

    /// <summary>The source is walked a second time, beside the answers.</summary>
    Source,

    /// <summary>The counting loop is run a second time, and indexes the answers.</summary>
    Index,

    /// <summary>What is needed was put aside in a list.</summary>
    Pending,
}

/// <summary>A variable that both halves of an iteration need.</summary>
internal sealed record Carried(ISymbol Symbol, ITypeSymbol Type)
{
    public string Name => Symbol.Name;

    /// <summary>The name as code writes it.</summary>
    public string Identifier => Identifiers.Write(Symbol.Name);
}

/// <summary>The proof that a piece of code may be rewritten, and all that a writer needs to do it. Immutable.</summary>
internal abstract record Plan
{
    public required CallSite Site { get; init; }

    /// <summary>The code that is replaced.</summary>
    public abstract SyntaxNode Region { get; }

    /// <summary>How a method of the program is called for many items, where the call is not one of the catalogue itself.</summary>
    public HelperForm? Helper { get; init; }

    /// <summary>What is called for many items, in the words of a finding.</summary>
    public virtual string BatchForm => Helper switch
    {
        SiblingForm sibling => sibling.Name,
        SplitForm split => split.Name,
        ListForm list => list.Many.Name,
        BulkForm => Site.Call.Method.Name,
        OverlapForm => Site.IsAsync ? "Batch.RunAsync" : "Batch.Run",
        _ => Site.Call.Entry.HasOwnBatchForm ? Site.Call.Entry.BatchMethod : "Batch." + Site.Call.Entry.BatchMethod,
    };
}

/// <summary>The plan for a loop that is taken apart.</summary>
internal sealed record BatchPlan : Plan
{
    public override SyntaxNode Region => Loop.Syntax;

    /// <summary>The loop that is replaced.</summary>
    public required ILoopOperation Loop { get; init; }

    /// <summary>The way from the loop to the call, outermost first.</summary>
    public required ImmutableArray<PathNode> Path { get; init; }

    /// <summary>Statements before the call that run with the second half, because the request does not need them.</summary>
    public required ImmutableHashSet<SyntaxNode> Sunk { get; init; }

    /// <summary>Whether items without a request keep their place among the answers, because the second half acts on them too.</summary>
    public required bool KeepsSkipped { get; init; }

    public required RequestForm Form { get; init; }

    public required WalkForm Walk { get; init; }

    public required ImmutableArray<Carried> Carried { get; init; }

    /// <summary>Whether the first half does nothing but take the items, so that the source itself can be handed to the batch.</summary>
    public bool TakesItems { get; init; }

    /// <summary>The items that are handed over, where <see cref="TakesItems"/> is set.</summary>
    public ExpressionSyntax? Source { get; init; }

    /// <summary>Whether the items put aside for the second half are also what is asked for.</summary>
    public bool AsksForPending { get; init; }

    /// <summary>Whether what the method is given is made of each item of the source, where the source itself can be handed over.</summary>
    public bool ProjectsItems { get; init; }

    /// <summary>Whether nothing is done with an answer but waiting for it.</summary>
    public bool ConsumesNothing =>
        !KeepsSkipped && Sunk.IsEmpty && !Path.Any(static n => n is TryNode) && Path.OfType<BlockNode>().All(b => !b.After.Any(a => a.Syntax != Pacing?.Statement))
        && Path[Path.Length - 1].Operation.Syntax is ExpressionStatementSyntax statement && statement.Expression == Site.Replaced.Syntax;

    /// <summary>Whether the records are written in chunks, and nothing is given back that the second half could read.</summary>
    public bool WritesInChunks => Helper is BulkForm or ListForm { Outcome: null };

    /// <summary>The delay statement that becomes the batch's pacing, with its duration.</summary>
    public Pacing? Pacing { get; init; }

    /// <summary>The options argument, where one is given.</summary>
    public ExpressionSyntax? Options { get; init; }

    /// <summary>Whether each request has options of its own.</summary>
    public bool OptionsPerItem { get; init; }

    /// <summary>The cancellation token argument, where one is given.</summary>
    public ExpressionSyntax? Token { get; init; }

    /// <summary>The loop that stands directly around the call's body.</summary>
    public ILoopOperation Innermost => Site.Loops[0];
}

/// <summary>The one thing that stands in the way, and where.</summary>
/// <param name="Reason">Completes the sentence "… but {reason}".</param>
/// <param name="At">The first place.</param>
/// <param name="Other">The second place, where there are two.</param>
internal sealed record Blocker(string Reason, Location At, Location? Other = null);

/// <summary>How a call in a loop ends: with a plan, with a blocker that a person could remove, or with silence.</summary>
internal readonly record struct PlanResult(Plan? Plan, Blocker? Blocker)
{
    public static PlanResult Silent => default;

    public bool IsSilent => Plan is null && Blocker is null;

    public static implicit operator PlanResult(Plan plan) => new(plan, null);

    public static implicit operator PlanResult(Blocker blocker) => new(null, blocker);
}
