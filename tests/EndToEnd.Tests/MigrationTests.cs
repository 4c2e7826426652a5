using System.Text.RegularExpressions;
using BatchMigrate.EndToEnd.Tests.Support;

namespace BatchMigrate.EndToEnd.Tests;

/// <summary>The way that docs/migrating.md describes, with the files that it shows.</summary>
[Collection(Packed.Name)]
public sealed partial class MigrationTests(PackageFixture fixture)
{
    private const string Solution = "All.slnx";

    [Fact]
    public async Task One_run_migrates_a_solution_and_a_second_one_changes_nothing()
    {
        var consumer = CreateSolution();
        Assert.Equal(2, (await consumer.TryFormatAsync(Solution, "--verify-no-changes")).ExitCode);
        await consumer.FormatAsync(Solution);
        var sources = consumer.ReadSources();
        await consumer.FormatAsync(Solution);

        Assert.Equal(sources, consumer.ReadSources());
        Assert.All(sources, static file => Assert.DoesNotContain("CompleteChatAsync", file.Value, StringComparison.Ordinal));
        Assert.Equal(2, BatchCalls().Count(sources["Second/Stages.cs"]));
        Assert.Equal(2, BatchCalls().Count(sources["First/Row.cs"]));
        Assert.Empty(await consumer.BuildCleanlyAsync(Solution));
    }

    [Fact]
    public async Task A_folder_is_migrated_on_its_own()
    {
        var consumer = CreateSolution();
        var before = consumer.ReadSources();

        // The option counts from the folder that the command is run in, which is the one above.
        await consumer.FormatAsync(Solution, "--include", Path.GetFileName(consumer.Folder) + "/Second/");

        var after = consumer.ReadSources();
        Assert.Equal(["Second/Loop.cs", "Second/Stages.cs"], before.Keys.Where(k => before[k] != after[k]));
    }

    [Fact]
    public async Task The_baseline_of_the_page_lets_known_findings_pass_and_no_new_one()
    {
        var consumer = CreateSolution();
        consumer.Write("Directory.Build.targets", FileOfPage("Directory.Build.targets"));
        consumer.Write("findings.cs", FileOfPage("findings.cs"));
        var listing = (await CountAsync(consumer)).EnsureSuccess();

        // Suggestions are in the list too. Paths are relative to the folder that the command is run in.
        Assert.Equal(
            ["1 BM0001 First/Loop.cs", "1 BM0001 Second/Loop.cs", "1 BM0001 Second/Stages.cs", "2 BM0004 First/Row.cs"],
            listing.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.Replace(Path.GetFileName(consumer.Folder) + "/", "", StringComparison.Ordinal)));
        consumer.Write("findings.txt", listing.Output);
        Assert.Equal(0, (await CountAsync(consumer, "findings.txt")).ExitCode);

        // A finding that has moved is not a new one; a second one in the same file is.
        consumer.Write("First/Loop.cs", "// moved\n\n" + Programs.OpenAIClass("Loop"));
        Assert.Equal(0, (await CountAsync(consumer, "findings.txt")).ExitCode);
        consumer.Write("First/Loop.cs", Programs.OpenAIClass("Loop") + Programs.OpenAIClass("Other").Replace("using OpenAI.Chat;", "", StringComparison.Ordinal).Replace("namespace Consumer;", "", StringComparison.Ordinal));
        var failed = await CountAsync(consumer, "findings.txt");
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("First/Loop.cs: 2 findings, 1 in the baseline", failed.Error, StringComparison.Ordinal);

        // Migrating only takes findings away.
        await consumer.FormatAsync(Solution);
        Assert.Equal(0, (await CountAsync(consumer, "findings.txt")).ExitCode);
    }

    [Fact]
    public async Task The_editorconfig_of_the_page_lets_known_files_pass_and_no_new_one()
    {
        var consumer = fixture.CreateConsumer();
        consumer.Write("Library.csproj", Projects.Library);
        consumer.Write("Import/Digest.cs", Programs.OpenAIClass("Digest"));
        consumer.Write("Reports/Summary.cs", Programs.ChatClientClass("Summary"));
        consumer.Write(".editorconfig", FileOfPage(".editorconfig"));
        Assert.Empty(await consumer.BuildCleanlyAsync("Library.csproj"));

        consumer.Write("Reports/Digest.cs", Programs.OpenAIClass("OtherDigest"));
        var build = await consumer.BuildAsync("Library.csproj");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal("Reports/Digest.cs", Assert.Single(consumer.FindingsOf(build)).File);
    }

    private Consumer CreateSolution()
    {
        var consumer = fixture.CreateConsumer();
        consumer.Write(Solution, Projects.Solution("First/First.csproj", "Second/Second.csproj"));
        consumer.Write("First/First.csproj", Projects.Library);
        consumer.Write("First/Loop.cs", Programs.OpenAIClass("Loop"));
        consumer.Write("First/Row.cs", Programs.Row);
        consumer.Write("Second/Second.csproj", Projects.Library);
        consumer.Write("Second/Loop.cs", Programs.OpenAIClass("Loop"));
        consumer.Write("Second/Stages.cs", Programs.Stages);
        return consumer;
    }

    /// <summary>Builds with SARIF files and runs the program of the page on them.</summary>
    private static async Task<CommandResult> CountAsync(Consumer consumer, string? baseline = null)
    {
        await consumer.BuildCleanlyAsync(Solution, $"-p:FindingsFolder={consumer.PathOf("artifacts/findings")}");
        return await consumer.RunAsync(["run", consumer.PathOf("findings.cs"), "--", consumer.PathOf("artifacts/findings"), .. baseline is null ? Array.Empty<string>() : [consumer.PathOf(baseline)]]);
    }

    /// <summary>A file that the page shows: the block of code below a line <c>&lt;!-- file: NAME --&gt;</c>.</summary>
    private string FileOfPage(string name) =>
        Assert.Single(Block().Matches(File.ReadAllText(Path.Combine(fixture.Checkout, "docs", "migrating.md")).ReplaceLineEndings("\n")), m => m.Groups["name"].Value == name).Groups["text"].Value;

    [GeneratedRegex(@"^<!-- file: (?<name>\S+) -->\n```\w+\n(?<text>(?:(?!```).*\n)*)```$", RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\.CompleteBatchAsync\(")]
    private static partial Regex BatchCalls();
}
