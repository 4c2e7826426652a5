using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Dependence;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>Asks whether one loop may be taken apart at one call.</summary>
internal sealed class LoopPlanner(CallSite site, ILoopOperation loop, Executable executable, Summaries summaries, BoundCatalog catalog, PlanOptions options)
{
    public PlanResult Plan()
    {
        if (loop.Syntax.ContainsDiagnostics || loop.DescendantsAndSelf().Any(static o => o.Kind == OperationKind.Invalid || o.Type is IPointerTypeSymbol) || Repetition.IsBelow(loop, options.MinimumItems))
        {
            return PlanResult.Silent;
        }

        var region = Region.Of(loop);
        var path = SplitPath.Find(site, region);
        if (path[0] is BarrierNode barrier)
        {
            return barrier.Barrier is ICatchClauseOperation or ITryOperation or ILoopOperation ? PlanResult.Silent : new Blocker(barrier.What, barrier.Barrier.Syntax.GetLocation());
        }

        var varying = site.TakesArguments ? HelperPlanner.VaryingOf(site, catalog, a => Invariance.IsInvariant(a, region)) : [];
        var helper = !site.TakesArguments ? null : new HelperPlanner(site, varying, summaries, catalog, options);

        // What is given nothing for an item has nothing to be listed.
        if ((helper is not null && (varying.IsEmpty || helper.IsSequential())) || StoreKeys.AreRepeated(site, region))
        {
            return PlanResult.Silent;
        }

        var innermost = path.OfType<LoopNode>().LastOrDefault()?.Loop ?? loop;
        var origins = new Origins(executable, innermost, summaries, depth: 0, nest: loop);
        var parts = new Parts(site, region, path, origins, summaries) { Varying = varying };
        if (parts.AsksPerson || VariesReceiver() || HasEarlierCall(parts))
        {
            return PlanResult.Silent;
        }

        var second = parts.All.Where(static p => p.Role is Role.Leaf or Role.After or Role.Handler).ToList();
        if (second.Any(static p => p.Exits is { Break: not null } or { Return: not null } or { Goto: not null } or { YieldBreak: not null }))
        {
            return PlanResult.Silent;
        }

        if (Arrangement.TimesTheCall(parts, second))
        {
            return PlanResult.Silent;
        }

        var answers = new Derivation(site.Replaced, [], second, loop.Syntax);
        if (new Arrangement(site, parts, answers, options, null, keepsSkipped: false).IsConversation())
        {
            return PlanResult.Silent;
        }

        if ((Obstacle.Find(loop.Syntax) ?? FindExit(parts) ?? SharedArguments.Find(site, parts)) is { } blocker)
        {
            return blocker;
        }

        var result = Arrange(parts, answers);
        return helper is not null && result.Plan is BatchPlan plan ? helper.Complete(plan, !second.Any(p => p.Accesses.Any(a => a.IsWrite && (!a.IsSoft || options.Strict) && a.Place.Root is not ILocalSymbol))) : result;
    }

    private PlanResult Arrange(Parts parts, Derivation answers)
    {
        var pacing = Pacing.TakeFrom(parts);
        if (pacing is null && Pacing.FindOther(parts) is { } varying)
        {
            return new Blocker("the delay between the calls is not a fixed one", varying.Syntax.GetLocation());
        }

        var plain = new Arrangement(site, parts, answers, options, pacing, keepsSkipped: false);
        var result = plain.Plan();
        if (result.Plan is null && !parts.IsNested && !site.TakesArguments && (parts.All.Any(static p => p.IsGuard) || parts.Path.Any(static n => n is IfNode)))
        {
            // Seen with the items that need no request kept in their places, the loop may be free after all. A method has no word for such an item.
            var kept = new Arrangement(site, parts, answers, options, pacing, keepsSkipped: true).Plan();
            result = kept.Plan is not null || plain.HasLeftover() ? kept : result;
        }

        return result;
    }

    /// <summary>A receiver that changes from item to item: stores, plugins, evaluators, fail-over.</summary>
    private bool VariesReceiver()
    {
        // An extension method of source may be called on the item.
        var receiver = !site.CallsHelper ? site.Receiver : site.Invocation.Instance;
        return receiver is null ? !site.CallsHelper : receiver.DescendantsAndSelf().Any(o => o switch
        {
            ILocalReferenceOperation local => local.Local.DeclaringSyntaxReferences.Any(r => loop.Syntax.Span.Contains(r.Span)),
            IInvocationOperation or IObjectCreationOperation or IArrayElementReferenceOperation => true,
            IPropertyReferenceOperation property => property.Arguments.Length > 0,
            _ => false,
        });
    }

