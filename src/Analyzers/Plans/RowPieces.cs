using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Dependence;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using CallSite = BatchMigrate.Analyzers.Sites.CallSite;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>
/// Asks whether some calls of a list of statements may be sent together, in front of the first of them. Later requests, and the statements that prepare them, then run
/// before what stood between: nothing of that may write what they read, and they may do nothing that could be seen.
/// </summary>
internal sealed class RowPieces(Row list, Executable executable, BoundCatalog catalog, PlanOptions options)
{
    private readonly Summaries summaries = Summaries.For(catalog.Compilation);
    private readonly Origins origins = new(executable, null, Summaries.For(catalog.Compilation), depth: 0);
    private readonly Dictionary<IOperation, Piece> whole = [];
    private readonly Dictionary<CallSite, Piece> requests = [];
    private readonly Dictionary<CallSite, Piece> rests = [];

    /// <summary>The plan for calls in the order of the code; null where one of them cannot be taken in.</summary>
    public RowPlan? Find(IReadOnlyList<CallSite> members)
    {
        var (from, to) = (members[0].Row!.At, members[members.Count - 1].Row!.At);
        var between = Enumerable.Range(from, to - from + 1).ToList();
        if (between.Exists(i => !Whole(i).IsComplete || (i < to && !Whole(i).IsPassable)) || ThrowsWithin(members, to) || RowShape.HasObstacle(list.Statements[from], list.Statements[to]))
        {
            return null;
        }

        var pieces = between.ToDictionary(static i => i, i => Without(i, [.. members.Where(m => m.Row!.At == i)]));
        if (pieces.Values.Concat(members.Select(Request)).Any(static p => p.AsksPerson) || TouchesClient(members[0], pieces.Values))
        {
            return null;
        }

        var later = members.Skip(1).ToList();
        if (FindMoved(members, pieces) is not { } moved || !later.TrueForAll(m => Request(m).Writes.Count == 0))
        {
            return null;
        }

        var stays = between.Where(i => !moved.Contains(i)).ToList();
        foreach (var site in members)
        {
            // What the call's own statement does first, it does after the request now.
            if (RunsBefore(pieces[site.Row!.At], site).Any(a => Request(site).Accesses.Any(r => a.ConflictsWith(r, sameIteration: true))))
            {
                return null;
            }
        }

        return Passes(members, moved, stays, pieces) && !ShowsWhenItThrows(later, moved, stays, pieces) ? Plan(members, moved) : null;
    }

    /// <summary>Whether a call cannot pass what stands before it, whatever else is taken in: it needs what a statement with a call in it gives.</summary>
    public bool Needs(CallSite site, IEnumerable<CallSite> before)
    {
        var accesses = Request(site).Accesses;
        return before.Where(b => b.Row!.At < site.Row!.At).Any(b => Whole(b.Row!.At).Writes.Any(w => accesses.Any(a => Place.Overlap(w.Place, a.Place, sameIteration: true))));
    }

    /// <summary>Whether the last statement may leave between two of its calls.</summary>
    private bool ThrowsWithin(IReadOnlyList<CallSite> members, int last) =>
        members.Count(m => m.Row!.At == last) > 1 && list.Statements[last].DescendantsAndSelf().Any(static o => o is IThrowOperation);

    private RowPlan Plan(IReadOnlyList<CallSite> members, SortedSet<int> moved) => new()
    {
        Site = members[0],
        Sites = [.. members],
        First = list.Statements[members[0].Row!.At].Syntax,
        Last = list.Statements[members[members.Count - 1].Row!.At].Syntax,
        Moved = [.. moved.Select(i => list.Statements[i].Syntax)],
        OptionsPerCall = members.Any(m => !RowPlanner.AreSame(m.ArgumentSyntax(m.Call.Options), members[0].ArgumentSyntax(members[0].Call.Options))),
    };

    /// <summary>The statements that prepare a later request: they write what it reads. Null where one of them cannot leave its place.</summary>
    private SortedSet<int>? FindMoved(IReadOnlyList<CallSite> members, Dictionary<int, Piece> pieces)
    {
        var moved = new SortedSet<int>();
        var needed = new List<(int At, Access Access)>(members.Skip(1).SelectMany(m => Request(m).Accesses.Select(a => (m.Row!.At, a))));
        foreach (var i in pieces.Keys.OrderByDescending(static i => i))
        {
            if (!pieces[i].Writes.Any(w => needed.Exists(n => n.At > i && Place.Overlap(w.Place, n.Access.Place, sameIteration: true))))
            {
                continue;
            }

            if (!RowShape.IsMovable(list.Statements[i]) || list.Statements[i].DescendantsAndSelf().OfType<IInvocationOperation>().Any(c => summaries.IsModelCall(c.TargetMethod)))
            {
                return null;
            }

            moved.Add(i);
            needed.AddRange(pieces[i].Accesses.Select(a => (i, a)));
        }

        return moved;
    }

