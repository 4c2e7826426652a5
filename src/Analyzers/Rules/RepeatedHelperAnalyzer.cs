using System.Collections.Immutable;
using BatchMigrate.Analyzers.Catalog;
using BatchMigrate.Analyzers.Plans;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

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

    private static Diagnostic? Find(PlanReader.Planned planned)
    {
        if (planned is { Result.Plan: { } plan } && planned.Rule == Descriptors.RepeatedHelper)
        {
            var name = planned.Site.Call.Entry.Method;
            var batch = plan.Helper switch
            {
                SiblingForm sibling => sibling.Name,
                SplitForm split => split.Name,
                _ => planned.Site.IsAsync ? "Batch.RunAsync" : "Batch.Run",
            };
            return Diagnostic.Create(Descriptors.RepeatedHelper, planned.Site.Location, $"'{name}' is called for one item at a time", batch);
        }

        return null;
    }
}
