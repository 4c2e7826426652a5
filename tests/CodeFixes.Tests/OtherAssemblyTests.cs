using BatchMigrate.Verification;
using Microsoft.CodeAnalysis;

namespace BatchMigrate.CodeFixes.Tests;

/// <summary>A helper of another project has its source in an editor and none in a build: the verdict is the same.</summary>
public sealed class OtherAssemblyTests
{
    private const string Library = """
        using System.Threading.Tasks;
        using BatchMigrate;
        using Microsoft.Extensions.AI;

        namespace Library;

        public interface IScorer
        {
            Task<string> ScoreAsync(string text);
        }

        public sealed class Summaries(IChatClient chat)
        {
            public async Task<string> SummariseAsync(string text) => (await chat.GetResponseAsync(text)).Text;

            public static async Task<string> AskAsync(IChatClient chat, string text) => (await chat.GetResponseAsync(text)).Text;

            [BatchCall(nameof(RateManyAsync))]
            public async Task<string> RateAsync(string text) => (await RateManyAsync([text]))[0].Response;

            public async Task<BatchResult<string>> RateManyAsync(System.Collections.Generic.IEnumerable<string> texts)
            {
                var batch = await chat.CompleteBatchAsync(texts);
                return batch.Map(response => response.Text);
            }
        }
        """;

    private const string Program = """
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Library;
        using Microsoft.Extensions.AI;

        namespace App;

        public sealed class Scorer(IChatClient chat) : IScorer
        {
            public async Task<string> ScoreAsync(string text) => (await chat.GetResponseAsync(text)).Text;
        }

        public static class Loops
        {
            public static async Task<List<string>> RunAsync(Summaries summaries, IChatClient chat, IScorer scorer, string[] texts)
            {
                var list = new List<string>();
                foreach (var text in texts)
                {
                    list.Add(await summaries.SummariseAsync(text));
                }

                foreach (var text in texts)
                {
                    list.Add(await Summaries.AskAsync(chat, text));
                }

                foreach (var text in texts)
                {
                    list.Add(await scorer.ScoreAsync(text));
                }

                foreach (var text in texts)
                {
                    list.Add(await summaries.RateAsync(text));
                }

                return list;
            }
        }
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_verdict_is_the_same_with_and_without_the_source_of_the_other_project(bool hasSource)
    {
        using var workspace = new AdhocWorkspace();
        var solution = TestProject.Build(workspace, [new TestProject("Library", [("Library.cs", Library)]), new TestProject("App", [("App.cs", Program)])]);
        var (library, app) = (solution.Projects.Single(static p => p.Name == "Library"), solution.Projects.Single(static p => p.Name == "App"));
        if (hasSource)
        {
            solution = solution.AddProjectReference(app.Id, new ProjectReference(library.Id));
        }
        else
        {
            using var image = new MemoryStream();
            Assert.True((await library.GetCompilationAsync())!.Emit(image).Success);
            solution = solution.AddMetadataReference(app.Id, MetadataReference.CreateFromImage(image.ToArray()));
        }

        var project = solution.GetProject(app.Id)!;
        Assert.DoesNotContain((await project.GetCompilationAsync())!.GetDiagnostics(), static d => d.Severity == DiagnosticSeverity.Error);
        var findings = await FixEngine.OfPackage.AnalyzeAsync(project);
        Assert.Equal(
            [
                "BM0010 The calls of 'SummariseAsync' could be one batch, but 'SummariseAsync' is in another assembly, and what it does is not known",
                "BM0010 The calls of 'AskAsync' could be one batch, but 'AskAsync' is in another assembly, and what it does is not known",
                "BM0003 'RateAsync' is called for one item at a time; 'RateManyAsync' sends them together",
            ],
            findings.Select(static f => $"{f.Id} {f.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"));

        var text = await (await FixEngine.OfPackage.FixOneByOneAsync(solution)).GetProject(app.Id)!.Documents.Single().GetTextAsync();
        Assert.Contains("var batch = await summaries.RateManyAsync(texts);", text.ToString(), StringComparison.Ordinal);
    }
}
