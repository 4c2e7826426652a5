using System.Text;
using System.Text.RegularExpressions;
using BatchMigrate.Analyzers.Configuration;

namespace BatchMigrate.Analyzers.Tests;

/// <summary>The page of the settings is written from their definitions. Set UPDATE_DOCS=1 to write it anew.</summary>
public sealed partial class SettingsDocumentationTests
{
    private static readonly string Page = Path.Combine(RuleTable.Repository, "docs", "configuration.md");

    [Fact]
    public void The_page_says_what_the_definitions_say()
    {
        var text = File.ReadAllText(Page).ReplaceLineEndings("\n");
        Assert.Equal(1, Block().Count(text));
        var current = Block().Replace(text, m => m.Groups[1].Value + Describe() + m.Groups[2].Value);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(Page, current);
            return;
        }

        Assert.True(text == current, "docs/configuration.md is not what the settings say; UPDATE_DOCS=1 writes it anew.");
    }

    [Fact]
    public void A_default_and_an_example_can_be_read()
    {
        foreach (var setting in Settings.All)
        {
            Assert.StartsWith(Setting.Prefix, setting.Name, StringComparison.Ordinal);
            Assert.True(setting.Accepts(setting.DefaultText), setting.Name);
            Assert.StartsWith(setting.Name + " = ", setting.Example, StringComparison.Ordinal);
            Assert.True(setting.Accepts(setting.Example[(setting.Name.Length + 3)..]), setting.Name);
        }
    }

    [Fact]
    public void The_readme_leads_to_the_page() =>
        Assert.Contains("](docs/configuration.md)", File.ReadAllText(Path.Combine(RuleTable.Repository, "README.md")), StringComparison.Ordinal);

    private static string Describe()
    {
        var text = new StringBuilder("| key | value | default | effect |\n|-----|-------|---------|--------|\n");
        foreach (var setting in Settings.All)
        {
            text.Append($"| `{setting.Name}` | {Code(setting.Allowed)} | {(setting.DefaultText.Length == 0 ? "nothing" : $"`{setting.DefaultText}`")} | {setting.Description} |\n");
        }

        text.Append("\nAn example of each:\n\n```ini\n[*.cs]\n");
        foreach (var setting in Settings.All)
        {
            text.Append(setting.Example).Append('\n');
        }

        return text.Append("```\n").ToString();
    }

    /// <summary>Quoted pieces as code; a bar would end the table's cell.</summary>
    private static string Code(string text) => Quoted().Replace(text, static m => $"`{m.Groups[1].Value.Replace("|", "\\|", StringComparison.Ordinal)}`");

    [GeneratedRegex(@"^(<!-- settings -->\n)(?:.*\n)*?(<!-- end of settings -->)$", RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
