using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace BatchMigrate.Verification;

#pragma warning disable CS0618 // The contexts are made by hand on purpose: the compiler's driver is what is left out here.

/// <summary>
/// Runs rules without the compiler's driver, on the thread that asks: what a rule does can be counted, and thousands of small compilations cost little. It knows the actions that the package's rules
/// register, and refuses others. An exception of a rule is the caller's.
/// </summary>
public sealed class DirectHost
{
    private readonly Compilation compilation;
    private readonly AnalyzerOptions options;
    private readonly List<Diagnostic> found = [];
    private readonly Action<Diagnostic> report;
    private readonly List<Action<OperationAnalysisContext>> onInvocation = [];
    private readonly List<Action<SyntaxTreeAnalysisContext>> onTree = [];

    /// <summary>Lets the rules register what they want to look at.</summary>
    /// <param name="compilation">The code.</param>
    /// <param name="options">The options of the project.</param>
    /// <param name="analyzers">The rules.</param>
    public DirectHost(Compilation compilation, AnalyzerOptions options, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        (this.compilation, this.options, report) = (compilation, options, found.Add);
        foreach (var analyzer in analyzers)
        {
            var context = new Start();
            analyzer.Initialize(context);
            foreach (var action in context.Actions)
            {
                action(new CompilationStart(this));
            }
        }
    }

    /// <summary>Whether a rule wants to be asked about calls.</summary>
    public bool IsInterested => onInvocation.Count > 0;

    /// <summary>What has been found since the last file was begun.</summary>
    public IReadOnlyList<Diagnostic> Found => found;

    /// <summary>Analyses one file.</summary>
    /// <param name="tree">The file.</param>
    /// <returns>What is found in it.</returns>
    public ImmutableArray<Diagnostic> Analyze(SyntaxTree tree)
    {
        found.Clear();
        foreach (var action in onTree)
        {
            action(new SyntaxTreeAnalysisContext(tree, options, report, static _ => true, default));
        }

        if (IsInterested)
        {
            foreach (var call in CallsOf(compilation.GetSemanticModel(tree)))
            {
                Ask(call);
            }
        }

        return [.. found.Distinct()];
    }

    /// <summary>Asks the rules about one call.</summary>
    /// <param name="call">The call.</param>
    public void Ask(IInvocationOperation call)
    {
        var context = new OperationAnalysisContext(call, compilation.Assembly, compilation, options, report, static _ => true, default);
        foreach (var action in onInvocation)
        {
            action(context);
        }
    }

    /// <summary>The calls in the code of a file.</summary>
    /// <param name="model">The file.</param>
    /// <returns>The calls.</returns>
    public static IEnumerable<IInvocationOperation> CallsOf(SemanticModel model) =>
        model.SyntaxTree.GetRoot().DescendantNodes(static n => !IsCode(n)).Where(IsCode).Select(n => model.GetOperation(n)).OfType<IOperation>().Select(RootOf).Distinct().SelectMany(static o => o.DescendantsAndSelf()).OfType<IInvocationOperation>();

    private static bool IsCode(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or GlobalStatementSyntax => true,
        ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax } => true,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax or PropertyDeclarationSyntax or ParameterSyntax or EnumMemberDeclarationSyntax } => true,
        _ => false,
    };

    private static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    private static NotSupportedException Refused() => new("No rule of the package registered this so far.");

    private sealed class Start : AnalysisContext
    {
        public List<Action<CompilationStartAnalysisContext>> Actions { get; } = [];

        public override void EnableConcurrentExecution()
        {
        }

        public override void ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags analysisMode)
        {
        }

        public override void RegisterCompilationStartAction(Action<CompilationStartAnalysisContext> action) => Actions.Add(action);

        public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) => throw Refused();

        public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) => throw Refused();

        public override void RegisterCompilationAction(Action<CompilationAnalysisContext> action) => throw Refused();

        public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) => throw Refused();

        public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) => throw Refused();

        public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) => throw Refused();

        public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) => throw Refused();
    }

    private sealed class CompilationStart(DirectHost host) : CompilationStartAnalysisContext(host.compilation, host.options, default)
    {
        public override void RegisterOperationAction(Action<OperationAnalysisContext> action, ImmutableArray<OperationKind> operationKinds)
        {
            if (!operationKinds.SequenceEqual([OperationKind.Invocation]))
            {
                throw Refused();
            }

            host.onInvocation.Add(action);
        }

        public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) => host.onTree.Add(action);

        public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) => throw Refused();

        public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) => throw Refused();

        public override void RegisterCompilationEndAction(Action<CompilationAnalysisContext> action) => throw Refused();

        public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) => throw Refused();

        public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) => throw Refused();

        public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) => throw Refused();
    }
}
