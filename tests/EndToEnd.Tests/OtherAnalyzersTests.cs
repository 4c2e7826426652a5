using BatchMigrate.EndToEnd.Tests.Support;
using BatchMigrate.Verification;

namespace BatchMigrate.EndToEnd.Tests;

/// <summary>A project that takes style seriously: every rule of the SDK, of Meziantou's analyzers and of StyleCop.</summary>
[Collection(Packed.Name)]
public sealed class OtherAnalyzersTests(PackageFixture fixture)
{
    [Fact]
    public async Task A_build_with_other_analyzers_has_no_new_kind_of_warning()
    {
        const string Project = "Strict.csproj";
        var consumer = fixture.CreateConsumer();
        consumer.Write(Project, Projects.Strict);
        consumer.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_analyzer_diagnostic.category-Style.severity = warning\n");
        foreach (var id in new[] { "D01_filter_and_fallback", "F13b_locals_without_the_item_cross", "F50a_completions_of_prompts", "F54a_tasks_in_a_list", "F70a_private_helper" })
        {
            consumer.Write($"{id}.cs", CaseFile.Get(id).Source);
        }

        var before = await consumer.BuildCleanlyAsync(Project);
        await consumer.FormatAsync(Project);
        var after = await consumer.BuildCleanlyAsync(Project);

        foreach (var prefix in new[] { "BM", "CA", "IDE", "MA", "SA" })
        {
            Assert.Contains(before, f => f.Id.StartsWith(prefix, StringComparison.Ordinal));
        }

        Assert.DoesNotContain(after, static f => f.Id.StartsWith("BM", StringComparison.Ordinal));
        var kept = before.Select(static f => (f.File, f.Id)).ToHashSet();
        Assert.DoesNotContain(after, f => !kept.Contains((f.File, f.Id)) && !OtherRules.Accepted.Contains(f.Id));
    }
}
