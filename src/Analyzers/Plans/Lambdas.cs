using System.Collections.Immutable;
using BatchMigrate.Analyzers.Dependence;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Plans;

/// <summary>When the first half has to become a lambda: may it?</summary>
internal static class Lambdas
{
    public static bool IsAsynchronousForEach(this ILoopOperation loop) => loop is IForEachLoopOperation { IsAsynchronous: true };

    /// <summary>What keeps a loop from being streamed.</summary>
    public static Blocker? FindStreamingMisfit(CallSite site, Parts parts, Halves halves, ImmutableArray<Carried> carried, IOperation? yields)
    {
        var at = parts.Loop.Syntax.GetFirstToken().GetLocation();
        if (yields is not null && !site.IsAsync)
        {
            return new Blocker("a synchronous iterator hands out each item at once", yields.Syntax.GetLocation());
        }

        if (yields is not null && halves.Consume.Where(static p => p.Role is Role.Leaf or Role.After).SelectMany(static p => p.Operation.DescendantsAndSelf()).OfType<IInvocationOperation>()
            .FirstOrDefault(call => call != site.Invocation && BoundCatalogOf(call)?.Find(call.TargetMethod) is not null) is { } second)
        {
            return new Blocker("a 'yield' stands between two calls", yields.Syntax.GetLocation(), second.Syntax.GetLocation());
        }

        if (parts.IsNested || parts.Loop is not IForEachLoopOperation { Locals.Length: 1 } loop)
        {
            return new Blocker("answers that are read one by one need a single 'foreach' with one variable", at);
        }

        if (site.Call.Entry.StreamMethod is null)
        {
            return new Blocker("this call has no batch form that gives its answers one by one", site.Location);
        }

        if (loop.IsAsynchronous && loop.SemanticModel?.GetTypeInfo(StreamSource(loop)).Type is not INamedTypeSymbol { Name: "IAsyncEnumerable" })
        {
            return new Blocker("the source is not an 'IAsyncEnumerable<T>' itself", loop.Collection.Syntax.GetLocation());
        }

        if (StreamToken(loop) is { } token && site.ArgumentSyntax(site.Call.Token) is { } own && !own.IsEquivalentTo(token))
        {
            return new Blocker("the source and the call have different cancellation tokens", token.GetLocation(), own.GetLocation());
        }

        if (halves.Consume.Any(p => p.Role == Role.Before && p.IsGuard) is false && parts.All.FirstOrDefault(static p => p.IsGuard) is { } guard)
        {
            return new Blocker("items that ask nothing keep their place among answers that are read one by one", guard.Operation.Syntax.GetLocation());
        }

        if (carried.FirstOrDefault(c => !SymbolEqualityComparer.Default.Equals(c.Symbol, loop.Locals[0])) is { } other)
        {
            return new Blocker($"'{other.Name}' is made before the call and needed after it, and answers that are read one by one carry only their item", other.Symbol.Locations[0]);
        }

        return FindUncapturable(Prepared(parts, halves));
    }

