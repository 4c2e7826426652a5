using BatchMigrate.Analyzers.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>A pair of accesses that taking the loop apart would put in the wrong order.</summary>
/// <param name="Prepare">The access before the call, or of the call.</param>
/// <param name="PreparePart">The piece that makes it; null for the call itself.</param>
/// <param name="Consume">The access after the call; for a conflict with the call itself, that of the later item's preparation.</param>
/// <param name="IsFeedback">Whether the later part of one iteration reaches the earlier part of the next.</param>
internal sealed record Conflict(Access Prepare, Part? PreparePart, Access Consume, bool IsFeedback)
{
    /// <summary>Whether only the order of effects that nobody reads would change.</summary>
    public bool IsSoft => Prepare.IsSoft && Consume.IsSoft;
}

/// <summary>Which pieces run in the first half and which in the second, and what conflicts between them.</summary>
internal sealed class Halves(Parts parts)
{
    private readonly SyntaxNode region = parts.Region.Syntax;
    private readonly SyntaxNode innermost = parts.Path.OfType<Sites.LoopNode>().LastOrDefault()?.Loop.Syntax ?? parts.Region.Syntax;

    // Only accesses with the same root can touch one another. What leaves the first half stays in its index, and is passed over.
    private readonly Dictionary<object, List<(Access Access, Part Part)>> prepared = new(Place.Roots);
    private readonly Dictionary<object, List<(Access Access, Part Part)>> consumed = new(Place.Roots);
    private readonly Lazy<ILookup<object, Access>> called = new(() => parts.Call.ToLookup(static a => a.Place.Root, Place.Roots));
    private readonly Lazy<ILookup<object, Access>> reached = new(() => parts.Call.Concat(parts.ReceiverReads).ToLookup(static a => a.Place.Root, Place.Roots));
    private readonly List<Part> prepare = [];
    private readonly List<Part> consume = [];
    private readonly HashSet<Part> sunk = [];

    /// <summary>Pieces of the first half.</summary>
    public IReadOnlyList<Part> Prepare => prepare;

    /// <summary>Pieces of the second half. A piece without effects may stand in both.</summary>
    public IReadOnlyList<Part> Consume => consume;

    /// <summary>Whether a piece is still in the first half.</summary>
    public bool IsPrepared(Part part) => prepare.Contains(part);

    public void AddToPrepare(Part part)
    {
        prepare.Add(part);
        Note(prepared, part);
    }

    public void AddToConsume(Part part)
    {
        consume.Add(part);
        Note(consumed, part);
    }

    /// <summary>Moves a piece from the first half to the second.</summary>
    public void Sink(Part part)
    {
        sunk.Add(part);
        prepare.Remove(part);
        AddToConsume(part);
    }

