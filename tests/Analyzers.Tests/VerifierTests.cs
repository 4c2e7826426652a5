using System.Collections.Immutable;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Sdk;

namespace BatchMigrate.Analyzers.Tests;

/// <summary>The verifier: what is right passes, and each thing that is wrong fails.</summary>
public sealed class VerifierTests
{
    private const string Helpers = """
        public static class Program
        {
            private static int Old() => 1;

            private static int New() => Old2() + 1;

            private static int Old2() => 2;


        """;

    private const string Marked = Helpers + """
            public static int First() => [|Old|]();

            public static int Second() => /* kept */ [|Old|]() + {|BM0001:Old|}();
        }
        """;

    private const string Fixed = Helpers + """
            public static int First() => New();

            public static int Second() => /* kept */ New() + New();
        }
        """;

    private static string Plain { get; } = Markup.Parse(Marked, "BM0001").Source;

    [Fact]
    public Task What_is_right_passes() => CSharpCodeFixVerifier<OldCallAnalyzer, OldCallFix>.VerifyCodeFixAsync(Marked, Fixed);

    [Fact]
    public Task Findings_alone_can_be_checked() => CSharpCodeFixVerifier<OldCallAnalyzer, OldCallFix>.VerifyAnalyzerAsync(Marked);

    [Fact]
    public Task Windows_line_ends_are_kept() =>
        CSharpCodeFixVerifier<OldCallAnalyzer, OldCallFix>.VerifyCodeFixAsync(Marked.Replace("\n", "\r\n", StringComparison.Ordinal), Fixed.Replace("\n", "\r\n", StringComparison.Ordinal));

    [Fact]
    public Task Line_ends_that_differ_fail() =>
        FailsAsync(() => CSharpCodeFixVerifier<OldCallAnalyzer, OldCallFix>.VerifyCodeFixAsync(Marked.Replace("\n", "\r\n", StringComparison.Ordinal), Fixed));

    [Fact]
    public Task Another_text_fails() =>
        FailsAsync(() => CSharpCodeFixVerifier<OldCallAnalyzer, OldCallFix>.VerifyCodeFixAsync(Marked, Fixed.Replace("/* kept */ ", string.Empty, StringComparison.Ordinal)));

    [Fact]
    public Task A_missing_finding_fails() =>
        FailsAsync(() => CSharpCodeFixVerifier<OldCallAnalyzer, OldCallFix>.VerifyAnalyzerAsync(Marked.Replace("New() =>", "[|New|]() =>", StringComparison.Ordinal)));

    [Fact]
    public Task An_unexpected_finding_fails() => FailsAsync(() => CSharpCodeFixVerifier<OldCallAnalyzer, OldCallFix>.VerifyAnalyzerAsync(Plain));

    [Fact]
    public Task A_finding_of_another_id_fails() =>
        FailsAsync(() => CSharpCodeFixVerifier<OldCallAnalyzer, OldCallFix>.VerifyAnalyzerAsync(Marked.Replace("{|BM0001:", "{|BM0010:", StringComparison.Ordinal)));

    [Fact]
    public Task A_finding_at_another_place_fails() =>
        FailsAsync(() => CSharpCodeFixVerifier<OldCallAnalyzer, OldCallFix>.VerifyAnalyzerAsync(Marked.Replace("{|BM0001:Old|}()", "{|BM0001:Old()|}", StringComparison.Ordinal)));

    [Fact]
    public Task A_source_that_does_not_compile_fails() =>
        FailsAsync(() => CSharpCodeFixVerifier<OldCallAnalyzer, OldCallFix>.VerifyAnalyzerAsync(Marked.Replace("int First", "string First", StringComparison.Ordinal)));

    [Fact]
    public Task A_finding_in_generated_code_fails() => FailsAsync(() => CSharpCodeFixVerifier<IntrusiveAnalyzer, OldCallFix>.VerifyAnalyzerAsync(Marked));

    [Fact]
    public Task A_crash_fails() => FailsAsync(() => CSharpCodeFixVerifier<CrashingAnalyzer, OldCallFix>.VerifyAnalyzerAsync(Marked));

    [Fact]
    public Task Fixed_code_that_does_not_compile_fails() =>
        FailsAsync(() => CSharpCodeFixVerifier<OldCallAnalyzer, BreakingFix>.VerifyCodeFixAsync(Marked, Fixed.Replace("=> New()", "=> Missing()", StringComparison.Ordinal).Replace(" New() + New()", " Missing() + Missing()", StringComparison.Ordinal)));

