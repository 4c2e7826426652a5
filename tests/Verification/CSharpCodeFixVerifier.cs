using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BatchMigrate.Verification;

/// <summary>The call shape of the official test library, so that it can take this file's place.</summary>
/// <typeparam name="TAnalyzer">The rule under test.</typeparam>
/// <typeparam name="TCodeFix">Its fix.</typeparam>
public static class CSharpCodeFixVerifier<TAnalyzer, TCodeFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    private const string Project = "TestProject";
    private const string File = "Test0.cs";

    /// <summary>Checks the findings in a source with markup.</summary>
    /// <param name="source">The source; <c>[|…|]</c> and <c>{|ID:…|}</c> mark the findings.</param>
    /// <returns>A task that fails when the findings differ.</returns>
    public static Task VerifyAnalyzerAsync(string source) => VerifyAsync(source, null);

    /// <summary>Checks the findings in a source and what the fix makes of them.</summary>
    /// <param name="source">The source with markup.</param>
    /// <param name="fixedSource">The exact text after the fix.</param>
    /// <returns>A task that fails when anything differs.</returns>
    public static Task VerifyCodeFixAsync(string source, string fixedSource) => VerifyAsync(source, fixedSource);

    private static async Task VerifyAsync(string source, string? fixedSource)
    {
        var analyzer = new TAnalyzer();
        var (plain, marks) = Markup.Parse(source, analyzer.SupportedDiagnostics[0].Id);
        _ = await new CodeFixTest
        {
            Projects = [new TestProject(Project, [(File, plain)])],
            Expected = [.. marks.Select(static m => new ExpectedFinding(Project, File, m.Id, m.Span))],
            Fixed = fixedSource is null ? null : ImmutableDictionary<(string, string), string>.Empty.Add((Project, File), fixedSource),
            Engine = new FixEngine([analyzer], [new TCodeFix()]),
        }.RunAsync();
    }
}
