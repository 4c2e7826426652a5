using System.Collections.Immutable;
using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.CodeFixes.Tests;

/// <summary>Every case of the catalogue ends with the verdict that it states. Set UPDATE_CASES=1 to write fixed texts down for review.</summary>
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
        if (file.Verdict == Verdict.Fixed && Environment.GetEnvironmentVariable("UPDATE_CASES") == "1")
        {
            var texts = await CodeFixTest.FixAsync(project);
            file.WriteFixed(texts[(project.Name, path)], file.OtherSources.Select(o => (o.Name, Text: texts[(project.Name, o.Name)])).Where(o => !file.OtherSources.Contains((o.Name, o.Text))));
            return;
        }

        if (file.Verdict == Verdict.Blocked && Environment.GetEnvironmentVariable("UPDATE_CASES") == "1")
        {
            using var workspace = new AdhocWorkspace();
            file.WriteReasons(Reasons(await FixEngine.OfPackage.AnalyzeAsync(TestProject.Build(workspace, [project]).Projects.Single()), path));
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

        if (file.Verdict == Verdict.Blocked)
        {
            Assert.NotNull(file.Blocker);
            Assert.Contains(findings, f => f.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Contains(file.Blocker, StringComparison.Ordinal));
            Assert.All(findings, static f => Assert.NotEmpty(f.AdditionalLocations));
            Assert.Equal(file.Reasons, Reasons(findings, path));
        }
    }

    private static IEnumerable<int> Reasons(IEnumerable<Diagnostic> findings, string path) =>
        findings.SelectMany(static f => f.AdditionalLocations).Where(l => Path.GetFileName(l.SourceTree!.FilePath) == path).Select(static l => l.SourceSpan.Start).Distinct().Order();
}
