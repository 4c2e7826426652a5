using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BatchMigrate.CodeFixes.Tests.Editors;

/// <summary>Fix-all in a solution of many projects: each of them becomes what its case says.</summary>
public sealed class ManyProjectsTests
{
    [Fact]
    public async Task Each_project_is_fixed_as_it_is_alone()
    {
        var files = CaseFile.All.Where(static c => c.Verdict == Verdict.Fixed && !c.AllowErrors).Where(static (_, i) => i % 9 == 0).ToList();
        using var workspace = new AdhocWorkspace();
        var solution = TestProject.Build(workspace, files.Select(static f => f.ToProject() with { Name = f.Id }));
        var changed = await FixEngine.OfPackage.FixAllAsync(solution, FixAllScope.Solution, equivalenceKey: null);
        var texts = await Editor.TextsAsync(changed);
        foreach (var file in files)
        {
            foreach (var (name, text) in file.OtherFixedSources.Prepend((file.Id + ".cs", file.FixedSource!)))
            {
                Assert.Equal(text, texts[$"{file.Id}/{name}"]);
            }
        }
    }
}
