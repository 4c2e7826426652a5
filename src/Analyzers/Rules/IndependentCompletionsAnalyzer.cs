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
        context.RegisterCompilationStartAction(static start =>
        {
            var catalog = BoundCatalog.For(start.Compilation);
            if (!catalog.IsEmpty)
            {
                start.RegisterOperationAction(c => Analyze(c, catalog), OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, BoundCatalog catalog)
    {
        if (PlanReader.Read((IInvocationOperation)context.Operation, catalog, context.Options.AnalyzerConfigOptionsProvider) is { Result.Plan: RowPlan row } planned)
        {
            var entry = planned.Site.Call.Entry;
            var batch = entry.HasOwnBatchForm ? entry.BatchMethod : "Batch." + entry.BatchMethod;
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.IndependentCompletions, planned.Site.Location, row.Sites.Length, entry.Method, batch));
        }
    }
}
