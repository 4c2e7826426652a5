using System.Collections.Immutable;
using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Plans;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Rules;

/// <summary>
/// BM0001 to BM0007 and BM0010: finds calls that ask for one item at a time. One analyzer for all of them, because the compiler would show every call of a program to each, and most calls are of no interest to any.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RepeatedCallAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.SequentialCompletion, Descriptors.FannedOutCompletion, Descriptors.RepeatedHelper, Descriptors.IndependentCompletions,
        Descriptors.SingleEmbedding, Descriptors.SingleStoreWrite, Descriptors.SingleStoreSearch, Descriptors.BlockedLoop,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var catalog = BoundCatalog.For(start.Compilation);
            if (!catalog.IsEmpty)
            {
                start.RegisterOperationAction(call => Analyze(call, catalog), OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, BoundCatalog catalog)
    {
        if (PlanReader.Read((IInvocationOperation)context.Operation, catalog, context.Options.AnalyzerConfigOptionsProvider) is { } planned && Find(planned) is { } diagnostic)
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    /// <summary>What is reported for a call; null where nothing is.</summary>
    internal static Diagnostic? Find(PlanReader.Planned planned)
    {
        var (site, method) = (planned.Site, planned.Site.Call.Entry.Method);
        if (planned.Result.Blocker is { } blocker)
        {
            ImmutableArray<Location> places = blocker.Other is null ? [blocker.At] : [blocker.At, blocker.Other];
            return Diagnostic.Create(Descriptors.BlockedLoop, site.Location, places, method, blocker.Reason);
        }

        return planned.Result.Plan is { } plan && MessageOf(planned.Rule, plan, method) is { } message ? Diagnostic.Create(planned.Rule, site.Location, message) : null;
    }

    /// <summary>What the message of a rule names; null where the rule has nothing to say.</summary>
    private static object[]? MessageOf(DiagnosticDescriptor rule, Plan plan, string method) => (rule.Id, plan) switch
    {
        ("BM0001", BatchPlan loop) => [TripsOf(loop, method), plan.BatchForm],
        ("BM0002", _) => [$"These '{method}' requests are fanned out by hand{(plan is FanOutPlan { Limit: not null } ? string.Empty : ", without a limit")}", plan.BatchForm],
        ("BM0003", _) => [$"'{method}' is called for one item at a time", plan.BatchForm],
        ("BM0004", RowPlan row) => [row.Sites.Length, method, plan.BatchForm],
        ("BM0001" or "BM0004", _) => null,
        ("BM0005", _) => [method, plan.BatchForm, plan.BatchForm.StartsWith("Batch.", StringComparison.Ordinal) ? "sends them together" : "packs many into a request"],
        _ => [method, plan.BatchForm],
    };

    private static string TripsOf(BatchPlan plan, string method) =>
        (plan.Loop == plan.Innermost ? Repetition.Count(plan.Loop) : null) is { } times ? $"These {times} '{method}' round trips are made" : $"This loop makes one '{method}' round trip per {ItemOf(plan)},";

    private static string ItemOf(BatchPlan plan) => plan.Innermost.Syntax switch
    {
        ForEachStatementSyntax { Identifier.ValueText: { Length: > 1 } name } => $"'{name}'",
        _ => "item",
    };
}
