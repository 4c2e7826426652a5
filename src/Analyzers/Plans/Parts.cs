using System.Collections.Immutable;
using BatchMigrate.Analyzers.Dependence;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>An iteration of the planned loop, cut into pieces in the order in which they run.</summary>
internal sealed class Parts
{
    private readonly CallSite site;
    private readonly Origins origins;
    private readonly Summaries summaries;
    private readonly List<ILoopOperation> loops;

    public Parts(CallSite site, Region region, ImmutableArray<PathNode> path, Origins origins, Summaries summaries)
    {
        this.site = site;
        this.origins = origins;
        this.summaries = summaries;
        Path = path;
        Region = region;
        loops = [.. path.OfType<LoopNode>().Select(static n => n.Loop)];
        InnermostLevel = 0;
        var after = new Stack<Part>();
        if (region.Loop is { } loop)
        {
            loops.Insert(0, loop);
            All.Add(Header(loop, 0));
        }

        for (var level = 0; level < path.Length; level++)
        {
            Cut(path[level], level, after);
        }

        All.AddRange(after);
        for (var i = 0; i < All.Count; i++)
        {
            All[i].Index = i;
        }
    }

    /// <summary>What runs for each item.</summary>
    public Region Region { get; }

    /// <summary>The loop that is taken apart; only asked for where the region is one.</summary>
    public ILoopOperation Loop => Region.Loop!;

    public ImmutableArray<PathNode> Path { get; }

    /// <summary>The first level that lies inside the innermost loop.</summary>
    public int InnermostLevel { get; private set; }

    public List<Part> All { get; } = [];

    /// <summary>The parameters of a called method of source that get another argument for each item.</summary>
    public ImmutableArray<IParameterSymbol> Varying { get; init; } = [];

    public Part Request { get; private set; } = null!;

    /// <summary>The call of a client with what it is asked; null where a method of source is called, which may do anything with its arguments.</summary>
    public SyntaxNode? Asking => site.TakesArguments ? null : site.Invocation.Syntax;

    /// <summary>What the model call itself reads, when it runs: later than in the original loop.</summary>
    public List<Access> Call { get; } = [];

    /// <summary>What the method that is called changes, for all items before anything is done with its results.</summary>
    public List<Access> CallWrites { get; } = [];

    /// <summary>What tools that the model is given may change while it is asked.</summary>
    public List<Access> ToolWrites { get; } = [];

    /// <summary>What the method that is called reads by itself, rather than through its arguments.</summary>
    public List<Access> OwnReads { get; } = [];

    /// <summary>How the client is reached. Only code that is known to put another client there matters.</summary>
    public IReadOnlyList<Access> ReceiverReads { get; private set; } = [];

    public bool AsksPerson { get; private set; }

    /// <summary>Whether the second half would run in another order because a loop lies between the planned loop and the call.</summary>
    public bool IsNested => InnermostLevel > 0;

    private void Cut(PathNode node, int level, Stack<Part> after)
    {
        switch (node)
        {
            case BlockNode block:
                All.AddRange(block.Before.Select(s => Cut(s, Role.Before, level)));
                foreach (var part in block.After.Reverse().Select(s => Cut(s, Role.After, level)))
                {
                    after.Push(part);
                }

                break;
            case IfNode @if:
                All.Add(Cut(@if.If.Condition, Role.Condition, level));
                if (@if.OtherBranch is { } other)
                {
                    All.Add(Cut(other, Role.Otherwise, level));
                }

                break;
            case TryNode @try:
                foreach (var handler in @try.Try.Catches.Cast<IOperation>().Concat(@try.Try.Finally is { } last ? [last] : []).Reverse())
                {
                    after.Push(Cut(handler, Role.Handler, level));
                }

                break;
            case LoopNode loop:
                InnermostLevel = level + 1;
                All.Add(Header(loop.Loop, level));
                break;
            case LeafNode leaf:
                CutLeaf(leaf.Statement, level);
                break;
        }
    }

