using System.Text.RegularExpressions;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BatchMigrate.CodeFixes.Tests;

/// <summary>
/// What the pages show is what the catalogue proves. A block begins with <c>&lt;!-- case: F03a before --&gt;</c> or <c>after</c>, with
/// <c>method: Name</c> behind it where one method is enough, and ends with <c>&lt;!-- end --&gt;</c>. Set UPDATE_DOCS=1 to write the blocks anew.
/// </summary>
public sealed partial class DocumentationCasesTests
{
    private static readonly string Repository = Path.GetFullPath(Path.Combine(CaseFile.Folder, "..", ".."));

    public static TheoryData<string> Pages { get; } =
    [
        "README.md",
        .. Directory.EnumerateFiles(Path.Combine(Repository, "docs"), "*.md", SearchOption.AllDirectories).Select(static p => Path.GetRelativePath(Repository, p).Replace('\\', '/')).Order(),
    ];

    public static TheoryData<string> BlockedCases { get; } = [.. CaseFile.All.Where(static c => c.Verdict == Verdict.Blocked).Select(static c => c.Id)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Embedded_cases_are_those_of_the_catalogue(string page)
    {
        var path = Path.Combine(Repository, page);
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var blocks = Block().Matches(text);
        Assert.True(blocks.Count == AnyMarker().Count(text), $"{page} has a marker that is no block: <!-- case: ID before|after [method: NAME] --> … <!-- end -->.");

        var current = Block().Replace(text, static m => $"{m.Groups["open"].Value}\n```csharp\n{Show(m)}\n```\n<!-- end -->");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, current);
            return;
        }

        Assert.True(text == current, $"A case in {page} is not as it is in the catalogue. UPDATE_DOCS=1 writes:\n{current}");
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/rules/BM0001.md")]
    public void A_page_shows_a_case_before_and_after(string page)
    {
        var text = File.ReadAllText(Path.Combine(Repository, page)).ReplaceLineEndings("\n");
        var shown = Block().Matches(text).Select(static m => (Case: m.Groups["case"].Value, Side: m.Groups["side"].Value)).ToList();
        Assert.Contains(shown, s => s.Side == "before" && shown.Contains((s.Case, "after")));
    }

    [Theory]
    [MemberData(nameof(BlockedCases))]
    public async Task A_blocker_is_explained_on_the_page_of_its_rule(string id)
    {
        using var workspace = new AdhocWorkspace();
        var solution = TestProject.Build(workspace, [CaseFile.Get(id).ToProject()]);
        var reasons = ExplainedReasons();
        foreach (var finding in (await FixEngine.OfPackage.AnalyzeAsync(solution.Projects.Single())).Where(static d => d.Id == "BM0010"))
        {
            var message = finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(reasons.Any(r => r.IsMatch(message)), $"No row of docs/rules/BM0010.md explains: {message}");
        }
    }

    /// <summary>The first column of the page's tables; an ellipsis stands for a name or a line.</summary>
    private static List<Regex> ExplainedReasons() =>
        [.. ReasonCell().Matches(File.ReadAllText(Path.Combine(Repository, "docs", "rules", "BM0010.md")))
            .Select(static m => new Regex(", but " + Regex.Escape(m.Groups[1].Value).Replace("…", ".+", StringComparison.Ordinal) + "$", RegexOptions.CultureInvariant))];

    private static string Show(Match block)
    {
        var key = block.Groups["case"].Value;
        var file = CaseFile.All.Single(c => c.Id == key || c.Id.StartsWith(key + "_", StringComparison.Ordinal));
        var text = block.Groups["side"].Value == "before" ? file.Source : file.FixedSource ?? throw new InvalidOperationException($"The case {key} has no fixed text.");
        text = text.ReplaceLineEndings("\n");
        return (block.Groups["method"] is { Success: true, Value: var name } ? MethodOf(text, file.LanguageVersion, name) : text).Trim('\n');
    }

    private static string MethodOf(string text, LanguageVersion version, string name)
    {
        var root = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(version)).GetRoot();
        var method = root.DescendantNodes().Single(n => n switch
        {
            MethodDeclarationSyntax declaration => declaration.Identifier.ValueText == name,
            LocalFunctionStatementSyntax function => function.Identifier.ValueText == name,
            _ => false,
        });
        var indent = method.GetLocation().GetLineSpan().StartLinePosition.Character;
        var lines = method.ToFullString().Trim('\n').Split('\n');
        return string.Join('\n', lines.Select(l => l.Length > indent ? l[indent..] : l.TrimStart()));
    }

    [GeneratedRegex(@"^(?<open><!-- case: (?<case>\w+) (?<side>before|after)(?: method: (?<method>\w+))? -->)\n(?:(?!<!--).*\n)*?<!-- end -->$", RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("<!-- case:")]
    private static partial Regex AnyMarker();

    [GeneratedRegex(@"^\| `(.+?)` \|", RegexOptions.Multiline)]
    private static partial Regex ReasonCell();
}
