using BatchMigrate.EndToEnd.Tests.Support;

namespace BatchMigrate.EndToEnd.Tests;

[Collection(Packed.Name)]
public sealed class SolutionTests(PackageFixture fixture)
{
    [Fact]
    public async Task One_command_rewrites_every_document_of_every_project()
    {
        const string Solution = "All.slnx";
        var consumer = fixture.CreateConsumer();
        consumer.Write(Solution, Projects.Solution("First/First.csproj", "Second/Second.csproj"));
        consumer.Write("First/First.csproj", Projects.Library);
        consumer.Write("Second/Second.csproj", Projects.Library);
        string[] names = ["One", "Two", "Three"];
        foreach (var name in names)
        {
            consumer.Write($"First/{name}.cs", Programs.OpenAIClass(name));
            consumer.Write($"Second/{name}.cs", Programs.ChatClientClass(name));
        }

        var before = consumer.ReadSources();
        var findings = await consumer.BuildCleanlyAsync(Solution);
        await consumer.FormatAsync(Solution);
        var after = consumer.ReadSources();

        Assert.Equal(before.Keys, findings.Select(f => f.File).Order(StringComparer.Ordinal));
        Assert.All(findings, f => Assert.Equal("BM0001", f.Id));
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(after, file => Assert.Contains("CompleteBatchAsync(", file.Value, StringComparison.Ordinal));
        Assert.Empty(await consumer.BuildCleanlyAsync(Solution));
    }

    [Fact]
    public async Task A_project_with_two_target_frameworks_is_rewritten_once()
    {
        const string Project = "Library.csproj";
        var consumer = fixture.CreateConsumer();
        consumer.Write(Project, Projects.MultiTarget);
        consumer.Write("Asker.cs", Programs.OpenAIClass("Asker"));
        consumer.Write("Answerer.cs", Programs.ChatClientClass("Answerer"));

        var findings = await consumer.BuildCleanlyAsync(Project);
        await consumer.FormatAsync(Project);

        Assert.Equal(["Answerer.cs", "Asker.cs"], findings.Select(f => f.File).Order(StringComparer.Ordinal));
        foreach (var text in consumer.ReadSources().Values)
        {
            Assert.Single(Occurrences(text, "CompleteBatchAsync("));
            Assert.Single(Occurrences(text, "using BatchMigrate;"));
        }

        Assert.Empty(await consumer.BuildCleanlyAsync(Project));
    }

    private static IEnumerable<int> Occurrences(string text, string part)
    {
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
        {
            yield return at;
        }
    }
}