    /// <summary>All conflicts between different iterations, feedback first.</summary>
    public IEnumerable<Conflict> Find()
    {
        foreach (var consume in Consume.SelectMany(static p => p.Accesses).Where(static a => a.IsWrite))
        {
            foreach (var (access, part) in Prepared(consume.Place.Root))
            {
                if ((!IsPrivate(access, consume) || IsHeaderVariable(consume.Place.Root)) && Place.Overlap(consume.Place, access.Place, sameIteration: false))
                {
                    yield return new Conflict(access, part, consume, IsFeedback: true);
                }
            }

            foreach (var call in (consume.Certain ? reached : called).Value[consume.Place.Root])
            {
                if (!IsPrivate(call, consume) && Place.Overlap(consume.Place, call.Place, sameIteration: false))
                {
                    yield return new Conflict(call, null, consume, IsFeedback: true);
                }
            }
        }

        foreach (var write in parts.ToolWrites)
        {
            foreach (var read in parts.OwnReads.Where(r => Place.Overlap(write.Place, r.Place, sameIteration: false)))
            {
                yield return new Conflict(read, null, write, IsFeedback: true);
            }
        }

        foreach (var write in parts.CallWrites)
        {
            // One item's call may change what the call for another one reads: an object that both have a part in.
            foreach (var read in called.Value[write.Place.Root].Where(r => write.Certain && write.Place.Path.Contains(Step.Own) && Place.Overlap(write.Place, r.Place, sameIteration: false)))
            {
                yield return new Conflict(read, null, write, IsFeedback: true);
            }

            foreach (var (access, part) in Prepared(write.Place.Root).Where(a => !IsPrivate(a.Access, write) && Place.Overlap(write.Place, a.Access.Place, sameIteration: false)))
            {
                yield return new Conflict(access, part, write, IsFeedback: true);
            }

            foreach (var consume in Consumed(write.Place.Root).Where(c => !IsPrivate(c, write) && Place.Overlap(write.Place, c.Place, sameIteration: false)))
            {
                yield return new Conflict(write, null, consume, IsFeedback: false);
            }
        }

        foreach (var (access, part) in PrepareAccesses().Where(static a => a.Access.IsWrite))
        {
            foreach (var consume in Consumed(access.Place.Root))
            {
                if (!IsPrivate(access, consume) && Place.Overlap(access.Place, consume.Place, sameIteration: false))
                {
                    yield return new Conflict(access, part, consume, IsFeedback: false);
                }
            }

            foreach (var call in (access.Certain ? reached : called).Value[access.Place.Root])
            {
                if (!IsPrivateToCall(access) && Place.Overlap(access.Place, call.Place, sameIteration: false))
                {
                    yield return new Conflict(access, part, call, IsFeedback: false);
                }
            }
        }
    }

    private IEnumerable<(Access Access, Part Part)> Prepared(object root) => prepared.TryGetValue(root, out var found) ? found.Where(a => !sunk.Contains(a.Part)) : [];

    private IEnumerable<Access> Consumed(object root) => consumed.TryGetValue(root, out var found) ? found.Select(static a => a.Access) : [];

    private static void Note(Dictionary<object, List<(Access Access, Part Part)>> index, Part part)
    {
        foreach (var access in part.Accesses)
        {
            (index.TryGetValue(access.Place.Root, out var found) ? found : index[access.Place.Root] = []).Add((access, part));
        }
    }

    private IEnumerable<(Access Access, Part Part)> PrepareAccesses() => Prepare.SelectMany(static p => p.Accesses.Select(a => (a, p)));

    private bool IsPrivate(Access prepare, Access consume) =>
        (IsDeclaredIn(prepare.Place.Root, innermost) && !IsGiven(prepare.Place))
        || (prepare.Place.Path.IsEmpty && consume.Place.Path.IsEmpty && IsDeclaredIn(prepare.Place.Root, region));

    /// <summary>A variable of a counting loop outlives its iterations: what the second half gives it, the header sees.</summary>
    private bool IsHeaderVariable(object root) =>
        root is ILocalSymbol local && parts.All.Any(p => p.Operation is IForLoopOperation loop && loop.Locals.Contains(local, SymbolEqualityComparer.Default));

    /// <summary>A variable of a counting loop is one variable for all items: what runs later sees its last value.</summary>
    private bool IsPrivateToCall(Access prepare) =>
        IsGiven(prepare.Place) ? false : IsDeclaredIn(prepare.Place.Root, innermost)
            ? !IsCounter(prepare.Place.Root)
            : prepare.Place.Path.IsEmpty && IsDeclaredIn(prepare.Place.Root, region) && !parts.Request.HasLambda;

    /// <summary>What a parameter of the method itself holds is not private to one run of it; the parameter is.</summary>
    private bool IsGiven(Place place) => !place.Path.IsEmpty && parts.Region.IsGiven(place.Root);

    private bool IsCounter(object root) =>
        IsHeaderVariable(root) && parts.All.Any(p => p.Role != Role.Header && p.CapturesInLambda((ISymbol)root));

    private static bool IsDeclaredIn(object root, SyntaxNode region) => root switch
    {
        ILocalSymbol or IParameterSymbol => ((ISymbol)root).DeclaringSyntaxReferences.Any(r => r.SyntaxTree == region.SyntaxTree && region.Span.Contains(r.Span)),
        _ => false,
    };
}
