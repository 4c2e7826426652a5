using System.Collections.Immutable;
using BatchMigrate.Analyzers.Plans;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

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
            var limit = plan is FanOutPlan { Limit: not null } ? string.Empty : ", without a limit";
            return Diagnostic.Create(Descriptors.FannedOutCompletion, planned.Site.Location, $"These '{planned.Site.Call.Entry.Method}' requests are fanned out by hand{limit}", plan.BatchForm);
        }

        return null;
    }
}
