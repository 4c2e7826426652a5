using System.Runtime.CompilerServices;
using BatchMigrate.Analyzers.Dependence;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using CallSite = BatchMigrate.Analyzers.Sites.CallSite;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>How cutting a body ended.</summary>
/// <param name="Split">The cut body.</param>
/// <param name="Misfit">What keeps it from being cut.</param>
/// <param name="IsFeedback">Whether that is something which one item leaves behind and a later one needs: the body is sequential by nature.</param>
internal readonly record struct SplitResult(BodySplit? Split, Blocker? Misfit, bool IsFeedback);

/// <summary>Asks whether the body of a method or lambda may be cut at its call.</summary>
internal static class BodySplitter
{
    /// <param name="site">The call.</param>
    /// <param name="region">The body.</param>
    /// <param name="executable">What the body stands in.</param>
    /// <param name="summaries">What other methods do.</param>
    /// <param name="options">What the user has set.</param>
    /// <param name="areIndependent">Whether somebody has said already that the body may run for several items at once.</param>
    public static SplitResult Split(CallSite site, Region region, Executable executable, Summaries summaries, PlanOptions options, bool areIndependent)
    {
        var path = SplitPath.Find(site, region);
        if (path[0] is BarrierNode barrier)
        {
            return Misfit(barrier.What, barrier.Barrier);
        }

        if (path.FirstOrDefault(static n => n is IfNode or LoopNode) is { } odd)
        {
            return Misfit(odd is IfNode ? "the call is made for some items only" : "the call stands in a loop", odd.Operation);
        }

        var parts = new Parts(site, region, path, new Origins(executable, null, summaries, depth: 0), summaries);
        var arrangement = new Arrangement(site, parts, new Derivation(site.Replaced, [], parts.All.Where(static p => p.Role is Role.Leaf or Role.After or Role.Handler), region.Syntax), options, null, keepsSkipped: true);
        if (areIndependent)
        {
            arrangement.ArrangeIndependent();
        }
        else if (arrangement.Arrange(out var conflict) is { } blocker)
        {
            return new SplitResult(null, blocker, conflict is { IsFeedback: true } && !HelperPlanner.IsThrottle(conflict.Consume.Place));
        }

        return FindMisfit(site, parts, arrangement, summaries) is { } misfit ? new SplitResult(null, misfit, false) : new SplitResult(Describe(site, parts, arrangement), null, false);
    }

    private static SplitResult Misfit(string reason, IOperation at) => new(null, new Blocker(reason, at.Syntax.GetLocation()), false);

    private static BodySplit Describe(CallSite site, Parts parts, Arrangement arrangement)
    {
        var consume = arrangement.Halves.Consume;
        var leaf = parts.All.First(static p => p.Role == Role.Leaf);
        var seesFailure = parts.Path.Any(static n => n is TryNode);
        return new BodySplit
        {
            Site = site,
            Region = parts.Region,
            Path = parts.Path,
            Sunk = [.. arrangement.Sunk.Select(static p => p.Operation.Syntax)],
            Guard = parts.All.Where(static p => p.IsGuard).Select(static p => (IfStatementSyntax)p.Operation.Syntax).FirstOrDefault(),
            ReadsItem = parts.Region.Items.Any(i => consume.Any(p => IsUsedIn(p, i, site))),
            IsPlain = leaf.Operation is IReturnOperation { ReturnedValue: { } value } && Parts.WithoutConversion(value) == site.Replaced && SymbolEqualityComparer.Default.Equals(value.Type, site.Replaced.Type) && consume.Count == 1 && !seesFailure,
            SeesFailure = seesFailure,
            ReturnsInLoop = consume.SelectMany(static p => p.Operation.DescendantsAndSelf()).Any(static o => o is ILoopOperation loop && loop.Body.DescendantsAndSelf().Any(static i => i is IReturnOperation)),
            Change = consume.SelectMany(static p => p.Accesses).Where(a => a.IsWrite && !a.IsSoft && Outlives(a.Place, parts.Region)).Select(static a => (Access?)a).FirstOrDefault(),
        };
    }

    private static bool Outlives(Place place, Region region) => place.Root switch
    {
        ILocalSymbol local => !Invariance.IsDeclaredIn(local, region.Syntax),
        IParameterSymbol parameter => region.IsGiven(parameter) ? !place.Path.IsEmpty : !Invariance.IsDeclaredIn(parameter, region.Syntax),
        SyntaxNode => false,
        _ => true,
    };

