using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BatchMigrate.CodeFixes.Tests.Editors;

/// <summary>A fix that is stopped half-way: it ends with a cancellation or with the whole fix.</summary>
public sealed class CancellationTests
{
    private const int MostStops = 12;

    /// <summary>Every twelfth case; each shape of rewriting is among them.</summary>
    public static TheoryData<string> Cases { get; } = [.. CaseFile.All.Where(static c => c.Verdict == Verdict.Fixed && !c.AllowErrors).Where(static (_, i) => i % 12 == 0).Select(static c => c.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_stopped_fix_leaves_nothing_half_written(string id)
    {
        var reads = 0;
        var whole = await FixAsync(id, () => reads++, default);
        Assert.True(reads > 4, $"The text was read {reads} times only: that is no clock.");
        var (cancelled, stops) = (0, Math.Min(reads, MostStops));
        for (var stop = 0; stop < stops; stop++)
        {
            using var source = new CancellationTokenSource();
            var (left, at) = (reads, reads - (reads * stop / stops));
            try
            {
                var texts = await FixAsync(id, () => StopAt(ref left, at, source), source.Token);
                Assert.Equal(whole, texts);
            }
            catch (OperationCanceledException)
            {
                cancelled++;
            }
        }

        Assert.True(cancelled > 0, "The fix never looked at its token.");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_light_bulb_that_is_not_wanted_any_longer_offers_nothing(string id)
    {
        using var workspace = new AdhocWorkspace();
        var solution = TestProject.Build(workspace, [CaseFile.Get(id).ToProject()]);
        var findings = await FixEngine.OfPackage.AnalyzeAsync(solution.Projects.Single());
        foreach (var finding in findings.Where(static f => f.Id != "BM0010"))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Editor.AskAsync(solution.GetDocument(finding.Location.SourceTree)!, finding, new CancellationToken(canceled: true)));
        }
    }

    private static void StopAt(ref int left, int at, CancellationTokenSource source)
    {
        if (left-- == at)
        {
            source.Cancel();
        }
    }

    /// <summary>Fixes all findings of the first one's rule in a solution whose texts tell that they are read.</summary>
    private static async Task<SortedDictionary<string, string>> FixAsync(string id, Action onRead, CancellationToken cancellationToken)
    {
        using var workspace = new AdhocWorkspace();
        var solution = TestProject.Build(workspace, [CaseFile.Get(id).ToProject()]);
        var findings = await FixEngine.OfPackage.AnalyzeAsync(solution.Projects.Single());
        var (rule, name) = (findings[0].Id, Path.GetFileName(findings[0].Location.SourceTree!.FilePath));
        foreach (var document in solution.Projects.Single().DocumentIds)
        {
            solution = solution.WithDocumentText(document, new CountingText(await solution.GetDocument(document)!.GetTextAsync(CancellationToken.None), onRead));
        }

        var project = solution.Projects.Single();
        var trees = (await project.GetCompilationAsync(CancellationToken.None))!.SyntaxTrees.ToDictionary(static t => t.FilePath);
        var moved = findings.Select(f => Diagnostic.Create(f.Descriptor, Location.Create(trees[f.Location.SourceTree!.FilePath], f.Location.SourceSpan))).ToList();
        return await Editor.TextsAsync(await Editor.FixAllAsync(project.Documents.Single(d => d.Name == name), FixAllScope.Project, rule, _ => moved, cancellationToken));
    }
}
