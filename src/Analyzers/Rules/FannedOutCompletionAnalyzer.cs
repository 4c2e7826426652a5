using System.Collections.Immutable;
using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Plans;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Analyzers.Rules;

/// <summary>BM0002: finds chat completions that are fanned out by hand.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FannedOutCompletionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.FannedOutCompletion];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        PlanReader.OnCalls(context, Find);
    }

    private static Diagnostic? Find(PlanReader.Planned planned)
    {
        if (planned is { Result.Plan: { } plan } && planned.Rule == Descriptors.FannedOutCompletion)
        {
            var entry = planned.Site.Call.Entry;
            var batch = plan is FanOutPlan { Split: null, FanOut: var fanOut } ? fanOut.IsAwaited ? "Batch.RunAsync" : "Batch.Run" : entry.BatchMethod;
            var limit = plan is FanOutPlan { Limit: not null } ? string.Empty : ", without a limit";
            return Diagnostic.Create(Descriptors.FannedOutCompletion, planned.Site.Location, $"These '{entry.Method}' requests are fanned out by hand{limit}", batch);
        }

        return null;
    }
}
