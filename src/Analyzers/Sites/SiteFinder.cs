using System.Collections.Immutable;
using BatchMigrate.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Sites;

/// <summary>Starts at the rare node, the model call, and climbs to what repeats it.</summary>
internal static class SiteFinder
{
    /// <summary>Deeper than code that a person writes: to climb any further from each of many calls would make the work grow with the square of their number.</summary>
    private const int MostLevels = 2_000;

    /// <summary>A cheap look at a call: whether it could ask a model, and something repeats it. A call that neither bears a name of the catalogue nor stands in a loop or lambda is none.</summary>
    public static bool MayRepeat(BoundCatalog catalog, IInvocationOperation invocation)
    {
        if (invocation.Syntax is not InvocationExpressionSyntax)
        {
            return false;
        }

        var method = invocation.TargetMethod;
        return catalog.HasName(method.Name)
            || MethodGroup.IsCandidate(invocation)
            || ((AwaitOf(invocation) is not null || IsSource(method, catalog)) && IsRepeated(invocation));
    }

    private static bool IsSource(IMethodSymbol method, BoundCatalog catalog) =>
        ReferenceEquals(method.ContainingAssembly, catalog.Compilation.Assembly) || method.Locations.Any(static l => l.IsInSource);

    /// <summary>Whether a loop or a lambda is around a call.</summary>
    private static bool IsRepeated(IInvocationOperation invocation)
    {
        var level = 0;
        for (var current = invocation.Parent; current is not null && level < MostLevels; current = current.Parent, level++)
        {
            if (current is ILoopOperation or IAnonymousFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="catalog">The calls that ask a model.</param>
    /// <param name="invocation">A call.</param>
    /// <param name="depth">How many calls deep methods of source are followed to one that asks.</param>
    /// <param name="isNamed">Whether the user has named a method for many items for a method.</param>
    public static CallSite? Find(BoundCatalog catalog, IInvocationOperation invocation, int depth, Func<IMethodSymbol, bool> isNamed)
    {
        // A reduced extension call may also be written as a static call: both bind to the same definition.
        if (invocation.Syntax is not InvocationExpressionSyntax)
        {
            return null;
        }

        if (MethodGroup.IsCandidate(invocation))
        {
            return FindGroup(catalog, invocation, depth, isNamed);
        }

        var asked = catalog.Find(invocation.TargetMethod);
        var helper = asked is null ? Helpers.For(catalog.Compilation).Find(invocation.TargetMethod, depth, invocation.SemanticModel) : null;
        if (asked is null && helper is null && (depth == 0 || !(isNamed(invocation.TargetMethod) || IsHandedClient(catalog, invocation))))
        {
            return null;
        }

        var call = asked ?? HelperCall(invocation.TargetMethod, helper);

        // What neither asks nor is awaited is a method of source, or of no interest.
        var isStream = asked is not null && Consumption.IsStream(invocation.TargetMethod.ReturnType);
        var isAsync = isStream || Helpers.IsTaskLike(invocation.TargetMethod.ReturnType);
        var consumption = isAsync ? Consumption.Of(invocation) : null;
        var replaced = isAsync ? consumption?.Replaced : invocation;
        if (replaced is null)
        {
            return isStream ? null : FindStarted(call, helper, invocation);
        }

        var loops = ImmutableArray<ILoopOperation>.Empty;
        var level = 0;
        for (var (child, parent) = (replaced, replaced.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            if (++level > MostLevels)
            {
                return null;
            }

            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                break;
            }

            if (parent is ILoopOperation loop && loop.Body == child)
            {
                loops = loops.Add(loop);
            }
        }

        return !loops.IsEmpty ? new CallSite(call, invocation, replaced, isAsync, loops) { Helper = helper, Consumption = consumption }
            : FindFanOut(call, helper, invocation, replaced, isAsync) ?? (asked is null || isStream ? null : FindRow(asked, invocation, replaced, isAsync));
    }

    private static CallSite? FindGroup(BoundCatalog catalog, IInvocationOperation select, int depth, Func<IMethodSymbol, bool> isNamed) =>
        MethodGroup.Find(select) is { } group && (Helpers.For(catalog.Compilation).Find(group.Method, depth, select.SemanticModel), isNamed(group.Method)) is var (helper, named) && (helper is not null || (named && depth > 0))
            ? new CallSite(HelperCall(group.Method, helper), select, group.Join, IsAsync: true, []) { Group = group, Helper = helper }
            : null;

    /// <summary>Whether a method of another assembly gets a client: then it is likely to ask it. Whether its source is at hand does not matter.</summary>
    private static bool IsHandedClient(BoundCatalog catalog, IInvocationOperation invocation) =>
        invocation.TargetMethod is { ContainingType: { ContainingNamespace: { } space } type } method && !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, catalog.Compilation.Assembly)
        && !IsBelowSystem(space) && !catalog.IsLibrary(type.ContainingAssembly)
        && (IsGivenClient(catalog, invocation) || HoldsClient(catalog, type));

    private static bool IsGivenClient(BoundCatalog catalog, IInvocationOperation invocation) => invocation.Arguments.Any(a => a.Value.Type is { } given && catalog.IsClient(given));

    private static bool IsBelowSystem(INamespaceSymbol space)
    {
        while (space.ContainingNamespace is { IsGlobalNamespace: false } outer)
        {
            space = outer;
        }

        return space.Name.StartsWith("System", StringComparison.Ordinal);
    }

    /// <summary>Whether objects of a type are made with a client.</summary>
    private static bool HoldsClient(BoundCatalog catalog, INamedTypeSymbol type) =>
        type.InstanceConstructors.Any(c => c.DeclaredAccessibility == Accessibility.Public && c.Parameters.Any(p => catalog.IsClient(p.Type)));

    /// <summary>The call inside a body that is called for each item: its task is awaited there, or handed back.</summary>
    public static CallSite? FindWithin(BoundCatalog catalog, IInvocationOperation invocation)
    {
        if (invocation.Syntax is not InvocationExpressionSyntax || catalog.Find(invocation.TargetMethod) is not { } call)
        {
            return null;
        }

        var isAsync = Helpers.IsTaskLike(invocation.TargetMethod.ReturnType) || Consumption.IsStream(invocation.TargetMethod.ReturnType);
        IOperation replaced = isAsync ? Consumption.Of(invocation)?.Replaced ?? invocation : invocation;
        return isAsync && replaced == invocation && invocation.Parent is not IReturnOperation ? null : new CallSite(call, invocation, replaced, isAsync, []);
    }

    private static SingleCall HelperCall(IMethodSymbol method, Helper? helper)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        var name = definition.Name;
        var batch = name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Async".Length) + "BatchAsync" : name + "Batch";
        var token = definition.Parameters.FirstOrDefault(static p => p.Type is { Name: "CancellationToken", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } });
        return new SingleCall(new CallEntry(definition.ContainingType.ToDisplayString(), name, string.Empty, string.Empty, null, null, batch, []) { Kind = helper?.Kind ?? CallKind.Completion }, definition, null, null, token, RequestShape.Arguments);
    }