    [Fact]
    public Task A_tree_that_is_not_its_text_fails() =>
        FailsAsync(() => CSharpCodeFixVerifier<OldCallAnalyzer, UnreadableFix>.VerifyCodeFixAsync(Marked, Fixed.Replace("First() => New()", "First() => New().ToString()", StringComparison.Ordinal).Replace("New() + New()", "New().ToString() + New().ToString()", StringComparison.Ordinal)));

    [Fact]
    public Task A_fix_without_end_fails() => FailsAsync(() => CSharpCodeFixVerifier<OldCallAnalyzer, EndlessFix>.VerifyCodeFixAsync(Marked, Plain));

    [Fact]
    public Task Fix_all_that_differs_from_single_fixes_fails() => FailsAsync(() => CSharpCodeFixVerifier<OldCallAnalyzer, ForgetfulFix>.VerifyCodeFixAsync(Marked, Fixed));

    [Fact]
    public async Task Several_documents_and_projects_are_checked_together()
    {
        var test = Solution(Fixed);
        Assert.Equal(9, (await test.RunAsync()).Length);
        await FailsAsync(() => Solution(Fixed + "\n").RunAsync());
    }

    [Fact]
    public async Task The_language_version_counts()
    {
        const string Modern = "namespace Modern;\n\npublic static class Program\n{\n    private static int New() => 2;\n}\n";
        var project = new TestProject("Project", [("Program.cs", Modern)]);
        _ = await new CodeFixTest { Projects = [project with { LanguageVersion = LanguageVersion.CSharp10 }], Expected = [], Engine = Engine() }.RunAsync();
        await FailsAsync(() => new CodeFixTest { Projects = [project with { LanguageVersion = LanguageVersion.CSharp9 }], Expected = [], Engine = Engine() }.RunAsync());
    }

    [Theory]
    [InlineData("none", null)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    [InlineData("error", DiagnosticSeverity.Error)]
    public async Task The_editorconfig_sets_the_severity(string severity, DiagnosticSeverity? expected)
    {
        var project = new TestProject("Project", [("Program.cs", Plain)]) { EditorConfig = [$"dotnet_diagnostic.BM0001.severity = {severity}"] };
        var findings = await new CodeFixTest { Projects = [project], Expected = expected is null ? [] : Findings("Project", "Program.cs"), Engine = Engine() }.RunAsync();
        Assert.All(findings, f => Assert.Equal(expected, f.Severity));
    }

    [Theory]
    [InlineData("class A { int x = [|1|]; }", "class A { int x = 1; }", "BM0001")]
    [InlineData("class A { int x = {|BM0010:1|}; }", "class A { int x = 1; }", "BM0010")]
    [InlineData("class A { int[] x = [1, 2]; string y = $\"{{|BM0010:x|}}\"; }", "class A { int[] x = [1, 2]; string y = $\"{x}\"; }", "BM0010")]
    public void Markup_is_taken_out_and_remembered(string marked, string plain, string id)
    {
        var (source, marks) = Markup.Parse(marked, "BM0001");
        Assert.Equal(plain, source);
        var mark = Assert.Single(marks);
        Assert.Equal(id, mark.Id);
        Assert.Equal(1, mark.Span.Length);
    }

    private static CodeFixTest Solution(string fixedText) => new()
    {
        Projects = [new TestProject("One", [("A.cs", Plain), ("B.cs", Plain.Replace("class Program", "class Other", StringComparison.Ordinal))]), new TestProject("Two", [("A.cs", Plain)])],
        Expected = [.. Findings("One", "A.cs"), .. Findings("One", "B.cs", shift: -2), .. Findings("Two", "A.cs")],
        Fixed = ImmutableDictionary<(string, string), string>.Empty
            .Add(("One", "A.cs"), Fixed).Add(("One", "B.cs"), Fixed.Replace("class Program", "class Other", StringComparison.Ordinal)).Add(("Two", "A.cs"), fixedText),
        Engine = Engine(),
    };

    private static ImmutableArray<ExpectedFinding> Findings(string project, string path, int shift = 0) =>
        [.. Markup.Parse(Marked, "BM0001").Marks.Select(m => new ExpectedFinding(project, path, m.Id, new(m.Span.Start + shift, m.Span.Length)))];

    private static FixEngine Engine() => new([new OldCallAnalyzer()], [new OldCallFix()]);

    private static async Task FailsAsync(Func<Task> check)
    {
        var exception = await Record.ExceptionAsync(check);
        Assert.NotNull(exception);
        Assert.True(exception is XunitException or InvalidOperationException, exception.ToString());
    }
}
