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
        if (PlanReader.Read((IInvocationOperation)context.Operation, catalog, context.Options.AnalyzerConfigOptionsProvider) is { Result.Plan: not null } planned && planned.Rule == Descriptors.RepeatedHelper)
        {
            var name = planned.Site.Call.Entry.Method;
            var form = planned.Result.Plan switch
            {
                BatchPlan loop => loop.Helper,
                FanOutPlan fanOut => fanOut.Helper,
                GatherPlan gather => gather.Helper,
                MethodGroupPlan group => group.Helper,
                _ => null,
            };
            var batch = form switch
            {
                SiblingForm sibling => sibling.Name,
                SplitForm split => split.Name,
                _ => planned.Site.IsAsync ? "Batch.RunAsync" : "Batch.Run",
            };
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.RepeatedHelper, planned.Site.Location, $"'{name}' is called for one item at a time", batch));
        }
    }
}