    private static CallSite? FindRow(SingleCall call, IInvocationOperation invocation, IOperation replaced, bool isAsync) =>
        Row.Find(replaced) is { } row ? new CallSite(call, invocation, replaced, isAsync, []) { Row = row } : null;

    /// <summary>A call that is awaited in a lambda, or synchronous there.</summary>
    private static CallSite? FindFanOut(SingleCall call, Helper? helper, IInvocationOperation invocation, IOperation replaced, bool isAsync) =>
        FanOutFinder.Find(replaced) is { } fanOut ? new CallSite(call, invocation, replaced, isAsync, []) { FanOut = fanOut, Helper = helper } : null;

    /// <summary>A call whose task a lambda hands on, or a loop keeps.</summary>
    private static CallSite? FindStarted(SingleCall call, Helper? helper, IInvocationOperation invocation) =>
        TaskLocal.Skip(invocation).Parent is IReturnOperation { Parent: IBlockOperation { Parent: IAnonymousFunctionOperation } }
            ? FindFanOut(call, helper, invocation, invocation, isAsync: true)
            : GatheredTasks.Find(invocation) is { } gathered ? new CallSite(call, invocation, invocation, IsAsync: true, []) { Gathered = gathered, Helper = helper } : null;

    /// <summary>The await that consumes the call's task at once, through <c>ConfigureAwait</c> if need be.</summary>
    public static IAwaitOperation? AwaitOf(IInvocationOperation invocation)
    {
        var parent = invocation.Parent;
        if (parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured && configured.Instance == invocation)
        {
            parent = configured.Parent;
        }

        return parent as IAwaitOperation;
    }
}
