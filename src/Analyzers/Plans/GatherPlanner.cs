using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Dependence;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using CallSite = BatchMigrate.Analyzers.Sites.CallSite;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>Asks whether a loop that starts tasks may keep the requests instead, and send them together behind it.</summary>
internal sealed class GatherPlanner(CallSite site, Executable executable, Summaries summaries, BoundCatalog catalog, PlanOptions options)
{
    private readonly GatheredTasks gathered = site.Gathered!;

    public PlanResult Plan()
    {
        var loop = gathered.Loop;
        if (loop is not (IForEachLoopOperation { IsAsynchronous: false } or IForLoopOperation) || loop.Syntax.ContainsDiagnostics || loop.DescendantsAndSelf().Any(static o => o.Kind == OperationKind.Invalid)
            || Repetition.IsBelow(loop, minimum: 2) || !(site.Call.Entry.HasOwnBatchForm || site.TakesArguments) || loop.Syntax.Parent is not (Microsoft.CodeAnalysis.CSharp.Syntax.BlockSyntax or Microsoft.CodeAnalysis.CSharp.Syntax.GlobalStatementSyntax))
        {
            return PlanResult.Silent;
        }

        var region = Region.Of(loop);
        var path = SplitPath.Find(site, region);
        if (path[0] is BarrierNode || path.Any(static n => n is TryNode))
        {
            return PlanResult.Silent;
        }

        var parts = new Parts(site, region, path, new Origins(executable, (ILoopOperation?)path.OfType<LoopNode>().LastOrDefault()?.Loop ?? loop, summaries, depth: 0, nest: loop), summaries);
        var pacing = Pacing.TakeFrom(parts);
        if (parts.AsksPerson || parts.All.Any(static p => p.Role is Role.After or Role.Handler || p.Exits is { Return: not null } or { Goto: not null } or { Yield: not null })
            || !((site.CallsHelper ? site.Invocation.Instance : site.Receiver) is { } receiver ? Invariance.IsInvariant(receiver, region) : site.CallsHelper) || IsOther(parts))
        {
            return PlanResult.Silent;
        }

        if (Obstacle.Find(loop.Syntax) is { } obstacle)
        {
            return obstacle;
        }

        foreach (var (argument, reason) in new[] { (site.Argument(site.Call.Options), "each request has options of its own"), (site.Argument(site.Call.Token), "each call has a cancellation token of its own") })
        {
            if (argument is not null && !Invariance.IsInvariant(argument, region))
            {
                return new Blocker(reason, argument.Syntax.GetLocation());
            }
        }

        if (SharedArguments.Find(site, parts) is { } shared)
        {
            return shared;
        }

        HelperForm? helper = null;
        if (site.TakesArguments)
        {
            helper = new HelperPlanner(site, HelperPlanner.VaryingOf(site, catalog, a => Invariance.IsInvariant(a, region)), summaries, catalog, options).FormOfFanOut(takesOptions: pacing is not null, out var change);
            if (helper is null or { Varying.IsEmpty: true } || site.Invocation.Arguments.Any(static a => a.ArgumentKind == ArgumentKind.ParamArray))
            {
                return change is null ? PlanResult.Silent : change;
            }
        }

        // What a request is made of must not be changed before the batch is sent.
        var halves = new Halves(parts);
        foreach (var part in parts.All.Where(static p => p.Role != Role.Leaf))
        {
            halves.AddToPrepare(part);
        }

        return halves.Find().FirstOrDefault(static c => !c.IsSoft) is { } conflict
            ? Describe.Conflict(conflict)
            : new GatherPlan { Site = site, Helper = helper, Options = site.ArgumentSyntax(site.Call.Options), Token = site.ArgumentSyntax(site.Call.Token), Pacing = pacing };
    }

    /// <summary>Whether the loop makes another call, or waits for something that may be waiting for an answer.</summary>
    private bool IsOther(Parts parts) =>
        parts.All.Where(static p => p.Role is not Role.Leaf and not Role.Header).Any(p => p.Operation.DescendantsAndSelf().Any(o => o is IInvocationOperation call && call != site.Invocation
            && (summaries.IsModelCall(call.TargetMethod) || KnownMethods.Acquires(call.TargetMethod) || call.TargetMethod.Name is "WhenAny" or "WhenAll")));
}
