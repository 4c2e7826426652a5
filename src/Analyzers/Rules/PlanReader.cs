using System.Runtime.CompilerServices;
using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Configuration;
using BatchMigrate.Analyzers.Plans;
using BatchMigrate.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using CallSite = BatchMigrate.Analyzers.Sites.CallSite;

namespace BatchMigrate.Analyzers.Rules;

/// <summary>What the rules and the fixes share: each call is planned once, whoever asks first.</summary>
internal static class PlanReader
{
    private static readonly ConditionalWeakTable<IInvocationOperation, Answer> Answers = new();

    /// <summary>The site and the planner's answer for a call; null when it is not a catalogued call, or nothing can be said of it.</summary>
    public static Planned? Read(IInvocationOperation invocation, BoundCatalog catalog, AnalyzerConfigOptionsProvider options) =>
        !SiteFinder.MayRepeat(catalog, invocation) ? null // Most calls end here: nothing is allocated for them.
        : Answers.TryGetValue(invocation, out var known) ? known.Planned
        : Plan(invocation, catalog, options);

    private static Planned? Plan(IInvocationOperation invocation, BoundCatalog catalog, AnalyzerConfigOptionsProvider options) =>
        Answers.GetValue(invocation, i => new Answer(Look(i, catalog, options))).Planned;

    private static Planned? Look(IInvocationOperation invocation, BoundCatalog catalog, AnalyzerConfigOptionsProvider options)
    {
        var set = Settings.Read(options.GetOptions(invocation.Syntax.SyntaxTree));
        return SiteFinder.Find(catalog, invocation, set.HelperDepth, method => Siblings.Named(method, set) is not null) is { } site ? new Planned(site, Planner.Plan(site, catalog, set)) : null;
    }

    /// <summary>The rule that a site belongs to.</summary>
    public static DiagnosticDescriptor RuleOf(CallSite site) =>
        site.Row is not null ? Descriptors.IndependentCompletions
        : OfKind(site.Call.Entry.Kind) is { } rule ? rule
        : site.CallsHelper ? Descriptors.RepeatedHelper
        : site.IsFannedOut ? Descriptors.FannedOutCompletion
        : Descriptors.SequentialCompletion;

    /// <summary>The rule of a kind of call that has one of its own, wherever it is repeated.</summary>
    private static DiagnosticDescriptor? OfKind(CallKind kind) => kind switch
    {
        CallKind.Embedding => Descriptors.SingleEmbedding,
        CallKind.StoreWrite => Descriptors.SingleStoreWrite,
        CallKind.StoreSearch => Descriptors.SingleStoreSearch,
        _ => null,
    };

    /// <summary>What was found out about a call, also where it is nothing.</summary>
    private sealed record Answer(Planned? Planned);

    internal sealed class Planned(CallSite site, PlanResult result)
    {
        public CallSite Site { get; } = site;

        public PlanResult Result { get; } = result;

        /// <summary>The rule that the site belongs to.</summary>
        public DiagnosticDescriptor Rule => RuleOf(Site);
    }
}
