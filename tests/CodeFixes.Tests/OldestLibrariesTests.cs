using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.CodeFixes.Tests;

/// <summary>
/// The cases again, with the oldest libraries that the package can be installed beside. What does not depend on the library (generated code, pragmas,
/// fix-all) is left to <see cref="CaseTests"/>: so all cases take about a quarter of the time here, beside that class on another core.
/// </summary>
public sealed class OldestLibrariesTests
{
    /// <summary>All cases but those of libraries that need newer abstractions themselves.</summary>
    public static TheoryData<string> Cases { get; } = [.. CaseFile.All.Where(static c => !c.Uses.Contains("Anthropic")).Select(static c => c.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_verdict_holds(string id)
    {
        var file = CaseFile.Get(id);
        using var workspace = new AdhocWorkspace();
        var solution = TestProject.Build(workspace, [file.ToProject(LibrarySet.Oldest)]);
        Assert.True(file.AllowErrors || (await ErrorsAsync(solution)).Length == 0, "The source does not compile:\n" + await ErrorsAsync(solution));

        var findings = await FixEngine.OfPackage.AnalyzeAsync(solution.Projects.Single());
        Assert.Equal(
            file.Expected.Select(static e => (e.Id, e.Span)).OrderBy(static e => e.Span.Start),
            findings.Where(f => f.Location.SourceTree!.FilePath.EndsWith(id + ".cs", StringComparison.Ordinal)).Select(static f => (f.Id, Span: f.Location.SourceSpan)).OrderBy(static f => f.Span.Start));
        if (file.Verdict != Verdict.Fixed)
        {
            return;
        }

        var changed = await FixEngine.OfPackage.FixOneByOneAsync(solution);
        foreach (var (name, text) in file.OtherFixedSources.Prepend((id + ".cs", file.FixedSource!)))
        {
            Assert.Equal(text, (await changed.Projects.Single().Documents.Single(d => d.Name == name).GetTextAsync()).ToString());
        }

        Assert.True((await ErrorsAsync(changed)).Length == 0, "The fixed code does not compile:\n" + await ErrorsAsync(changed));
    }

    [Fact]
    public void The_oldest_libraries_are_older()
    {
        var (oldest, newest) = (VersionsOf(LibrarySet.Oldest), VersionsOf(LibrarySet.Newest));
        foreach (var library in new[] { "OpenAI", "System.ClientModel", "Microsoft.Extensions.AI.Abstractions" })
        {
            Assert.True(oldest[library] < newest[library], $"{library} has the same version in both sets.");
        }
    }

    private static Dictionary<string, Version> VersionsOf(LibrarySet libraries)
    {
        var compilation = Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create("Versions", references: libraries.All);
        return compilation.SourceModule.ReferencedAssemblySymbols.Where(static a => References.Libraries.Contains(a.Name)).ToDictionary(static a => a.Name, static a => a.Identity.Version);
    }

    private static async Task<string> ErrorsAsync(Solution solution) =>
        string.Join('\n', (await solution.Projects.Single().GetCompilationAsync())!.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));
}
