using System.Runtime.CompilerServices;
using BatchMigrate.Analyzers.Dependence;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using CallSite = BatchMigrate.Analyzers.Sites.CallSite;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>How cutting a body ended.</summary>
/// <param name="Split">The cut body; null where something keeps it from being cut.</param>
/// <param name="IsFeedback">Whether that is something which one item leaves behind and a later one needs: the body is sequential by nature.</param>
internal readonly record struct SplitResult(BodySplit? Split, bool IsFeedback);

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
        if (path.Any(static n => n is BarrierNode or IfNode or LoopNode))
        {
            return default;
        }

        var parts = new Parts(site, region, path, new Origins(executable, null, summaries, depth: 0), summaries);
        var arrangement = new Arrangement(site, parts, new Derivation(site.Replaced, [], parts.All.Where(static p => p.Role is Role.Leaf or Role.After or Role.Handler), region.Syntax), options, null, keepsSkipped: true);
        if (areIndependent)
        {
            arrangement.ArrangeIndependent();
        }
        else if (arrangement.Arrange(out var conflict) is not null)
        {
            return new SplitResult(null, conflict is { IsFeedback: true } && !HelperPlanner.IsThrottle(conflict.Consume.Place));
        }

        return Fits(site, parts, arrangement, summaries) ? new SplitResult(Describe(site, parts, arrangement), false) : default;
    }

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

    private static bool Fits(CallSite site, Parts parts, Arrangement arrangement, Summaries summaries) =>
        !parts.Region.Syntax.ContainsDirectives
        && !parts.Region.Syntax.DescendantNodes().Any(Obstacle.IsSetting)
        && Awaits(parts.Region.Body).All(a => a == site.Replaced)
        && HasOneWayOut(parts)
        && !parts.Region.Body.DescendantsAndSelf().Any(o => IsOtherCall(o, site, summaries) || Lambdas.Uncapturable(o) is not null)
        && !parts.All.Any(SpansCall)
        && !Arrangement.TimesTheCall(parts, [.. parts.All.Where(static p => p.Role is Role.Leaf or Role.After or Role.Handler)])
        && site.Invocation.Arguments.Where(static a => a.ArgumentKind == ArgumentKind.Explicit && a.Parameter is not null).All(a => IsShared(a, site, parts.Region))
        && Invariance.IsInvariant(site.Receiver!, parts.Region)
        && !Carries(site, parts, arrangement)
        && !ThrowsBeforeTry(parts, arrangement);

    /// <summary>Whether nothing but one plain guard ends the body before the call.</summary>
    private static bool HasOneWayOut(Parts parts)
    {
        var guards = parts.All.Where(static p => p.IsGuard).ToList();
        return guards.Count <= 1 && guards.TrueForAll(static g => g.Operation is IConditionalOperation { WhenFalse: null } conditional && Filters.EndsInSkip(conditional.WhenTrue) && g.Operation.Syntax is IfStatementSyntax);
    }

    private static bool IsOtherCall(IOperation operation, CallSite site, Summaries summaries) =>
        operation is IInvocationOperation call && call != site.Invocation && summaries.IsModelCall(call.TargetMethod);

    private static bool SpansCall(Part part) =>
        part.Operation is IUsingDeclarationOperation or ILocalFunctionOperation or ILabeledOperation
        || part.Exits is { Goto: not null } or { Yield: not null } or { YieldBreak: not null }
        || part.Operation.DescendantsAndSelf().Any(static o => o is IInvocationOperation call && KnownMethods.Acquires(call.TargetMethod));

    /// <summary>Whether an argument is the request, or the same for each item and has a place in a batch.</summary>
    private static bool IsShared(IArgumentOperation argument, CallSite site, Region region)
    {
        var ordinal = argument.Parameter!.Ordinal;
        return ordinal == site.Call.Request?.Ordinal || argument.Value == site.Receiver
            || ((ordinal == site.Call.Options?.Ordinal || ordinal == site.Call.Token?.Ordinal) && Invariance.IsInvariant(argument.Value, region));
    }

    /// <summary>
    /// A variable that the request needs and the answer as well has no way from one lambda to the other; and a parameter that is given another value before the call is another one after it.
    /// </summary>
    private static bool Carries(CallSite site, Parts parts, Arrangement arrangement) =>
        arrangement.Halves.Prepare.Where(static p => !p.IsGuard).SelectMany(static p => p.Declared).Any(symbol => arrangement.Halves.Consume.Any(c => IsUsedIn(c, symbol, site)))
        || parts.All.SelectMany(static p => p.Accesses).Any(a => a.IsWrite && a.Place.Path.IsEmpty && (parts.Region.IsGiven(a.Place.Root) || parts.Region.IsItem(a.Place.Root)));

    /// <summary>What throws before a <c>try</c> would be seen by it, because the answer is read inside.</summary>
    private static bool ThrowsBeforeTry(Parts parts, Arrangement arrangement) =>
        parts.Path.OfType<TryNode>().Any(node =>
            Throws.Find(arrangement.Halves.Prepare.Where(p => p.Level < parts.Path.IndexOf(node) && p.Role is Role.Before or Role.Condition).Select(static p => p.Operation), node.Try) is not null);

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
