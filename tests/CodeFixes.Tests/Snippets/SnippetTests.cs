using BatchMigrate.Verification;

namespace BatchMigrate.CodeFixes.Tests.Snippets;

/// <summary>What the pages tell people to write compiles against the runtime as it is.</summary>
public sealed class SnippetTests
{
    private const string RuntimePage = "docs/runtime.md";

    private static readonly string Repository = Path.GetFullPath(Path.Combine(CaseFile.Folder, "..", ".."));

    /// <summary>The sections that are about something else than what a program may write.</summary>
    private static readonly string[] WithoutSnippet = ["How it sends", "Troubleshooting", "Known limitations", "Figures"];

    private static readonly Dictionary<string, Snippet> All = new[] { "README.md", RuntimePage }
        .SelectMany(static page => Snippet.In(page, File.ReadAllText(Path.Combine(Repository, page)))).ToDictionary(static s => $"{s.Page}:{s.Line}");

    public static TheoryData<string> Snippets { get; } = [.. All.Keys];

    [Theory]
    [MemberData(nameof(Snippets))]
    public void A_snippet_compiles(string place)
    {
        var complaints = All[place].Complaints();
        Assert.True(complaints.Count == 0, string.Join(Environment.NewLine, complaints));
    }

    [Fact]
    public void Every_feature_has_a_snippet()
    {
        var sections = File.ReadAllText(Path.Combine(Repository, RuntimePage)).ReplaceLineEndings("\n").Split("\n## ")[1..];
        Assert.Equal([], sections.Where(static section => !section.Contains("```csharp\n", StringComparison.Ordinal)).Select(static section => section.Split('\n')[0]).Except(WithoutSnippet));
        Assert.Contains(All.Values, static snippet => snippet.Page == "README.md");
    }

    [Fact]
    public void A_snippet_that_does_not_compile_is_told_with_its_line()
    {
        const string Page = """
            # A page

            ```csharp
            using System.Text;
            var batch = await client.CompleteBatchAsync(messagesList);

            batch.Sum();
            ```

            <!-- case: D01 before -->
            ```csharp
            this is no business of the snippets
            ```

            ```csharp
            await client.CompleteBatchAsync(messagesList, options: null, oops: 1);
            ```
            """;
        var snippets = Snippet.In("page.md", Page).ToList();
        Assert.Equal([4, 16], snippets.Select(static s => s.Line));
        Assert.StartsWith("page.md(7): CS", Assert.Single(snippets[0].Complaints()), StringComparison.Ordinal);
        Assert.Equal("page.md(16): CS1739: The best overload for 'CompleteBatchAsync' does not have a parameter named 'oops'", Assert.Single(snippets[1].Complaints()));
    }

    [Fact]
    public void A_snippet_may_have_usings_types_and_variables_of_its_own()
    {
        const string Page = """
            ```csharp
            using System.Text;

            var client = new StringBuilder();
            client.Append(new Own());
            foreach (var item in await chatClient.CompleteBatchAsync(prompts, batchOptions: new BatchOptions { Progress = new Own() }))
            {
                Console.WriteLine(item.Index);
            }

            sealed class Own : IProgress<BatchProgress>
            {
                public void Report(BatchProgress value) => Console.WriteLine(value.Completed);
            }
            ```
            """;
        Assert.Empty(Assert.Single(Snippet.In("page.md", Page)).Complaints());
    }
}
