using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BatchMigrate.Analyzers.Rules;

/// <summary>BM0007: finds queries for which a loop, a fan-out or repeated calls of a method search a vector store one at a time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SingleStoreSearchAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.SingleStoreSearch];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        PlanReader.OnCalls(context, Find);
    }

    private static Diagnostic? Find(PlanReader.Planned planned) =>
        planned is { Result.Plan: { } plan } && planned.Rule == Descriptors.SingleStoreSearch
            ? Diagnostic.Create(Descriptors.SingleStoreSearch, planned.Site.Location, planned.Site.Call.Entry.Method, plan.BatchForm)
            : null;
}
