using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BatchMigrate.Analyzers.Rules;

/// <summary>BM0003: finds loops and fan-outs over a method that requests one completion.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RepeatedHelperAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.RepeatedHelper];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        PlanReader.OnCalls(context, Find);
    }

    private static Diagnostic? Find(PlanReader.Planned planned) =>
        planned is { Result.Plan: { } plan } && planned.Rule == Descriptors.RepeatedHelper
            ? Diagnostic.Create(Descriptors.RepeatedHelper, planned.Site.Location, $"'{planned.Site.Call.Entry.Method}' is called for one item at a time", plan.BatchForm)
            : null;
}
