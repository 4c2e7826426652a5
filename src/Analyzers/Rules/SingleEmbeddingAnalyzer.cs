using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BatchMigrate.Analyzers.Rules;

/// <summary>BM0005: finds embeddings that a loop, a fan-out or repeated calls of a method generate one input at a time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SingleEmbeddingAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.SingleEmbedding];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        PlanReader.OnCalls(context, Find);
    }

    private static Diagnostic? Find(PlanReader.Planned planned) =>
        planned is { Result.Plan: { } plan } && planned.Rule == Descriptors.SingleEmbedding
            ? Diagnostic.Create(Descriptors.SingleEmbedding, planned.Site.Location, planned.Site.Call.Entry.Method, plan.BatchForm, plan.BatchForm.StartsWith("Batch.", System.StringComparison.Ordinal) ? "sends them together" : "packs many into a request")
            : null;
}
