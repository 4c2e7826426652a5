using BatchMigrate.Analyzers.Dependence;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>Puts each piece of the iteration into the first or the second half, so that nothing conflicts.</summary>
internal sealed class Arrangement(CallSite site, Parts parts, Derivation answers, PlanOptions options, Pacing? pacing, bool keepsSkipped)
{
    private readonly Halves halves = new(parts);
    private readonly EarlyEffects early = new(parts);
    private readonly HashSet<Part> sunk = [];

    public Halves Halves => halves;

    /// <summary>Pieces before the call that run with the second half.</summary>
    public IReadOnlyCollection<Part> Sunk => sunk;

    public PlanResult Plan() => Arrange(out _) is { } blocker ? blocker : new Carrying(site, parts, halves, [.. sunk], keepsSkipped, pacing).Plan();

    /// <summary>Puts each piece into its half; what stands in the way is returned.</summary>
    /// <param name="conflict">The conflict, if it is one.</param>
    public Blocker? Arrange(out Conflict? conflict)
    {
        Sort();
        conflict = Settle();
        return conflict is not null ? Describe.Conflict(conflict) : FindLeftover() ?? FindEarly() ?? Reordered();
    }

    /// <summary>Puts each piece into its half where somebody has said that items are independent.</summary>
    public void ArrangeIndependent()
    {
        Sort();
        SinkUnneeded();
    }

    /// <summary>Whether a later request, or whether there is one, depends on the answer.</summary>
    public bool IsConversation()
    {
        Sort();
        while (true)
        {
            SinkUnneeded();
            var found = false;
            Part? movable = null;
            var fixedParts = new HashSet<Part>();
            foreach (var conversation in halves.Find().Where(IsConversation))
            {
                found = true;
                if (IsMovable(conversation.PreparePart, fixedParts))
                {
                    movable = conversation.PreparePart;
                    break;
                }
            }

            if (movable is null)
            {
                return found;
            }

            Sink(movable);
        }
    }

    /// <summary>Whether code after the call also runs for items that ask nothing, which this arrangement cannot express.</summary>
    public bool HasLeftover() => FindLeftover() is not null;

    /// <summary>Moves statements until nothing conflicts; what still does is returned.</summary>
    private Conflict? Settle()
    {
        while (true)
        {
            SinkUnneeded();
            var (before, conflicts) = (sunk.Count, halves.Find().ToList());

            // What stands later goes first, because it may need what stands before it. What has sunk sets others free, and never ties them.
            foreach (var part in conflicts.Select(static c => c.PreparePart).Concat(halves.Prepare.Where(p => early.Find(p) is not null)).OfType<Part>().Distinct().OrderByDescending(static p => p.Index).Where(CanSink))
            {
                Sink(part);
            }

            if (sunk.Count == before)
            {
                return conflicts.OrderBy(static c => c.Prepare.IsWrite).FirstOrDefault(static c => !c.IsSoft) ?? (options.Strict ? conflicts.FirstOrDefault() : null);
            }
        }
    }

    /// <summary>Whether a piece can sink as things are; asked once for each, whatever number of conflicts it has.</summary>
    private bool IsMovable(Part? part, HashSet<Part> fixedParts) => part is not null && !fixedParts.Contains(part) && (CanSink(part) || !fixedParts.Add(part));

    /// <summary>What is written for certain before the call, and would be seen when a call fails, must stay in its turn.</summary>
    private Blocker? FindEarly()
    {
        foreach (var part in halves.Prepare)
        {
            if (early.Find(part) is { Certain: true } effect)
            {
                return new Blocker($"'{Describe.Name(effect.Place)}' is changed before the call, and if a call failed it would have been changed for later items too", effect.Node.GetLocation());
            }
        }

        return null;
    }

