using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BatchMigrate.Analyzers.Rules;

/// <summary>BM0010: names the one thing that keeps a loop of model calls from being one batch, and points at it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockedLoopAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.BlockedLoop];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        PlanReader.OnCalls(context, Find);
    }

    private static Diagnostic? Find(PlanReader.Planned planned)
    {
        if (planned is { Result.Blocker: { } blocker })
        {
            ImmutableArray<Location> places = blocker.Other is null ? [blocker.At] : [blocker.At, blocker.Other];
            return Diagnostic.Create(Descriptors.BlockedLoop, planned.Site.Location, places, planned.Site.Call.Entry.Method, blocker.Reason);
        }

        return null;
    }
}
