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
    private static readonly ConditionalWeakTable<IInvocationOperation, Planned> Known = new();

    /// <summary>The site and the planner's answer for a call; null when it is not a catalogued call, or nothing can be said of it.</summary>
    public static Planned? Read(IInvocationOperation invocation, BoundCatalog catalog, AnalyzerConfigOptionsProvider options)
    {
        // Most calls end here: nothing is allocated for them.
        if (!SiteFinder.MayRepeat(catalog, invocation))
        {
            return null;
        }

        return Known.TryGetValue(invocation, out var planned) ? planned : Plan(invocation, catalog, Settings.Read(options.GetOptions(invocation.Syntax.SyntaxTree)));
    }

    private static Planned? Plan(IInvocationOperation invocation, BoundCatalog catalog, PlanOptions options) =>
        SiteFinder.Find(catalog, invocation, options.HelperDepth, options.IsNamed) is { } site ? Plan(site, catalog, options) : null;

    private static Planned Plan(CallSite site, BoundCatalog catalog, PlanOptions options) => Known.GetValue(site.Invocation, _ => new Planned(site, Planner.Plan(site, catalog, options)));

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

    internal sealed class Planned(CallSite site, PlanResult result)
    {
        public CallSite Site { get; } = site;

        public PlanResult Result { get; } = result;

        /// <summary>The rule that the site belongs to.</summary>
        public DiagnosticDescriptor Rule => RuleOf(Site);
    }
}