    private void CutLeaf(IOperation statement, int level)
    {
        var collector = new AccessCollector(origins, summaries);
        List<IOperation?> prepared = !site.TakesArguments
            ? [site.Argument(site.Call.Request), site.Argument(site.Call.Options), site.Argument(site.Call.Token)]
            : [.. site.Invocation.Arguments.Select(static a => a.Value)];
        foreach (var argument in prepared)
        {
            collector.Visit(argument);
        }

        AsksPerson |= collector.AsksPerson;
        Request = new Part((site.TakesArguments ? null : prepared[0]) ?? site.Invocation, Role.Request, level, [.. OfItems(collector.Accesses).Where(a => !NamesClient(a.Place))], Exits.Of([site.Invocation], loops, Region.Loop is null));
        All.Add(Request);
        if (site.TakesArguments)
        {
            var method = site.Helper?.Method ?? site.Call.Method;
            var called = new AccessCollector(origins, summaries);
            called.Call(method, site.Invocation);
            AsksPerson |= called.AsksPerson;
            Call.AddRange(called.Accesses.Where(a => !a.IsWrite && !NamesClient(a.Place)));
            CallWrites.AddRange(called.Accesses.Where(static a => a.IsWrite));
            OwnReads.AddRange((summaries.Find(method, origins.Depth)?.Accesses ?? []).Where(static a => !a.IsWrite && a.Place.Root is not IParameterSymbol)
                .SelectMany(a => origins.Translate(a.Place, method, site.Invocation.Instance, site.Invocation.Arguments).Select(p => a with { Place = p, Node = site.Invocation.Syntax })));
        }
        else
        {
            foreach (var place in prepared.SelectMany(origins.ReachOf))
            {
                Call.Add(new Access(OfItem(place).Then(Step.Reach), IsWrite: false, Certain: true, site.Invocation.Syntax));
            }

            var late = new AccessCollector(origins, summaries);
            late.Visit(prepared[1]);
            late.Visit(prepared[2]);
            Call.AddRange(OfItems(late.Accesses).Where(static a => !a.IsWrite));
        }

        foreach (var place in site.Invocation.Arguments.SelectMany(a => origins.ToolsOf(a.Value)))
        {
            CallWrites.Add(new Access(OfItem(place).Then(Step.Reach), IsWrite: true, Certain: true, site.Invocation.Syntax));
            ToolWrites.Add(CallWrites[CallWrites.Count - 1]);
        }

        var receiver = new AccessCollector(origins, summaries);
        receiver.Visit(site.Receiver);
        ReceiverReads = [.. OfItems(receiver.Accesses), .. OfItems(collector.Accesses).Where(a => NamesClient(a.Place))];
        foreach (var part in All.Where(static p => p.HasLambda))
        {
            Call.AddRange(part.Accesses);
        }

        All.Add(Cut(statement, Role.Leaf, level, site.Replaced));
    }

    /// <summary>Whether a place holds a client, which a method of the program is given or has instead of being called on it. What is in a store is another thing.</summary>
    private bool NamesClient(Place place) => site.CallsHelper && !place.Path.Contains(Step.Any) && (place.Path.LastOrDefault(static s => s is ISymbol) ?? place.Root) switch
    {
        ILocalSymbol local => IsClient(local.Type),
        IParameterSymbol parameter => IsClient(parameter.Type),
        IFieldSymbol field => IsClient(field.Type),
        IPropertySymbol property => IsClient(property.Type),
        _ => false,
    };

    private bool IsClient(ITypeSymbol type) => Catalog.BoundCatalog.For(site.Invocation.SemanticModel!.Compilation).IsClient(type);

    /// <summary>What a parameter holds is another object for each item, as it is for the variable of a loop.</summary>
    private List<Access> OfItems(List<Access> accesses) =>
        Region.Loop is null ? [.. accesses.Select(a => a with { Place = OfItem(a.Place) })] : accesses;

    private Place OfItem(Place place) =>
        Region.Loop is null && !place.Path.IsEmpty && Region.IsItem(place.Root) ? new Place(place.Root, [Step.Own, .. place.Path]) : place;

    private Part Cut(IOperation operation, Role role, int level, IOperation? except = null)
    {
        var collector = new AccessCollector(origins, summaries) { Except = except };
        collector.Visit(operation);
        AsksPerson |= collector.AsksPerson;
        return new Part(operation, role, level, OfItems(collector.Accesses), Exits.Of([operation], loops, Region.Loop is null));
    }

    private Part Header(ILoopOperation loop, int level)
    {
        var collector = new AccessCollector(origins, summaries);
        switch (loop)
        {
            case IForEachLoopOperation forEach:
                // A collection is there before the loop starts; anything else may run code for each item.
                if (loop != Region.Loop || !TypeFacts.IsCollection(WithoutConversion(forEach.Collection).Type))
                {
                    collector.Visit(forEach.Collection);
                }

                foreach (var place in origins.SlotsOf(forEach.Collection).Where(static p => !p.EndsInReach))
                {
                    collector.Accesses.Add(new Access(place.Then(Step.Any), IsWrite: false, Certain: true, forEach.Collection.Syntax));
                }

                break;
            case IForLoopOperation @for:
                foreach (var operation in (loop == Region.Loop ? [] : @for.Before).Concat(@for.AtLoopBottom))
                {
                    collector.Visit(operation);
                }

                collector.Visit(@for.Condition);
                break;
        }

        AsksPerson |= collector.AsksPerson;
        return new Part(loop, Role.Header, level, collector.Accesses, new Exits());
    }

    public static IOperation WithoutConversion(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }
}
