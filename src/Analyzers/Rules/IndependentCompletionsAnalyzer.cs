using System.Collections.Immutable;
using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Plans;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Rules;

/// <summary>BM0004: finds independent completions that stand one behind the other.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IndependentCompletionsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.IndependentCompletions];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        PlanReader.OnCalls(context, Find);
    }

    private static Diagnostic? Find(PlanReader.Planned planned)
    {
        if (planned is { Result.Plan: RowPlan row })
        {
            var entry = planned.Site.Call.Entry;
            var batch = entry.HasOwnBatchForm ? entry.BatchMethod : "Batch." + entry.BatchMethod;
            return Diagnostic.Create(Descriptors.IndependentCompletions, planned.Site.Location, row.Sites.Length, entry.Method, batch);
        }

        return null;
    }
}
