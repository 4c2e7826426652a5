using System.Collections.Immutable;
using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Dependence;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using CallSite = BatchMigrate.Analyzers.Sites.CallSite;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>Asks whether a fan-out may become a batch. That its items are independent has been said by whoever wrote it.</summary>
internal sealed class FanOutPlanner(CallSite site, Executable executable, Summaries summaries, BoundCatalog catalog, PlanOptions options)
{
    private readonly FanOut fanOut = site.FanOut!;

    public PlanResult Plan()
    {
        var scope = ScopeOf();
        if (scope is null || scope.ContainsDiagnostics || fanOut.Body.DescendantsAndSelf().Any(static o => o.Kind == OperationKind.Invalid) || !IsFirstCall() || IsMeantOtherwise())
        {
            return PlanResult.Silent;
        }

        if (Throttle.Of(fanOut, executable.Root) is not { } throttle)
        {
            return PlanResult.Silent;
        }

        var (gate, misfit) = Gate.Find(fanOut, executable.Root);
        if ((misfit ?? new[] { scope, fanOut.Tasks?.Declaration, fanOut.Loop?.Syntax, gate?.Declaration, throttle.Unneeded }.OfType<SyntaxNode>().Select(Obstacle.Find).FirstOrDefault(static o => o is not null) ?? FindDeadline() ?? FindLock()) is { } blocker)
        {
            return blocker;
        }

        var shared = new SharedState(fanOut, executable, summaries, site.Call.Entry.HasOwnBatchForm ? site.Invocation.Syntax : null);
        if (shared.FindUnprotected(site.Argument(site.Call.Request), out var isConversation) is { } race)
        {
            return isConversation ? PlanResult.Silent : race;
        }

        // Items that are all started at once cannot see what others leave behind; later chunks, and items that wait for a place, can.
        var isFree = !shared.ReachesLaterItems(site.Replaced.Syntax);
        var chunks = isFree ? ChunkLoop.Find(fanOut, executable.Root) : null;
        var start = Hoisting.Find(fanOut, chunks);
        var split = isFree || (fanOut.Kind == JoinKind.WhenAll && gate is null) ? Split(gate, throttle) : null;
        var listsItems = (fanOut.Key is not null || (split is { IsPlain: false } && ReadsBeside(split))) && !CanBeWalkedAgain(chunks?.Source ?? fanOut.Source);
        if (start is null && listsItems)
        {
            // No line for the list: the whole body needs none.
            (split, listsItems) = (null, false);
        }

        if (start is null && (fanOut.Loop is not null || fanOut.Tasks is not null))
        {
            return PlanResult.Silent;
        }

        HelperForm? helper = null;
        if (!TryFindNarrowest([.. new[] { gate?.Count, throttle.Limit, chunks?.Size.Syntax as ExpressionSyntax }.OfType<ExpressionSyntax>()], out var limit))
        {
            // Nobody can say here which of them is the narrowest.
            return PlanResult.Silent;
        }

        if (site.TakesArguments)
        {
            helper = new HelperPlanner(site, HelperPlanner.VaryingOf(site, catalog, IsShared), summaries, catalog, options)
                .FormOfFanOut(limit is not null || !DoesNothingElse() || throttle.Token is not null || fanOut.Kind != JoinKind.WhenAll, out var unsafeChange);
            if (unsafeChange is not null)
            {
                return unsafeChange;
            }

            if (helper is null)
            {
                return PlanResult.Silent;
            }
        }

        return new FanOutPlan
        {
            Site = site,
            Helper = helper is OverlapForm ? null : helper,
            FanOut = fanOut,
            Split = split,
            Gate = gate,
            Chunks = chunks,
            Limit = limit,
            Token = helper is SiblingForm or SplitForm ? null : throttle.Token ?? (TokenOfBody() is { } token && !IsHanded(token) && IsShared(token, throttle) ? token : TokenBeside(gate)),
            Unneeded = [.. new[] { gate?.Declaration, throttle.Unneeded }.OfType<LocalDeclarationStatementSyntax>()],
            ListsItems = listsItems,
            Start = start,
        };
    }

