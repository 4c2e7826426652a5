using System.Collections.Immutable;
using BatchMigrate.Analyzers.Plans;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

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

    private static Diagnostic? Find(PlanReader.Planned planned) =>
        planned is { Result.Plan: RowPlan row }
            ? Diagnostic.Create(Descriptors.IndependentCompletions, planned.Site.Location, row.Sites.Length, planned.Site.Call.Entry.Method, row.BatchForm)
            : null;
}
