using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BatchMigrate.Analyzers.Bench;

/// <summary>The base that the rules are compared with: it is asked about every invocation and does nothing.</summary>
#pragma warning disable RS1001, RS1036, RS1038, RS1041, RS2008 // It is no analyzer for a package: the bench runs it by hand.
internal sealed class EmptyAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Nothing = new("BENCH", "Nothing", "Nothing", "Bench", DiagnosticSeverity.Hidden, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Nothing];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start => start.RegisterOperationAction(static _ => { }, OperationKind.Invocation));
    }
}