    /// <summary>Whether what moves up passes what stays without a conflict, and does nothing but make locals of its own.</summary>
    private bool Passes(IReadOnlyList<CallSite> members, SortedSet<int> moved, List<int> stays, Dictionary<int, Piece> pieces)
    {
        var own = new HashSet<ISymbol>(moved.SelectMany(i => Part.DeclaredIn(list.Statements[i])), SymbolEqualityComparer.Default);
        foreach (var i in moved)
        {
            var piece = pieces[i];
            if (piece.Writes.Any(w => w.Place.Root is not ISymbol root || !own.Contains(root))
                || stays.Exists(s => s < i && pieces[s].Accesses.Any(a => piece.Accesses.Any(b => a.ConflictsWith(b, sameIteration: true))))
                || members.Any(m => m.Row!.At <= i && piece.Writes.Any(w => Request(m).Accesses.Any(r => Place.Overlap(w.Place, r.Place, sameIteration: true)))))
            {
                return false;
            }
        }

        return !options.Strict || !moved.SelectMany(i => pieces[i].Accesses).Concat(members.Skip(1).SelectMany(m => Request(m).Accesses)).Any(static a => a.IsSoft);
    }

    /// <summary>Whether preparing a later request may throw, and somebody could see that what stood before it has not been done.</summary>
    private bool ShowsWhenItThrows(List<CallSite> later, SortedSet<int> moved, List<int> stays, Dictionary<int, Piece> pieces)
    {
        var throws = moved.Select(i => list.Statements[i]).Concat(later.SelectMany(static m => m.Invocation.Arguments.Where(a => a.Value != m.Receiver))).Any(Throws.Any);
        if (!throws)
        {
            return false;
        }

        var (function, last) = (RowShape.FunctionAround(list.List), later[later.Count - 1].Row!.At);
        var hasSeveral = later.Count > 1 && later[later.Count - 2].Row!.At == last || pieces.Count == 1;
        return RowShape.IsGuarded(list.List)
            || stays.Where(i => i < last || hasSeveral).SelectMany(i => pieces[i].Writes)
                .Any(w => !w.IsSoft && !(w.Place.Root is ILocalSymbol local && local.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == function.SyntaxTree && function.Span.Contains(r.Span))));
    }

    /// <summary>Whether the code between the calls looks at the client, or at what the client was made with: a test may count the calls.</summary>
    private bool TouchesClient(CallSite first, IEnumerable<Piece> pieces)
    {
        var client = origins.ReachOf(first.Receiver).Select(static p => p.Then(Step.Reach)).ToList();
        var reads = new AccessCollector(origins, summaries);
        reads.Visit(first.Receiver);
        return pieces.SelectMany(static p => p.Accesses).Any(a =>
            client.Exists(c => Place.Overlap(c, a.Place, sameIteration: true))
            || (a is { IsWrite: true, Certain: true } && reads.Accesses.Exists(r => Place.Overlap(a.Place, r.Place, sameIteration: true))));
    }

    /// <summary>What a statement does before it comes to one of its calls. The target of an assignment is written afterwards.</summary>
    private static IEnumerable<Access> RunsBefore(Piece piece, CallSite site)
    {
        var target = piece.Operation is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation assignment } ? assignment.Target.Syntax : null;
        return piece.Accesses.Where(a => a.Node != target && a.Node.Span.End <= site.Replaced.Syntax.SpanStart);
    }

    private Piece Whole(int at) => whole.TryGetValue(list.Statements[at], out var piece) ? piece : whole[list.Statements[at]] = Collect(list.Statements[at], []);

    /// <summary>What a call's arguments read and write, and what the call itself reads through them.</summary>
    private Piece Request(CallSite site)
    {
        if (requests.TryGetValue(site, out var known))
        {
            return known;
        }

        var collector = new AccessCollector(origins, summaries);
        foreach (var argument in site.Invocation.Arguments.Where(a => a.ArgumentKind != ArgumentKind.DefaultValue && a.Value != site.Receiver))
        {
            collector.Visit(argument.Value);
            collector.Accesses.AddRange(origins.ReachOf(argument.Value).Select(p => new Access(p.Then(Step.Reach), IsWrite: false, Certain: true, argument.Syntax)));
        }

        return requests[site] = new Piece(site.Invocation, collector.Accesses, collector.AsksPerson);
    }

    /// <summary>A statement without the calls of the row.</summary>
    private Piece Without(int at, IReadOnlyList<CallSite> calls)
    {
        if (calls.Count != 1)
        {
            return calls.Count == 0 ? Whole(at) : Collect(list.Statements[at], [.. calls.Select(static c => c.Replaced)]);
        }

        return rests.TryGetValue(calls[0], out var rest) ? rest : rests[calls[0]] = Collect(list.Statements[at], [calls[0].Replaced]);
    }

    private Piece Collect(IOperation statement, IReadOnlyCollection<IOperation> except)
    {
        var collector = new AccessCollector(origins, summaries) { ExceptAll = except };
        collector.Visit(statement);
        return new Piece(statement, collector.Accesses, collector.AsksPerson);
    }

    private sealed record Piece(IOperation Operation, IReadOnlyList<Access> Accesses, bool AsksPerson)
    {
        private readonly Lazy<bool> complete = new(() => RowShape.IsComplete(Operation));
        private readonly Lazy<bool> passable = new(() => RowShape.IsPassable(Operation));

        public IReadOnlyList<Access> Writes { get; } = [.. Accesses.Where(static a => a.IsWrite)];

        public bool IsComplete => complete.Value;

        public bool IsPassable => passable.Value;
    }
}