    /// <summary>The code that changes; null where a statement is missing.</summary>
    private SyntaxNode? ScopeOf() =>
        fanOut.Taker.Syntax.FirstAncestorOrSelf<SyntaxNode>(static n => n is StatementSyntax or MemberDeclarationSyntax or ArrowExpressionClauseSyntax);

    private bool TryFindNarrowest(List<ExpressionSyntax> limits, out ExpressionSyntax? narrowest)
    {
        var numbers = limits.ConvertAll(limit => fanOut.Body.SemanticModel!.GetConstantValue(limit).Value as int?);
        narrowest = limits.Count == 0 ? null : limits[Math.Max(numbers.IndexOf(numbers.Min()), 0)];
        return !numbers.Contains(null) || limits.TrueForAll(limit => limit.IsEquivalentTo(limits[0], topLevel: false));
    }

    /// <summary>One body, one finding.</summary>
    private bool IsFirstCall() =>
        !fanOut.Body.Body.DescendantsAndSelf().Any(o => o is IInvocationOperation call && call != site.Invocation && call.Syntax.SpanStart < site.Invocation.Syntax.SpanStart
            && !call.Syntax.Span.Contains(site.Invocation.Syntax.Span) && (summaries.IsModelCall(call.TargetMethod) || Helpers.For(catalog.Compilation).Find(call.TargetMethod, options.HelperDepth) is not null));

    /// <summary>Whether an argument is the same for all items.</summary>
    private bool IsShared(IOperation argument) => !argument.DescendantsAndSelf().Any(o => (SymbolOf(o) is { } symbol && fanOut.IsInside(symbol)) || o is IAwaitOperation or IInvocationOperation { IsImplicit: false } or IIncrementOrDecrementOperation or IAssignmentOperation);

    /// <summary>Whether the body does nothing but call a method for its item, so that the method for many takes the items themselves.</summary>
    private bool DoesNothingElse() =>
        fanOut.Index is null && fanOut.Bound is null && fanOut.Tasks is null && fanOut.Run is null && fanOut.Key is null
        && fanOut.Body.Body.Operations.Length > 0 && fanOut.Body.Body.Operations[0] is IReturnOperation { ReturnedValue: { } value } && Parts.WithoutConversion(value) == site.Replaced
        && site.Invocation.Arguments.All(a => Projections.Looks(site.AskedBy(a)));

    /// <summary>Comparisons of several clients, benchmarks, dialogues, and pipelines whose readers wait for each answer.</summary>
    private bool IsMeantOtherwise()
    {
        var body = fanOut.Body.Body;
        var collector = new AccessCollector(new Origins(executable, null, summaries, depth: 0), summaries);
        collector.Visit(body);
        return collector.AsksPerson
            || (site.Receiver is null && !site.CallsHelper)
            || ((site.CallsHelper ? site.Invocation.Instance : site.Receiver)?.DescendantsAndSelf() ?? []).Any(o => o is IInvocationOperation or IObjectCreationOperation or IArrayElementReferenceOperation || (SymbolOf(o) is { } symbol && fanOut.IsInside(symbol)))
            || body.DescendantsAndSelf().Any(o => o is IInvocationOperation { TargetMethod.ContainingType: { } type } && (TypeFacts.IsIn(type, "System.Threading.Channels") || type.Name is "BlockingCollection" or "TaskCompletionSource" or "Barrier" or "CountdownEvent"))
            || (body.DescendantsAndSelf().Any(static o => o is ILocalReferenceOperation { Type.Name: "Stopwatch" }) && Times(body))
            || Repetition.IsAtMostOnce(fanOut.Source);
    }

    private static bool Times(IOperation body) => body.DescendantsAndSelf().Any(static o => o is IVariableDeclaratorOperation { Symbol.Type.Name: "Stopwatch" });

    /// <summary>A deadline of each item's own, which starts when the code starts it.</summary>
    private Blocker? FindDeadline()
    {
        foreach (var operation in fanOut.Body.Body.DescendantsAndSelf())
        {
            if (operation is IVariableDeclaratorOperation { Symbol.Type.Name: "CancellationTokenSource" } or IInvocationOperation { TargetMethod: { Name: "CancelAfter", ContainingType.Name: "CancellationTokenSource" } })
            {
                return new Blocker("each item has a deadline of its own", operation.Syntax.GetLocation());
            }
        }

        return null;
    }

