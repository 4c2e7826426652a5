using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BatchMigrate.Analyzers.Rules;

/// <summary>BM0006: finds records that a loop, a fan-out or repeated calls of a method write to a vector store one at a time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SingleStoreWriteAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.SingleStoreWrite];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        PlanReader.OnCalls(context, Find);
    }

    private static Diagnostic? Find(PlanReader.Planned planned) =>
        planned is { Result.Plan: { } plan } && planned.Rule == Descriptors.SingleStoreWrite
            ? Diagnostic.Create(Descriptors.SingleStoreWrite, planned.Site.Location, planned.Site.Call.Entry.Method, plan.BatchForm)
            : null;
}
