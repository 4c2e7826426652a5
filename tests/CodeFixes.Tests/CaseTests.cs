using System.Collections.Immutable;
using System.Globalization;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.CodeFixes.Tests;

/// <summary>Every case of the catalogue ends with the verdict that it states. Set UPDATE_CASES=1 to write fixed texts and messages down for review.</summary>
public sealed class CaseTests
{
    public static TheoryData<string> Cases { get; } = [.. CaseFile.All.Select(static c => c.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_verdict_holds(string id)
    {
        var file = CaseFile.Get(id);
        var project = file.ToProject();
        var path = id + ".cs";
        if (Environment.GetEnvironmentVariable("UPDATE_CASES") == "1")
        {
            await UpdateAsync(file, project);
            return;
        }

        var fixedTexts = ImmutableDictionary<(string, string), string>.Empty;
        if (file.Verdict == Verdict.Fixed)
        {
            Assert.True(file.FixedSource is not null, "The case says that it is fixed, but not into what.");
            Assert.NotEqual(file.Source, file.FixedSource);
            fixedTexts = fixedTexts.Add((project.Name, path), file.FixedSource!).AddRange(file.OtherFixedSources.Select(o => KeyValuePair.Create((project.Name, o.Name), o.Text)));
        }

        var findings = await new CodeFixTest
        {
            Projects = [project],
            Expected = [.. file.Expected.Select(e => new ExpectedFinding(project.Name, path, e.Id, e.Span))],
            Fixed = file.AllowErrors ? null : fixedTexts,
            AllowErrors = file.AllowErrors,
            AllowedMessages = ["CS8019", "CS1591"],
        }.RunAsync();

        Assert.Equal(file.Messages, Messages(findings));
        if (file.Verdict == Verdict.Blocked)
        {
            Assert.NotNull(file.Blocker);
            Assert.Contains(file.Messages, m => m.Contains(file.Blocker, StringComparison.Ordinal));
            Assert.All(findings, static f => Assert.NotEmpty(f.AdditionalLocations));
            Assert.Equal(file.Reasons, Reasons(findings, path));
        }
    }

    private static async Task UpdateAsync(CaseFile file, TestProject project)
    {
        var path = file.Id + ".cs";
        using var workspace = new AdhocWorkspace();
        var findings = await FixEngine.OfPackage.AnalyzeAsync(TestProject.Build(workspace, [project]).Projects.Single());
        if (file.Verdict == Verdict.Fixed)
        {
            var texts = await CodeFixTest.FixAsync(project);
            file.WriteFixed(texts[(project.Name, path)], file.OtherSources.Select(o => (o.Name, Text: texts[(project.Name, o.Name)])).Where(o => !file.OtherSources.Contains((o.Name, o.Text))));
        }
        else if (file.Verdict == Verdict.Blocked)
        {
            file.WriteReasons(Reasons(findings, path));
        }

        file.WriteMessages(Messages(findings));
    }

    private static IEnumerable<string> Messages(IEnumerable<Diagnostic> findings) => findings.Select(static f => f.GetMessage(CultureInfo.InvariantCulture)).Distinct();

    private static IEnumerable<int> Reasons(IEnumerable<Diagnostic> findings, string path) =>
        findings.SelectMany(static f => f.AdditionalLocations).Where(l => Path.GetFileName(l.SourceTree!.FilePath) == path).Select(static l => l.SourceSpan.Start).Distinct().Order();
}