    private static Blocker? FindMisfit(CallSite site, Parts parts, Arrangement arrangement, Summaries summaries)
    {
        if (parts.Region.Syntax.ContainsDirectives || parts.Region.Syntax.DescendantNodes().Any(Obstacle.IsSetting))
        {
            return new Blocker("a preprocessor directive, 'checked' or 'unsafe' stands in it", site.Location);
        }

        if (Awaits(parts.Region.Body).FirstOrDefault(a => a != site.Replaced) is { } second)
        {
            return new Blocker("it awaits something else as well", second.Syntax.GetLocation());
        }

        var guards = parts.All.Where(static p => p.IsGuard).ToList();
        if (guards.Count > 1 || guards.Any(static g => g.Operation is not IConditionalOperation { WhenFalse: null } conditional || !Filters.EndsInSkip(conditional.WhenTrue) || g.Operation.Syntax is not IfStatementSyntax))
        {
            return new Blocker("it returns in several places before the call", guards[guards.Count - 1].Operation.Syntax.GetLocation());
        }

        foreach (var operation in parts.Region.Body.DescendantsAndSelf())
        {
            if (operation is IInvocationOperation call && call != site.Invocation && summaries.IsModelCall(call.TargetMethod))
            {
                return new Blocker("it makes several calls", operation.Syntax.GetLocation());
            }

            if (Lambdas.Uncapturable(operation) is { } reason)
            {
                return new Blocker(reason, operation.Syntax.GetLocation());
            }
        }

        foreach (var part in parts.All)
        {
            if (part.Operation is IUsingDeclarationOperation or ILocalFunctionOperation or ILabeledOperation || part.Exits is { Goto: not null } or { Yield: not null } or { YieldBreak: not null }
                || part.Operation.DescendantsAndSelf().Any(static o => o is IInvocationOperation call && KnownMethods.Acquires(call.TargetMethod)))
            {
                return new Blocker("something in it spans the call", part.Operation.Syntax.GetLocation());
            }
        }

        if (Arrangement.TimesTheCall(parts, [.. parts.All.Where(static p => p.Role is Role.Leaf or Role.After or Role.Handler)]))
        {
            return new Blocker("it measures the time of the call", site.Location);
        }

        foreach (var argument in site.Invocation.Arguments.Where(static a => a.ArgumentKind == ArgumentKind.Explicit && a.Parameter is not null))
        {
            var ordinal = argument.Parameter!.Ordinal;
            if (ordinal != site.Call.Request?.Ordinal && argument.Value != site.Receiver
                && ((ordinal != site.Call.Options?.Ordinal && ordinal != site.Call.Token?.Ordinal) || !Invariance.IsInvariant(argument.Value, parts.Region)))
            {
                return new Blocker($"the argument '{argument.Parameter.Name}' is another one for each item", argument.Syntax.GetLocation());
            }
        }

        return !Invariance.IsInvariant(site.Receiver!, parts.Region)
            ? new Blocker("each item has a client of its own", site.Location)
            : FindCarried(site, parts, arrangement) ?? FindThrower(parts, arrangement);
    }

    /// <summary>A variable that the request needs and the answer as well has no way from one lambda to the other.</summary>
    private static Blocker? FindCarried(CallSite site, Parts parts, Arrangement arrangement)
    {
        var prepare = arrangement.Halves.Prepare.Where(static p => !p.IsGuard).ToList();
        foreach (var symbol in prepare.SelectMany(static p => p.Declared))
        {
            if (arrangement.Halves.Consume.Any(c => IsUsedIn(c, symbol, site)))
            {
                return new Blocker($"'{symbol.Name}' is made before the call and needed after it", symbol.Locations[0]);
            }
        }

        // A parameter that is given another value before the call is another one after it.
        foreach (var write in parts.All.SelectMany(static p => p.Accesses).Where(a => a.IsWrite && a.Place.Path.IsEmpty && (parts.Region.IsGiven(a.Place.Root) || parts.Region.IsItem(a.Place.Root))))
        {
            return new Blocker($"'{((ISymbol)write.Place.Root).Name}' is given another value", write.Node.GetLocation());
        }

        return null;
    }

    /// <summary>What throws before a <c>try</c> would be seen by it, because the answer is read inside.</summary>
    private static Blocker? FindThrower(Parts parts, Arrangement arrangement)
    {
        foreach (var node in parts.Path.OfType<TryNode>())
        {
            var level = parts.Path.IndexOf(node);
            var before = arrangement.Halves.Prepare.Where(p => p.Level < level && p.Role is Role.Before or Role.Condition).Select(static p => p.Operation);
            if (Throws.Find(before, node.Try) is { } thrower)
            {
                return new Blocker("what stands before the 'try' could throw what the 'try' would see", thrower.Syntax.GetLocation());
            }
        }

        return null;
    }

    private static bool IsUsedIn(Part part, ISymbol symbol, CallSite site) =>
        (part.Role == Role.Condition ? false : part.Role == Role.Leaf
            ? part.Operation.DescendantsAndSelf().Any(o => Part.Refers(o, symbol) && !site.Replaced.Syntax.Span.Contains(o.Syntax.Span))
            : part.IsGuard ? part.Operation is IConditionalOperation { WhenTrue: var branch } && branch.DescendantsAndSelf().Any(o => Part.Refers(o, symbol))
            : part.References(symbol));

    private static IEnumerable<IOperation> Awaits(IOperation operation)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (operation is IAnonymousFunctionOperation or ILocalFunctionOperation)
        {
            return [];
        }

        var inner = operation.ChildOperations.SelectMany(Awaits);
        return operation is IAwaitOperation or IForEachLoopOperation { IsAsynchronous: true } or IUsingOperation { IsAsynchronous: true } ? inner.Prepend(operation) : inner;
    }
}