    /// <summary>One loop, one finding: a second call is found once the first has become a batch.</summary>
    private bool HasEarlierCall(Parts parts) =>
        parts.All.Where(static p => p.Role is Role.Before or Role.Condition or Role.Request)
            .Concat(parts.All.Where(p => p.Role == Role.Otherwise && p.Operation.Syntax.SpanStart < site.Invocation.Syntax.SpanStart))
            .Any(p => p.Operation.DescendantsAndSelf().Any(o => o is IInvocationOperation call && call != site.Invocation && (summaries.IsModelCall(call.TargetMethod) || Helpers.For(catalog.Compilation).Find(call.TargetMethod, options.HelperDepth) is not null)));

    private static Blocker? FindExit(Parts parts)
    {
        foreach (var part in parts.All.Where(static p => p.Role is Role.Before or Role.Condition or Role.Otherwise or Role.Request))
        {
            var exits = part.Exits;
            if ((exits.Return ?? exits.Goto ?? exits.Throw ?? exits.YieldBreak) is { } exit)
            {
                var what = exit switch
                {
                    IThrowOperation => "'throw'",
                    IBranchOperation => "'goto'",
                    { Kind: OperationKind.YieldBreak } => "'yield break'",
                    _ => "'return'",
                };
                return new Blocker($"{what} before the call leaves the loop, and what earlier items still have to do with their answers would be lost", exit.Syntax.GetLocation());
            }

            if ((exits.Break ?? (part.IsGuard ? exits.Continue : null)) is { } stop && part.Operation is IConditionalOperation { Condition: var question } && AsksToStop(question, exits.Break is not null))
            {
                return new Blocker("the loop asks before each call whether it should stop, which a batch does not", stop.Syntax.GetLocation(), question.Syntax.GetLocation());
            }

            if (part.Role == Role.Before && !part.IsGuard && exits.Yield is { } early)
            {
                return new Blocker("what is yielded before the call would overtake what earlier items yield after it", early.Syntax.GetLocation());
            }

            if (part.Operation is IUsingDeclarationOperation @using)
            {
                return new Blocker("a 'using' spans the call", @using.Syntax.GetLocation());
            }

            if (part.Operation is ILocalFunctionOperation or ILabeledOperation)
            {
                return new Blocker("a local function or a label stands before the call", part.Operation.Syntax.GetLocation());
            }
        }

        foreach (var disposable in parts.All.Where(static p => p.Role == Role.Before).SelectMany(static p => p.Declared).OfType<ILocalSymbol>().Where(static l => IsDisposable(l.Type)))
        {
            if (parts.All.FirstOrDefault(p => p.Role is Role.Leaf or Role.After or Role.Handler && p.References(disposable)) is { } use)
            {
                return new Blocker($"'{disposable.Name}' is held across the call", disposable.Locations[0], use.Operation.Syntax.GetLocation());
            }
        }

        return parts.Loop.Syntax.Parent is LabeledStatementSyntax labeled ? new Blocker("the loop has a label", labeled.Identifier.GetLocation()) : null;
    }

    /// <summary>A deadline, a token, or a switch that other code may turn: things that change while the loop waits for an answer.</summary>
    private static bool AsksToStop(IOperation condition, bool breaks) =>
        condition.DescendantsAndSelf().Any(o => o switch
        {
            IPropertyReferenceOperation { Property: { Name: "IsCancellationRequested" } } => true,
            IPropertyReferenceOperation { Property: { Name: "Elapsed" or "ElapsedMilliseconds" or "ElapsedTicks", ContainingType.Name: "Stopwatch" } } => true,
            IFieldReferenceOperation { Field: { IsReadOnly: false, IsConst: false, Type.SpecialType: SpecialType.System_Boolean }, Instance: null or IInstanceReferenceOperation } => breaks,
            IPropertyReferenceOperation { Property: { Type.SpecialType: SpecialType.System_Boolean, IsIndexer: false }, Instance: null or IInstanceReferenceOperation } => breaks,
            _ => Arrangement.ReadsClock(o),
        });

    private static bool IsDisposable(ITypeSymbol type) =>
        type.Name is "IDisposable" or "IAsyncDisposable" || type.AllInterfaces.Any(static i => i.Name is "IDisposable" or "IAsyncDisposable" && TypeFacts.IsSystem(i));
}
