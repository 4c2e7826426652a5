using System.Collections.Immutable;
using BatchMigrate.Analyzers.Plans;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BatchMigrate.Analyzers.Rules;

/// <summary>BM0001: finds chat completions that a loop requests one after another although no iteration needs another one's answer.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SequentialCompletionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.SequentialCompletion];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        PlanReader.OnCalls(context, Find);
    }

    private static Diagnostic? Find(PlanReader.Planned planned)
    {
        if (planned is { Result.Plan: BatchPlan plan } && planned.Rule == Descriptors.SequentialCompletion)
        {
            var entry = planned.Site.Call.Entry;
            var count = plan.Loop == plan.Innermost ? Repetition.Count(plan.Loop) : null;
            var trips = count is { } times ? $"These {times} '{entry.Method}' round trips are made" : $"This loop makes one '{entry.Method}' round trip per {Item(plan)},";
            return Diagnostic.Create(Descriptors.SequentialCompletion, planned.Site.Location, trips, plan.BatchForm);
        }

        return null;
    }

    private static string Item(BatchPlan plan) => plan.Innermost.Syntax switch
    {
        ForEachStatementSyntax { Identifier.ValueText: { Length: > 1 } name } => $"'{name}'",
        _ => "item",
    };
}