    /// <summary>A clock read before the call and looked at after it measures the call: such a loop is a benchmark. A prompt that names the day is none.</summary>
    public static bool TimesTheCall(Parts parts, IReadOnlyList<Part> second)
    {
        foreach (var part in parts.All.Where(static p => p.Role == Role.Before))
        {
            var timers = part.Operation.DescendantsAndSelf().Select(static o => o switch
            {
                IVariableDeclaratorOperation { Symbol: var local } declarator when IsTimer(local.Type) || declarator.DescendantsAndSelf().Any(ReadsClock) => local,
                IAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } assignment when assignment.Value.DescendantsAndSelf().Any(ReadsClock) => local,
                ILocalReferenceOperation { Local: var local } when IsTimer(local.Type) => local,
                IFieldReferenceOperation { Field: var field } when IsTimer(field.Type) => (ISymbol)field,
                _ => null,
            });
            if (timers.Any(timer => timer is not null && second.Any(s => s.Operation.DescendantsAndSelf().Any(o =>
                (Part.Refers(o, timer) || (o is IFieldReferenceOperation f && SymbolEqualityComparer.Default.Equals(f.Field, timer))) && !(IsInCall(o) && IsOnlyAsked(timer, part))))))
            {
                return true;
            }
        }

        return false;

        bool IsInCall(IOperation operation) => parts.Asking?.Span.Contains(operation.Syntax.Span) == true;

