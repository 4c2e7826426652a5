using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.Analyzers.Tests;

/// <summary>What is written about the rules agrees with the rules.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Folder = Path.Combine(RuleTable.Repository, "docs", "rules");

    public static TheoryData<string> Ids { get; } = [.. RuleTable.All.Select(static d => d.Id)];

    public static TheoryData<string> Pages { get; } =
    [
        .. new[] { "README.md", "CONTRIBUTING.md", "CHANGELOG.md" },
        .. Directory.EnumerateFiles(Path.Combine(RuleTable.Repository, "docs"), "*.md", SearchOption.AllDirectories).Select(static p => Path.GetRelativePath(RuleTable.Repository, p).Replace('\\', '/')).Order(),
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page_with_its_id_and_title(string id) =>
        Assert.Equal($"# {id}: {Title(id)}", Page(id).Split('\n').First(static l => l.StartsWith('#')));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_states_the_default_severity(string id)
    {
        var stated = StatedSeverity().Match(Page(id));
        Assert.True(stated.Success, "There is no line 'Default severity: …'.");
        Assert.Equal(Severity(id), stated.Groups[1].Value);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_its_sections(string id)
    {
        var headings = Page(id).Split('\n').Where(static l => l.StartsWith("## ", StringComparison.Ordinal)).Select(static l => l[3..].Trim()).ToList();
        Assert.Contains("Known limitations", headings);
        Assert.Contains("Configuration", headings);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_names_the_key_that_sets_its_severity(string id) => Assert.Contains($"dotnet_diagnostic.{id}.severity", Page(id), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_help_link_points_at_the_page(string id)
    {
        var link = new Uri(RuleTable.Get(id).HelpLinkUri, UriKind.Absolute);
        Assert.Equal(Uri.UriSchemeHttps, link.Scheme);
        Assert.EndsWith($"/docs/rules/{id}.md", link.AbsolutePath, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_table_of_the_readme_has_the_rule(string id)
    {
        var row = Assert.Single(ReadRepository("README.md").Split('\n'), l => l.StartsWith($"| [{id}](", StringComparison.Ordinal));
        var cells = row.Trim().Trim('|').Split('|').Select(static c => c.Trim()).ToList();
        Assert.EndsWith($"docs/rules/{id}.md)", cells[0], StringComparison.Ordinal);
        Assert.Equal(Title(id), cells[1]);
        Assert.Equal(Severity(id), cells[2]);
        Assert.Equal(RuleTable.HasFix(id) ? "yes" : "no", cells[3]);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_releases_list_the_rule(string id)
    {
        var descriptor = RuleTable.Get(id);
        var lines = ReadRepository("src/Analyzers/AnalyzerReleases.Shipped.md").Split('\n').Concat(ReadRepository("src/Analyzers/AnalyzerReleases.Unshipped.md").Split('\n'));
        Assert.Contains(lines, l => l.StartsWith($"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} |", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_page_belongs_to_a_rule() =>
        Assert.Equal(RuleTable.All.Select(static d => d.Id).Order(), Directory.EnumerateFiles(Folder, "*.md").Select(static p => Path.GetFileNameWithoutExtension(p)).Order());

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_inside_the_repository_lead_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(RuleTable.Repository, page))!;
        var broken = RelativeLink().Matches(ReadRepository(page)).Select(static m => m.Groups[1].Value).Where(target => !Path.Exists(Path.Combine(folder, target)));
        Assert.Empty(broken);
    }

    private static string Title(string id) => RuleTable.Get(id).Title.ToString(CultureInfo.InvariantCulture);

    private static string Severity(string id) => RuleTable.Get(id).DefaultSeverity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "info",
        _ => "hidden",
    };

    private static string Page(string id) => ReadRepository($"docs/rules/{id}.md");

    private static string ReadRepository(string path) => File.ReadAllText(Path.Combine(RuleTable.Repository, path)).ReplaceLineEndings("\n");

    [GeneratedRegex("^Default severity: (error|warning|info|hidden)", RegexOptions.Multiline)]
    private static partial Regex StatedSeverity();

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex RelativeLink();
}