    /// <summary>A lock that lets only one item ask at a time; what it guards may be what the next request is made of.</summary>
    private Blocker? FindLock()
    {
        for (var current = site.Replaced.Parent; current is not null && current != fanOut.Body; current = current.Parent)
        {
            if (current is ILockOperation)
            {
                return new Blocker("a 'lock' spans the call", current.Syntax.GetLocation());
            }
        }

        return null;
    }

    private BodySplit? Split(Gate? gate, Throttle throttle)
    {
        var body = gate is null ? fanOut.Body.Body : gate.Inner;
        if (body is null || !site.Call.Entry.HasOwnBatchForm || (fanOut.Run is not null && !site.IsAsync) || ReportsProgress())
        {
            return null;
        }

        // The batch has one token for all items, and nobody hands it to code after the call.
        var token = TokenOfBody();
        if ((token is not null && !IsShared(token, throttle)) || UsesOfToken() > (token is not null && IsHanded(token) ? 1 : 0))
        {
            return null;
        }

        var items = ImmutableArray.Create(fanOut.Item);
        if (fanOut.Index is { } index && body.DescendantsAndSelf().Any(o => Part.Refers(o, index)))
        {
            items = items.Add(index);
        }

        var region = new Region(gate is null ? fanOut.Body : body, body, fanOut.Body.Symbol, items);
        return BodySplitter.Split(site, region, executable, summaries, options, areIndependent: true).Split;
    }

    /// <summary>Progress that is told only when all answers are there is none.</summary>
    private bool ReportsProgress() =>
        fanOut.Body.Body.DescendantsAndSelf().OfType<IInvocationOperation>().Any(call =>
            call.TargetMethod is { Name: "Report", ContainingType.Name: "IProgress" or "Progress" }
            || (call.TargetMethod.MethodKind == MethodKind.DelegateInvoke && call.Syntax.SpanStart > site.Replaced.Syntax.SpanStart));

    private ExpressionSyntax? TokenOfBody() =>
        site.ArgumentSyntax(site.Call.Token) is { } token && token.ToString() is not ("default" or "CancellationToken.None") ? token : null;

    /// <summary>The token that ends the wait for a free place or for a thread.</summary>
    private ExpressionSyntax? TokenBeside(Gate? gate)
    {
        var token = gate?.Token ?? fanOut.Run?.Arguments.FirstOrDefault(static a => a is { ArgumentKind: ArgumentKind.Explicit, Value.Type.Name: "CancellationToken" })?.Value.Syntax as ExpressionSyntax;
        return token is IdentifierNameSyntax name && fanOut.Body.SemanticModel?.GetSymbolInfo(name).Symbol is { } symbol && !fanOut.IsInside(symbol) ? token : null;
    }

    /// <summary>Whether a token is the one that the fan-out hands to each body.</summary>
    private bool IsHanded(ExpressionSyntax token) =>
        fanOut.Token is { } own && token is IdentifierNameSyntax name && name.Identifier.ValueText == own.Name;

    private int UsesOfToken() =>
        fanOut.Token is { } own ? fanOut.Body.Body.DescendantsAndSelf().Count(o => Part.Refers(o, own)) : 0;

    /// <summary>Whether the token of the calls is one for all items, and no other one is given beside the body.</summary>
    private bool IsShared(ExpressionSyntax token, Throttle throttle)
    {
        if (IsHanded(token))
        {
            return true;
        }

        return site.Argument(site.Call.Token) is { } value && !value.DescendantsAndSelf().Any(o => SymbolOf(o) is { } symbol && fanOut.IsInside(symbol))
            && (throttle.Token is null || throttle.Token.IsEquivalentTo(token));
    }

    private static bool ReadsBeside(BodySplit split) =>
        split.ReadsItem || split.SeesFailure || split.Guard is not null || split.Region.Method is { ReturnsVoid: true } or { ReturnType: INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 0 } };

    private bool CanBeWalkedAgain(IOperation source)
    {
        source = Parts.WithoutConversion(source);
        return fanOut.Bound is null && fanOut.Index is null && TypeFacts.IsCollection(source.Type) && Carrying.IsStable(source);
    }

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
