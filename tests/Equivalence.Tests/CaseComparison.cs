using BatchMigrate.Equivalence.Tests.Programs;
using BatchMigrate.Verification;

namespace BatchMigrate.Equivalence.Tests;

/// <summary>What the test classes for the two libraries share; two classes, because classes run beside each other.</summary>
internal static class CaseComparison
{
    /// <summary>The cases that can be run, of one of the two libraries.</summary>
    public static TheoryData<string> Cases(bool isOpenAI) =>
        [.. CaseFile.All.Where(c => c.Verdict == Verdict.Fixed && c.Run is not null && c.Source.Contains("OpenAI.Chat", StringComparison.Ordinal) == isOpenAI).Select(static c => c.Id)];

    public static async Task AssertEqualAsync(string id)
    {
        var file = CaseFile.Get(id);
        var project = file.ToProject();
        var texts = await CodeFixTest.FixAsync(project);
        var after = texts[(project.Name, id + ".cs")];
        Assert.True(file.Source != after, "The fix changes nothing.");
        var differences = await new Comparison(file.Source, after, file.Run!, file.IsStrict, [.. file.OtherSources.Select(o => (o.Text, texts[(project.Name, o.Name)]))], FreedomOf(file), file.Uses).DifferencesAsync();
        Assert.True(differences.IsEmpty, $"{differences.Length} differences; the first ones:\n{string.Join("\n\n", differences.Take(3))}\n\n--- fixed program\n{after}");
    }

    /// <summary>What the code leaves open as it stands.</summary>
    private static Freedom FreedomOf(CaseFile file) => file.Expected.Any(static e => e.Id == "BM0006") ? Freedom.Writes
        : !FansOut(file) ? Freedom.None
        : file.Source.Contains("Parallel", StringComparison.Ordinal) ? Freedom.Parallel
        : file.Source.Contains(".Chunk(", StringComparison.Ordinal) ? Freedom.Chunks
        : Freedom.Order;

    // Tasks that are awaited together hand on their exceptions in the order in which they ended.
    private static bool FansOut(CaseFile file) => file.Expected.Any(static e => e.Id == "BM0002")
        || (file.Expected.Any(static e => e.Id is "BM0003" or "BM0005" or "BM0007") && (file.Source.Contains("WhenAll", StringComparison.Ordinal) || file.Source.Contains("Parallel", StringComparison.Ordinal)));
}
