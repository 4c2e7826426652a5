using BatchMigrate.EndToEnd.Tests.Support;

namespace BatchMigrate.EndToEnd.Tests;

/// <summary>Roslynator's command-line tool, which loads analyzers and fixes in its own way and with its own Roslyn.</summary>
[Collection(Packed.Name)]
public sealed class RoslynatorTests(PackageFixture fixture)
{
    private const string Project = "Library.csproj";

    [Fact]
    public async Task The_tool_reports_the_findings_and_applies_the_fixes()
    {
        var consumer = fixture.CreateConsumer();
        consumer.Write(Project, Projects.Library);
        consumer.Write("Asker.cs", Programs.OpenAIClass("Asker"));
        consumer.Write("Answerer.cs", Programs.ChatClientClass("Answerer"));
        consumer.Write("Stages.cs", Programs.Stages);
        consumer.Write("Row.cs", Programs.Row);
        Assert.Equal(3, (await consumer.BuildCleanlyAsync(Project)).Count);
        string[] options = [consumer.PathOf(Project), "--severity-level", "info", "--supported-diagnostics", .. FixCommand.Rules];

        var report = await fixture.RunToolAsync("roslynator", ["analyze", .. options]);
        foreach (var expected in new[] { "Asker.cs(12,49): warning BM0001", "Answerer.cs(12,34): warning BM0001", "Stages.cs(12,44): warning BM0001", "Row.cs(9,36): info BM0004" })
        {
            Assert.Contains(expected, report.Output, StringComparison.Ordinal);
        }

        (await fixture.RunToolAsync("roslynator", ["fix", .. options])).EnsureSuccess();

        Assert.All(consumer.ReadSources(), static file => Assert.DoesNotContain("CompleteChatAsync", file.Value, StringComparison.Ordinal));
        Assert.Empty(await consumer.BuildCleanlyAsync(Project));
    }
}
