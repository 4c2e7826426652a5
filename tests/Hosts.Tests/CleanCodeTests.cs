using System.Collections.Immutable;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace BatchMigrate.Hosts.Tests;

/// <summary>
/// All rules of other people's analyzers are on, before and after the fix: the rewritten code breaks none that the original kept, but for those that
/// <c>docs/proof.md</c> lists. Every fourth case; <c>ALL_CASES=1</c> takes all.
/// </summary>
public sealed class CleanCodeTests(ITestOutputHelper output)
{
    private const int Step = 4;

    [Fact]
    public async Task Rewritten_code_breaks_no_rule_that_the_original_kept()
    {
        var files = CaseFile.All.Where(static c => c.Verdict == Verdict.Fixed && !c.AllowErrors).Where(static (_, i) => Environment.GetEnvironmentVariable("ALL_CASES") == "1" || i % Step == 0).ToList();
        var broken = new List<string>();
        foreach (var file in files)
        {
            var (before, others) = (file.ToProject(), file.OtherFixedSources.ToDictionary(static o => o.Name, static o => o.Text));
            var after = before with { Sources = [.. before.Sources.Select(s => (s.Path, s.Path == file.Id + ".cs" ? file.FixedSource! : others.GetValueOrDefault(s.Path, s.Text)))] };
            var kept = (await RunAsync(before)).Select(static d => d.Id).ToHashSet();
            broken.AddRange((await RunAsync(after)).Where(d => !kept.Contains(d.Id) && OtherAnalyzers.Ids.Contains(d.Id) && !OtherRules.Accepted.Contains(d.Id)).Select(d => $"{file.Id}: {d}"));
        }

        output.WriteLine($"{OtherAnalyzers.Ids.Count} rules, {files.Count} cases");
        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    [Fact]
    public void The_analyzers_are_there()
    {
        foreach (var prefix in new[] { "CA", "IDE", "MA", "SA" })
        {
            Assert.True(OtherAnalyzers.Ids.Count(id => id.StartsWith(prefix, StringComparison.Ordinal)) > 50, $"Few rules begin with {prefix}.");
        }

        Assert.NotEmpty(OtherRules.Accepted);
        Assert.Empty(OtherRules.Accepted.Except(OtherAnalyzers.Ids));
    }

    private static async Task<ImmutableArray<Diagnostic>> RunAsync(TestProject project)
    {
        using var workspace = new AdhocWorkspace();
        return await OtherAnalyzers.RunAsync(TestProject.Build(workspace, [project]).Projects.Single());
    }
}
