using System.Text.Json;
using BatchMigrate.EndToEnd.Tests.Support;

namespace BatchMigrate.EndToEnd.Tests;

[Collection(Packed.Name)]
public sealed class SettingsTests(PackageFixture fixture)
{
    private const string Project = "Library.csproj";

    [Fact]
    public async Task Severity_none_in_the_editorconfig_silences_the_rule()
    {
        var consumer = CreateLibrary();
        consumer.Write(".editorconfig", "[*.cs]\ndotnet_diagnostic.BM0001.severity = none\n");

        Assert.Empty(await consumer.BuildCleanlyAsync(Project));
    }

    [Fact]
    public async Task Severity_error_in_the_editorconfig_fails_the_build()
    {
        var consumer = CreateLibrary();
        consumer.Write(".editorconfig", "[*.cs]\ndotnet_diagnostic.BM0001.severity = error\n");

        await FailsWithTheRuleAsync(consumer);
    }

    [Fact]
    public async Task Warnings_as_errors_fail_the_build() => await FailsWithTheRuleAsync(CreateLibrary(), "-p:TreatWarningsAsErrors=true");

    [Fact]
    public async Task The_switch_takes_the_analyzers_out_and_leaves_the_runtime()
    {
        var consumer = CreateLibrary();
        consumer.Write("User.cs", "namespace Consumer;\n\npublic static class User\n{\n    public static BatchMigrate.BatchOptions Options => new();\n}\n");

        Assert.Empty(await consumer.BuildCleanlyAsync(Project, "-p:BatchMigrateAnalyzers=false"));
    }

    [Fact]
    public async Task A_project_without_model_libraries_gets_no_findings()
    {
        var consumer = fixture.CreateConsumer();
        consumer.Write(Project, Projects.WithoutModelLibraries);
        consumer.Write("LookAlike.cs", Programs.LookAlike);

        Assert.Empty(await consumer.BuildCleanlyAsync(Project));
    }

    [Fact]
    public async Task The_error_log_is_Sarif_with_the_rule_and_its_help_link()
    {
        var consumer = CreateLibrary();
        await consumer.BuildCleanlyAsync(Project, $"-p:ErrorLog={consumer.PathOf("log.sarif")}%2cversion=2.1");

        using var log = JsonDocument.Parse(consumer.Read("log.sarif"));
        var run = Assert.Single(log.RootElement.GetProperty("runs").EnumerateArray());
        var result = Assert.Single(run.GetProperty("results").EnumerateArray(), r => r.GetProperty("ruleId").GetString() == "BM0001");
        var rule = run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()];
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");

        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        Assert.Equal("BM0001", rule.GetProperty("id").GetString());
        Assert.EndsWith("docs/rules/BM0001.md", rule.GetProperty("helpUri").GetString(), StringComparison.Ordinal);
        Assert.Equal("warning", result.GetProperty("level").GetString());
        Assert.EndsWith("Asker.cs", place.GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
    }

    private Consumer CreateLibrary()
    {
        var consumer = fixture.CreateConsumer();
        consumer.Write(Project, Projects.Library);
        consumer.Write("Asker.cs", Programs.OpenAIClass("Asker"));
        return consumer;
    }

    private static async Task FailsWithTheRuleAsync(Consumer consumer, params string[] properties)
    {
        var build = await consumer.BuildAsync(Project, properties);
        var finding = Assert.Single(consumer.FindingsOf(build));

        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(("BM0001", "error", "Asker.cs"), (finding.Id, finding.Severity, finding.File));
    }
}
