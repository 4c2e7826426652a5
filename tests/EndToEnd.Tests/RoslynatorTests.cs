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
        foreach (var (file, expected) in new[] { ("Asker", "warning BM0001"), ("Answerer", "warning BM0001"), ("Stages", "warning BM0001"), ("Row", "info BM0004") })
        {
            Assert.Matches($@"{file}\.cs\(\d+,\d+\): {expected}: ", report.Output);
        }

        (await fixture.RunToolAsync("roslynator", ["fix", .. options])).EnsureSuccess();

        Assert.All(consumer.ReadSources(), static file => Assert.DoesNotContain("CompleteChatAsync", file.Value, StringComparison.Ordinal));
        Assert.Empty(await consumer.BuildCleanlyAsync(Project));
    }
}
