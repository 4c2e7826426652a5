using BatchMigrate.EndToEnd.Tests.Support;
using Quickstart.Systems;

namespace BatchMigrate.EndToEnd.Tests;

/// <summary>
/// Every <c>samples/*.Before</c>, migrated with the package. A new one has a row in <see cref="SystemSample.All"/> and one here; <c>UPDATE_MIGRATED=1</c> writes the text that is expected of it, to be read.
/// </summary>
[Collection(Packed.Name)]
public sealed class SystemTests(MigratedSystems systems) : IClassFixture<MigratedSystems>
{
    [Theory]
    [InlineData("PatternStore", "GenerateEmbeddingAsync(", "EmbedBatchAsync(", "UpsertAllAsync(inputs", "SearchAllAsync(vectors", "UpdateAllMetricsAsync(updates")]
    [InlineData("SqlDocs", "GenerateEmbeddingAsync(", "CompleteBatchAsync(messagesList", "EmbedBatchAsync(pending2", "EmbedBatchAsync(questions")]
    [InlineData("DocGen", "GenerateEmbeddingAsync(", "EmbedBatchAsync(", "CompleteBatchAsync(", "DocumentBatchAsync(")]
    [InlineData("LocalModels", "CompleteChatAsync(", "GenerateBatchAsync(client, inputs", "CompleteBatchAsync(messagesList")]
    public void The_sample_does_the_same_in_batches(string sample, string gone, params string[] batched)
    {
        var changed = systems.ChangedFiles(sample);
        Assert.All(changed.Values, text => Assert.DoesNotContain(gone, text, StringComparison.Ordinal));
        Assert.All(batched, call => Assert.Contains(changed.Values, text => text.Contains(call, StringComparison.Ordinal)));

        var measured = systems.Of(sample);
        var (before, after) = (measured.Before.Counters, measured.After.Counters);
        Assert.NotEqual("", measured.Before.Output);
        Assert.Equal(measured.Before.Output, measured.After.Output);
        Assert.InRange(after.Rejected429, 0, before.Rejected429);
        if (measured.Sample.Packs)
        {
            Assert.InRange(after.Requests, 1, before.Requests - 1);
        }
        else
        {
            Assert.InRange(after.Requests, 1, before.Requests);
            Assert.InRange(after.PeakConcurrency, before.PeakConcurrency + 1, SystemMeasurement.Workers);
        }
    }

    [Theory]
    [InlineData("PatternStore")]
    [InlineData("SqlDocs")]
    [InlineData("DocGen")]
    [InlineData("LocalModels")]
    public void The_migrated_text_is_the_expected_one(string sample)
    {
        var folder = Path.Combine(systems.Checkout, "tests", "EndToEnd.Tests", "Migrated");
        var changed = systems.ChangedFiles(sample);
        Assert.NotEmpty(changed);
        if (Environment.GetEnvironmentVariable("UPDATE_MIGRATED") == "1")
        {
            foreach (var (name, text) in changed)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
                File.WriteAllText(Path.Combine(folder, name), text);
            }
        }

        Assert.Equal(SourceTree.Read(folder).Where(file => file.Key.StartsWith(sample, StringComparison.Ordinal)), changed);
    }

    [Fact]
    public void The_rewritten_programs_build_without_a_finding_and_stay_as_they_are()
    {
        Assert.NotEmpty(systems.Tour.FindingsBefore);
        Assert.Empty(systems.Tour.FindingsAfter);
        Assert.Equal(systems.Tour.After, systems.Tour.Later);
    }

    [Fact]
    public void Every_sample_with_a_version_from_before_is_among_them() =>
        Assert.Equal(
            Directory.EnumerateDirectories(Path.Combine(systems.Checkout, "samples"), "*.Before").Select(Path.GetFileName).Order(StringComparer.Ordinal),
            SystemSample.All.Select(s => s.Before).Order(StringComparer.Ordinal));
}