    /// <summary>The source of a loop without the token and the await's configuration, which the batch call takes over.</summary>
    public static ExpressionSyntax StreamSource(ILoopOperation loop)
    {
        var source = ((ForEachStatementSyntax)loop.Syntax).Expression;
        while (source is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WithCancellation" or "ConfigureAwait", Expression: var inner } })
        {
            source = inner;
        }

        return source;
    }

    /// <summary>The token that the source of a loop is given.</summary>
    public static ExpressionSyntax? StreamToken(ILoopOperation loop)
    {
        var source = ((ForEachStatementSyntax)loop.Syntax).Expression;
        while (source is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WithCancellation" or "ConfigureAwait" } member, ArgumentList.Arguments: var arguments })
        {
            if (member.Name.Identifier.ValueText == "WithCancellation" && arguments.Count == 1)
            {
                return arguments[0].Expression;
            }

            source = member.Expression;
        }

        return null;
    }

    /// <summary>What keeps the preparation of a request from becoming part of its item.</summary>
    public static Blocker? FindSelectorMisfit(CallSite site, Parts parts, Halves halves, ImmutableArray<Carried> carried, IOperation thrower)
    {
        var inside = InsideTry(parts, halves);
        if (FindOvertaken(parts, halves, inside) is { } overtaken)
        {
            return overtaken;
        }

        return !site.Call.Entry.HasOwnBatchForm
            || inside.Any(static p => p.IsGuard || p.Role != Role.Before || p.Exits is { Break: not null })
            || inside.SelectMany(static p => p.Declared).Any(s => carried.Any(c => SymbolEqualityComparer.Default.Equals(c.Symbol, s)))
            || FindUncapturable(inside.Append(parts.Request)) is not null
            ? Misfit(thrower)
            : null;
    }

    /// <summary>The lambda runs when the first loop has ended: what that loop changes from item to item it would see as the last item has left it.</summary>
    private static Blocker? FindOvertaken(Parts parts, Halves halves, List<Part> inside)
    {
        var late = inside.Append(parts.Request).SelectMany(static p => p.Accesses).ToList();
        foreach (var part in halves.Prepare.Where(p => p.Role is not (Role.Header or Role.Request) && !inside.Contains(p)))
        {
            foreach (var write in part.Accesses.Where(a => a.IsWrite && !a.IsSoft && !(a.Place.Root is ISymbol symbol && Invariance.IsDeclaredIn(symbol, parts.Loop))))
            {
                if (late.Find(read => !read.IsSoft && Place.Overlap(write.Place, read.Place, sameIteration: false)) is { Node: not null } read)
                {
                    return Describe.Conflict(new Conflict(write, part, read, IsFeedback: false));
                }
            }
        }

        return null;
    }

    /// <summary>What stands in the way where it cannot.</summary>
    public static Blocker Misfit(IOperation thrower) => new("the request is prepared inside a 'try' that would see what its preparation throws", thrower.Syntax.GetLocation());

    /// <summary>The variables of the loop that the preparation of a request uses, once it begins at the <c>try</c>.</summary>
    public static IEnumerable<ISymbol> NeededBySelector(Parts parts, Halves halves)
    {
        var inside = InsideTry(parts, halves);
        return Outside([.. inside, parts.Request], parts.Loop).Distinct(SymbolEqualityComparer.Default)!;
    }

    private static List<Part> InsideTry(Parts parts, Halves halves) =>
        [.. halves.Prepare.Where(p => p.Role is Role.Before or Role.Condition or Role.Otherwise && parts.Path.Take(p.Level).Any(static n => n is TryNode))];

    /// <summary>The variables of the loop that pieces use and do not declare themselves.</summary>
    private static IEnumerable<ISymbol> Outside(IReadOnlyCollection<Part> pieces, ILoopOperation loop)
    {
        var own = new HashSet<ISymbol>(pieces.SelectMany(static p => p.Declared), SymbolEqualityComparer.Default);
        return pieces.SelectMany(static p => p.Operation.DescendantsAndSelf()).OfType<ILocalReferenceOperation>()
            .Where(l => !l.IsDeclaration && !own.Contains(l.Local) && Invariance.IsDeclaredIn(l.Local, loop)).Select(static l => (ISymbol)l.Local);
    }

    private static IEnumerable<Part> Prepared(Parts parts, Halves halves) =>
        parts.All.Where(p => p.Role is Role.Request || (p.Role is Role.Before or Role.Condition && halves.Prepare.Contains(p)) || p.IsGuard);

    private static Blocker? FindUncapturable(IEnumerable<Part> pieces)
    {
        foreach (var operation in pieces.SelectMany(static p => p.Operation.DescendantsAndSelf()))
        {
            var reason = operation switch
            {
                IAwaitOperation => "the request is prepared by another awaited call",
                IBranchOperation { BranchKind: BranchKind.Break } => "'break' cannot leave the lambda that prepares the request",
                _ => Uncapturable(operation),
            };
            if (reason is not null)
            {
                return new Blocker(reason, operation.Syntax.GetLocation());
            }
        }

        return null;
    }

    /// <summary>Why a lambda cannot hold what an operation names; null where it can.</summary>
    public static string? Uncapturable(IOperation operation) => operation switch
    {
        IParameterReferenceOperation { Parameter.RefKind: not RefKind.None } or ILocalReferenceOperation { Local.RefKind: not RefKind.None } => "a reference cannot be captured by the lambda that prepares the request",
        IParameterReferenceOperation { Type.IsRefLikeType: true } or ILocalReferenceOperation { Type.IsRefLikeType: true } => "a span cannot be captured by the lambda that prepares the request",
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type.IsValueType: true } => "a struct's 'this' cannot be captured by the lambda that prepares the request",
        _ => null,
    };

    private static Catalog.BoundCatalog? BoundCatalogOf(IOperation operation) =>
        operation.SemanticModel is { } model ? Catalog.BoundCatalog.For(model.Compilation) : null;
}
