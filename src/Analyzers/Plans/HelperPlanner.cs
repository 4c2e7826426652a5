using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Dependence;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using CallSite = BatchMigrate.Analyzers.Sites.CallSite;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>
/// Decides how a method of source that asks a model is called for many items: by the method for many that is there already, by one that is added
/// beside it, or as it is, several at once.
/// </summary>
internal sealed class HelperPlanner(CallSite site, ImmutableArray<IParameterSymbol> varying, Summaries summaries, BoundCatalog catalog, PlanOptions options)
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<(IMethodSymbol, string, bool), SplitResult>> Splits = new();

    private readonly Helper? helper = site.Helper;

    private string BatchName => site.Call.Entry.BatchMethod;

    /// <summary>The parameters that get another argument for each item; where none does, the first that could be the question.</summary>
    public static ImmutableArray<IParameterSymbol> VaryingOf(CallSite site, BoundCatalog catalog, Func<IOperation, bool> isInvariant)
    {
        var given = site.Invocation.Arguments.Where(a => a.ArgumentKind != ArgumentKind.DefaultValue && a.Parameter is not null && a.Parameter.Ordinal != site.Call.Token?.Ordinal).ToList();
        var varying = given.Where(a => !isInvariant(a.Value)).ToList();
        if (varying.Count == 0)
        {
            varying = [.. given.Where(a => !catalog.IsClient(a.Parameter!.Type)).Take(1)];
        }

        return [.. varying.Select(a => site.Call.Method.Parameters[a.Parameter!.Ordinal]).OrderBy(static p => p.Ordinal)];
    }

    /// <summary>The form for a method that is already called for several items at once; null where it had better be left alone.</summary>
    /// <param name="takesOptions">Whether the batch needs options that only a batch that runs the method as it is can be given.</param>
    /// <param name="blocker">What the method changes without protection.</param>
    public HelperForm? FormOfFanOut(bool takesOptions, out Blocker? blocker)
    {
        blocker = null;
        if (!site.CallsHelper)
        {
            return new OverlapForm(varying);
        }

        if (helper is null || CallsItself(helper) || helper.Calls.Any(static c => Helpers.IsBatch(c.TargetMethod)) || varying.Any(v => catalog.IsClient(v.Type)))
        {
            return SiblingOf() is { GivesItems: true } named && !takesOptions ? named : null;
        }

        if (summaries.Find(helper.Method, depth: 0) is not { AsksPerson: false } summary)
        {
            return null;
        }

        if (!takesOptions && SiblingOf() is { GivesItems: true } sibling)
        {
            return sibling;
        }

        if (!takesOptions && Siblings.ResultOf(site.Call.Method) is not null && Split().Split is { } split)
        {
            return new SplitForm(varying, BatchName, helper, split, IsInOrder: false);
        }

        var race = summary.Accesses.Where(a => a is { IsWrite: true, Certain: true, IsSoft: false } && a.Place.Root is not IParameterSymbol && !IsThrottle(a.Place) && !IsMadeForThreads(a.Place)).Select(static a => (Access?)a).FirstOrDefault();
        blocker = race is { } write ? new Blocker($"'{helper.Method.Name}' changes '{Describe.Name(write.Place)}' for each item", site.Location, write.Node.GetLocation()) : null;
        return blocker is null ? new OverlapForm(varying) : null;
    }

    /// <summary>Whether the method is sequential by nature: it asks again and again, keeps a history, calls itself.</summary>
    public bool IsSequential()
    {
        if (helper is null || SiblingOf() is not null)
        {
            return false;
        }

        if (helper.Calls.Any(c => Helpers.IsBatch(c.TargetMethod) || StandsInLoop(helper, c)) || CallsItself(helper) || varying.Any(v => catalog.IsClient(v.Type)))
        {
            return true;
        }

        if (helper.Calls.Any(c => SiteFinder.FindWithin(catalog, c) is { } inner && Conversation.IsMeantToBeSequential(inner, new Executable(helper.Operation))))
        {
            return true;
        }

        return Split().IsFeedback || KeepsHistory(helper);
    }

    /// <summary>The plan with the form in which the method is called; a blocker where there is none.</summary>
    /// <param name="plan">The plan for the loop.</param>
    /// <param name="keepsToItself">Whether nobody could see what the loop did with results if a later call failed.</param>
    public PlanResult Complete(BatchPlan plan, bool keepsToItself)
    {
        var isCaught = plan.Path.OfType<TryNode>().Any(static n => n.Try.Catches.Any(static c => c.Filter is null && c.ExceptionType.Name is "Exception" or "Object") && !n.Try.Catches.Any(static c => c.DescendantsAndSelf().Any(static o => o is IThrowOperation)));
        if (!site.CallsHelper)
        {
            // One request for many ends as a whole: that is the same only where nothing is left of what was done before a failure.
            var endsAsOne = plan.Pacing is null && !plan.Path.Any(static n => n is TryNode) && (plan.ConsumesNothing || keepsToItself);
            var isStatement = site.Replaced.Parent is IExpressionStatementOperation;
            if (endsAsOne && isStatement && site.Call.Bulk is { } bulk && varying.Length == 1 && varying[0].Ordinal == bulk.One.Ordinal)
            {
                return plan with { Helper = new BulkForm(varying, bulk.Many.Name) };
            }

            if (endsAsOne && ListCalls.Find(site, varying, catalog.Compilation) is { } list && (list.Outcome is not null || isStatement))
            {
                return plan with { Helper = list, AsksForPending = plan.AsksForPending && list.Element is null };
            }

            if (site.Call.Entry.Kind == CallKind.StoreWrite && !isCaught)
            {
                return new Blocker("if a write failed, records that come later would have been written all the same", site.Location);
            }

            // Clients are made to be called several times at once.
            return FindMany(plan) is { } spread ? spread : plan with { Helper = new OverlapForm(varying) };
        }

        if (SiblingOf() is { } sibling && plan.Pacing is null)
        {
            // A plain list comes with one exception for all items: that is the same only where nothing is left of what was done before it.
            var isAlike = sibling.GivesItems || (!plan.Path.Any(static n => n is TryNode) && (plan.ConsumesNothing || (Siblings.ResultOf(site.Call.Method) is not null && keepsToItself)));
            if (isAlike)
            {
                return plan with { Helper = sibling };
            }
        }

        if (Siblings.Named(site.Call.Method, options) is { } named && SiblingOf() is null)
        {
            return new Blocker($"'{named}', which is named as its method for many items, does not take lists of what varies", site.Location);
        }

        if (helper is null)
        {
            return new Blocker($"'{site.Call.Method.Name}' is in another assembly, and what it does is not known", site.Location);
        }

        var split = Split().Split;
        if (split is not null && plan.Pacing is null)
        {
            var isVoid = Siblings.ResultOf(site.Call.Method) is null;
            if (!isVoid && (split.Change is null || isCaught))
            {
                return plan with { Helper = new SplitForm(varying, BatchName, helper, split, IsInOrder: false) };
            }

            if (isVoid && plan.ConsumesNothing && !split.ReturnsInLoop)
            {
                return plan with { Helper = new SplitForm(varying, BatchName, helper, split, IsInOrder: true) };
            }
        }

        return (FindMany(plan) ?? FindUnsafe(helper, split)) is { } blocker ? blocker : plan with { Helper = new OverlapForm(varying) };
    }

    /// <summary>Arguments that a list of what varies cannot hold.</summary>
    private Blocker? FindMany(BatchPlan plan) =>
        !plan.TakesItems && site.Invocation.Arguments.FirstOrDefault(a => a.ArgumentKind == ArgumentKind.ParamArray && varying.Any(v => v.Ordinal == a.Parameter?.Ordinal)) is { } many
            ? new Blocker("its arguments are 'params', which cannot be kept in a list one by one", many.Syntax.GetLocation())
            : null;

    private SiblingForm? SiblingOf() =>
        Siblings.Named(site.Call.Method, options) is { } named ? Siblings.Find(site.Call.Method, named, varying) : Siblings.Find(site.Call.Method, BatchName, varying);

    /// <summary>What the method changes outside itself, so that it cannot safely run for several items at once.</summary>
    private Blocker? FindUnsafe(Helper helper, BodySplit? split)
    {
        if (summaries.Find(helper.Method, depth: 0) is not { } summary)
        {
            return new Blocker($"what '{helper.Method.Name}' does is not known to be safe to do for several items at once", site.Location);
        }

        var change = split?.Change ?? summary.Accesses.Where(static a => a.IsWrite && !a.IsSoft && !IsThrottle(a.Place)).OrderBy(static a => !a.Certain).Select(static a => (Access?)a).FirstOrDefault();
        if (change is not { } write)
        {
            return null;
        }

        return write.Certain
            ? new Blocker($"'{helper.Method.Name}' changes '{Describe.Name(write.Place)}' for each item", site.Location, write.Node.GetLocation())
            : new Blocker($"'{Describe.Text(write.Node)}' in '{helper.Method.Name}' is not known to be safe to do for several items at once", site.Location, write.Node.GetLocation());
    }

    private SplitResult Split()
    {
        if (helper is not { IsCertain: true } || helper.Calls.Length != 1 || Siblings.Exists(helper.Method, BatchName) || !CanTakeLists(helper) || IsGenerated(helper) || SiteFinder.FindWithin(catalog, helper.Calls[0]) is not { } inner || !inner.Call.Entry.HasOwnBatchForm)
        {
            return default;
        }

        var key = (helper.Method, string.Join(",", varying.Select(static v => v.Ordinal)), options.Strict);
        return Splits.GetValue(catalog.Compilation, static _ => new()).GetOrAdd(key, _ =>
            Region.Of(helper.Operation, helper.Method, varying.Select(v => helper.Method.Parameters[v.Ordinal])) is { } region
                ? BodySplitter.Split(inner, region, new Executable(helper.Operation), summaries, options, areIndependent: false)
                : default);
    }

    /// <summary>Whether the parameters that vary can become one list, in the place of the first of them.</summary>
    private bool CanTakeLists(Helper helper) =>
        !varying.IsEmpty
        && varying.All(static v => v.RefKind == RefKind.None && !v.IsParams && !v.Type.IsRefLikeType && v.Type is not IPointerTypeSymbol)
        && !helper.Method.Parameters.Any(p => p.RefKind != RefKind.None || (p.IsOptional && p.Ordinal < varying[0].Ordinal))
        && !helper.Method.ContainingType.IsValueType
        && (helper.Method.MethodKind == MethodKind.LocalFunction || helper.Method.ExplicitInterfaceImplementations.IsEmpty);

    private static bool IsGenerated(Helper helper) =>
        helper.Method.DeclaringSyntaxReferences[0].SyntaxTree is var tree
        && (tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) || tree.FilePath.EndsWith(".Designer.cs", StringComparison.OrdinalIgnoreCase)
            || tree.GetRoot().GetLeadingTrivia().Any(static t => t.ToString().Contains("<auto-generated")));

    private bool CallsItself(Helper helper)
    {
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        return Reaches(helper, options.HelperDepth);

        bool Reaches(Helper from, int depth) => depth > 0 && seen.Add(from.Method) && from.Calls.Any(c =>
            SymbolEqualityComparer.Default.Equals((c.TargetMethod.ReducedFrom ?? c.TargetMethod).OriginalDefinition, helper.Method)
            || (Helpers.For(catalog.Compilation).Find(c.TargetMethod, depth - 1) is { } next && Reaches(next, depth - 1)));
    }

    /// <summary>What is written after a call, and looked at before it, ties one item to the one before: a history, a cache, a row that is read and written.</summary>
    private bool KeepsHistory(Helper helper)
    {
        if (summaries.Find(helper.Method, depth: 0) is not { } summary)
        {
            return false;
        }

        var (first, last) = (helper.Calls[0].Syntax, helper.Calls[helper.Calls.Length - 1].Syntax);
        var before = summary.Accesses.Where(a => a.Node.SpanStart <= first.Span.End && a.Node.SyntaxTree == first.SyntaxTree).ToList();
        return summary.Accesses.Any(write => write.IsWrite && !write.IsSoft && !IsThrottle(write.Place) && write.Node.SyntaxTree == last.SyntaxTree && write.Node.SpanStart > first.SpanStart
            && !IsOwn(write.Place) && before.Any(read => !read.Node.Equals(write.Node) && Place.Overlap(write.Place, read.Place, sameIteration: false)));
    }

    /// <summary>A semaphore is there to be used by several at once.</summary>
    public static bool IsThrottle(Place place) => place.Path.OfType<IFieldSymbol>().LastOrDefault() is { Type.Name: "SemaphoreSlim" };

    private static bool IsMadeForThreads(Place place) =>
        place.Root is World.Files || place.Path.OfType<IFieldSymbol>().LastOrDefault()?.Type is { } type && TypeFacts.IsIn(type, "System.Collections.Concurrent");

    /// <summary>Whether a place belongs to the item that the method is called for.</summary>
    private bool IsOwn(Place place) => place.Root is IParameterSymbol parameter && varying.Any(v => v.Ordinal == parameter.Ordinal) && place.Path.Length <= 1;

    private static bool StandsInLoop(Helper helper, IOperation call)
    {
        for (var (child, parent) = (call, call.Parent); parent is not null && parent != helper.Operation; (child, parent) = (parent, parent.Parent))
        {
            if (parent is IAnonymousFunctionOperation or ICatchClauseOperation || (parent is ILoopOperation loop && !(loop is IForEachLoopOperation read && read.Collection == child)))
            {
                return true;
            }
        }

        // A jump back to before the call is a loop as well.
        return helper.Operation.DescendantsAndSelf().Any(o => o is IBranchOperation { BranchKind: BranchKind.GoTo, Target: var target } jump
            && jump.Syntax.SpanStart > call.Syntax.SpanStart && target.Locations.Any(l => l.SourceSpan.Start < call.Syntax.SpanStart));
    }
}
