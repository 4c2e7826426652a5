using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BatchMigrate.Analyzers.Tests;

/// <summary>Notes what an analyzer asks for when it starts. An analyzer that registers work outside a compilation's start fails.</summary>
internal sealed class RecordingContext : AnalysisContext
{
    public int Concurrent { get; private set; }

    public int CompilationStarts { get; private set; }

    public GeneratedCodeAnalysisFlags? GeneratedCode { get; private set; }

    public override void EnableConcurrentExecution() => Concurrent++;

    public override void ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags analysisMode) => GeneratedCode = analysisMode;

    public override void RegisterCompilationStartAction(Action<CompilationStartAnalysisContext> action) => CompilationStarts++;

    public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) => throw Refused();

    public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) => throw Refused();

    public override void RegisterCompilationAction(Action<CompilationAnalysisContext> action) => throw Refused();

    public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) => throw Refused();

    public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) => throw Refused();

    public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) => throw Refused();

    public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) => throw Refused();

    private static InvalidOperationException Refused() => new("Work is registered although nobody has looked whether the compilation has anything to find.");
}
