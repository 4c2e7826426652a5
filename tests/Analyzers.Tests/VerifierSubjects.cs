using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BatchMigrate.Analyzers.Tests;

/// <summary>The smallest rule there can be, so that the verifier's tests depend on no other: it finds calls of <c>Old()</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OldCallAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new("BM0001", "Old", "Old", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(
            static c =>
            {
                if (c.Node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Old" } name })
                {
                    c.ReportDiagnostic(Diagnostic.Create(Rule, name.GetLocation()));
                }
            },
            SyntaxKind.InvocationExpression);
    }
}

/// <summary>The same, but it does not respect generated code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IntrusiveAnalyzer : DiagnosticAnalyzer
{
    private readonly OldCallAnalyzer _inner = new();

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => _inner.SupportedDiagnostics;

    public override void Initialize(AnalysisContext context)
    {
        _inner.Initialize(context);
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
    }
}

/// <summary>Crashes at every call.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CrashingAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = new OldCallAnalyzer().SupportedDiagnostics;

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(static _ => throw new InvalidOperationException("Crash."), SyntaxKind.InvocationExpression);
    }
}

/// <summary>Calls another method instead.</summary>
public class OldCallFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["BM0001"];

    /// <summary>The name that is called instead.</summary>
    protected virtual string NewName => "New";

    /// <summary>How many findings of a document fix-all fixes at most.</summary>
    protected virtual int MostTogether => int.MaxValue;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            context.RegisterCodeFix(CodeAction.Create("Call the new one", token => ReplaceAsync(context.Document, [diagnostic], token), "BM0001"), diagnostic);
        }

        return Task.CompletedTask;
    }

    public override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(async (context, document, diagnostics) => await ReplaceAsync(document, diagnostics.Take(MostTogether), context.CancellationToken));

    private async Task<Document> ReplaceAsync(Document document, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken))!;
        var names = diagnostics.Select(d => root.FindToken(d.Location.SourceSpan.Start));
        return document.WithSyntaxRoot(root.ReplaceTokens(names, (token, _) => SyntaxFactory.Identifier(token.LeadingTrivia, NewName, token.TrailingTrivia)));
    }
}

/// <summary>Writes code that does not compile.</summary>
public sealed class BreakingFix : OldCallFix
{
    protected override string NewName => "Missing";
}

/// <summary>Writes a name whose text reads as something else.</summary>
public sealed class UnreadableFix : OldCallFix
{
    protected override string NewName => "New().ToString";
}

/// <summary>Finds its own text again.</summary>
public sealed class EndlessFix : OldCallFix
{
    protected override string NewName => "Old";
}

/// <summary>Does nothing when it is asked for all.</summary>
public sealed class ForgetfulFix : OldCallFix
{
    protected override int MostTogether => 0;
}