        // What else is made of the time may measure the call.
        bool IsOnlyAsked(ISymbol timer, Part part) => timer is ILocalSymbol local && !IsTimer(local.Type) && !parts.All.Any(p => p != part && p.Role is Role.Before or Role.Condition or Role.Otherwise && p.References(local));
    }

    private static bool IsTimer(ITypeSymbol type) => type.Name == "Stopwatch" && TypeFacts.IsSystem(type);

    /// <summary>Whether an operation asks for the time.</summary>
    public static bool ReadsClock(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: var method } => KnownMethods.Find(method) is { } effect && effect.HasFlag(Effect.ReadsClock),
        IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType: { Name: "DateTime" or "DateTimeOffset" or "Environment" } type, Name: "Now" or "UtcNow" or "TickCount" or "TickCount64" } } => TypeFacts.IsSystem(type),
        _ => false,
    };

    /// <summary>Code after the call that runs for items without a request too, or once for several items, does not fit into this arrangement.</summary>
    private Blocker? FindLeftover()
    {
        var firstFilter = parts.Path.TakeWhile(static n => n is not IfNode).Count();
        foreach (var part in parts.All.Where(static p => p.Role is Role.After or Role.Handler))
        {
            if (part.Level < parts.InnermostLevel)
            {
                return new Blocker("the code after an inner loop needs the answers of that loop", part.Operation.Syntax.GetLocation());
            }

            var guarded = part.Role == Role.Handler && part.Operation is not ICatchClauseOperation && parts.All.Any(p => p.IsGuard && p.Level > part.Level);
            if (!keepsSkipped && ((part.Level < firstFilter && firstFilter < parts.Path.Length && (part.Role == Role.After || part.Operation is not ICatchClauseOperation)) || guarded))
            {
                return new Blocker("the code after the call also runs for items that ask nothing", part.Operation.Syntax.GetLocation());
            }
        }

        return null;
    }

    private void Sort()
    {
        foreach (var part in parts.All)
        {
            switch (part.Role)
            {
                case Role.Header or Role.Request:
                    halves.AddToPrepare(part);
                    break;
                case Role.Before when keepsSkipped && part.IsGuard:
                    // The guard's condition decides in both halves; what it does for a skipped item stays in its turn.
                    halves.AddToPrepare(Filters.ConditionOf(part));
                    halves.AddToConsume(part);
                    break;
                case Role.Before:
                    halves.AddToPrepare(part);
                    break;
                case Role.Condition:
                    halves.AddToPrepare(part);
                    if (keepsSkipped)
                    {
                        halves.AddToConsume(part);
                    }

                    break;
                case Role.Otherwise when !keepsSkipped:
                    halves.AddToPrepare(part);
                    break;
                default:
                    halves.AddToConsume(part);
                    break;
            }
        }
    }

    /// <summary>A variable that only the second half uses is declared there.</summary>
    private void SinkUnneeded()
    {
        foreach (var part in parts.All.Where(p => p.Role == Role.Before && p.DeclaresOnly).Reverse().ToList())
        {
            if (part.Declared.All(s => halves.Consume.Any(c => c.References(s))) && CanSink(part))
            {
                Sink(part);
            }
        }
    }

    private void Sink(Part part)
    {
        sunk.Add(part);
        halves.Sink(part);
    }

    /// <summary>Whether a statement before the call may as well run after it, because neither the request nor what else stays before the call needs it.</summary>
    private bool CanSink(Part? part)
    {
        if (part is null || part.Role != Role.Before || sunk.Contains(part) || part.IsGuard || part.Level < parts.InnermostLevel || !halves.IsPrepared(part)
            || part.Exits is { Break: not null } or { Yield: not null } or { Return: not null } or { Goto: not null }
            || part.Operation.DescendantsAndSelf().Any(static o => o is IInvocationOperation call && KnownMethods.Acquires(call.TargetMethod))
            || (!keepsSkipped && IsFilteredLater(part) && !HasNoEffect(part))
            || parts.Path.Take(part.Level).OfType<TryNode>().Any(n => Throws.IsReckonedWith(part.Operation, n.Try)))
        {
            // The last: an item that ends in such a handler asks nothing.
            return false;
        }

        if (parts.Call.Any(b => part.Accesses.Any(a => a.ConflictsWith(b, sameIteration: true))))
        {
            return false;
        }

        return halves.Prepare
            .Where(other => (other.Index > part.Index || other.Index < 0) && other.Role != Role.Header)
            .All(other => !part.Declared.Any(other.References) && !part.Accesses.Any(a => other.AccessesOf(a.Place.Root).Any(b => !(a.IsSoft && b.IsSoft) && a.ConflictsWith(b, sameIteration: true))));
    }

    private bool IsFilteredLater(Part part) =>
        parts.Path.Skip(part.Level).Any(static n => n is IfNode) || parts.All.SkipWhile(p => p != part).Any(static p => p.IsGuard);

    private static bool HasNoEffect(Part part) =>
        part.DeclaresOnly && part.Accesses.All(a => !a.IsWrite || part.Declared.Any(s => SymbolEqualityComparer.Default.Equals(s, a.Place.Root as ISymbol)));

    private bool IsConversation(Conflict conflict) =>
        conflict.IsFeedback
        && conflict.Consume.Place.Root is World.This or ISymbol or SyntaxNode
        && (!conflict.Prepare.IsWrite || conflict.PreparePart is null || !conflict.Prepare.Certain)
        && !(conflict.Consume.Place.Path.Contains(Step.Own) && conflict.Prepare.Place.Path.Contains(Step.Own))
        && answers.Decide(conflict.Consume)
        && (conflict.Consume.Certain || conflict.PreparePart is null || !AsksForItem());

    /// <summary>Whether the request is made of the loop's item. One that is made only of what the answer may have changed continues a conversation.</summary>
    private bool AsksForItem() =>
        new Derivation(null, parts.Region.Items, parts.All.Where(static p => p.Role is Role.Before or Role.Condition or Role.Header), parts.Region.Syntax).IsDerived(parts.Request.Operation);

    /// <summary>What the call's own statement does before it makes the call would now be done after the request is prepared.</summary>
    private Blocker? Reordered()
    {
        if (keepsSkipped && parts.Region.Loop is not null && Filters.FindUndivided(parts) is { } undivided)
        {
            return undivided;
        }

        var leaf = parts.All.First(static p => p.Role == Role.Leaf);
        var target = leaf.Operation is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation assignment } ? assignment.Target.Syntax : null;
        foreach (var early in leaf.Accesses.Where(a => a.IsWrite && a.Node != target && a.Node.Span.End <= site.Replaced.Syntax.SpanStart))
        {
            foreach (var request in parts.Request.Accesses.Where(r => early.ConflictsWith(r, sameIteration: true)))
            {
                return new Blocker($"'{Describe.Name(request.Place)}' is changed in the call's own statement before the request reads it", early.Node.GetLocation(), request.Node.GetLocation());
            }
        }

        return null;
    }
}
