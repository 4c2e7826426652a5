using System.Diagnostics;
using System.Globalization;
using BatchMigrate.Verification;
using Xunit.Abstractions;

namespace BatchMigrate.CodeFixes.Tests.Robustness;

/// <summary>
/// Code as it is while somebody works on it: each case, damaged in every way, is analysed and fixed without an exception, and no fix breaks what parses. A run takes a sample of the edits of each case;
/// ROBUSTNESS=all takes them all. ROBUSTNESS_SEED sets another seed.
/// </summary>
public sealed class DamagedCodeTests(ITestOutputHelper output)
{
    /// <summary>How many random edits are made of each file in a whole run.</summary>
    private const int RandomEdits = 10;

    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("ROBUSTNESS_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : 20_261_121;

    private static readonly bool IsWhole = Environment.GetEnvironmentVariable("ROBUSTNESS") == "all";

    [Theory]
    [InlineData(EditKind.TokenDeleted, 4)]
    [InlineData(EditKind.StatementDoubled, 2)]
    [InlineData(EditKind.TypeMissing, 2)]
    [InlineData(EditKind.Random, 3)]
    public async Task Damaged_code_is_analysed_and_fixed_without_an_exception(EditKind kind, int sample)
    {
        var ordeal = new Ordeal(compile: IsWhole);
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(CaseFile.All.Index(), new ParallelOptions { MaxDegreeOfParallelism = Math.Min(Environment.ProcessorCount, 4) }, async (item, _) =>
        {
            var subject = new Subject(item.Item);
            var edits = (await subject.EditsAsync(kind, Seed + item.Index, RandomEdits)).ToArray();
            if (!IsWhole)
            {
                new Random(Seed + item.Index).Shuffle(edits);
            }

            foreach (var edit in edits.Take(IsWhole ? int.MaxValue : sample))
            {
                await ordeal.TryAsync(subject, edit);
            }
        });
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}, seed {Seed}: {CaseFile.All.Length} cases, {ordeal.Edits} edits, {ordeal.Findings} findings, {ordeal.Fixes} fixes, {watch.Elapsed.TotalMilliseconds / ordeal.Edits:F1} ms an edit"));
        await File.AppendAllTextAsync("/tmp/robust_fail.txt", string.Join("\n=====\n", ordeal.Failures) + "\n=====\n");
        Assert.True(ordeal.Failures.IsEmpty, $"{ordeal.Failures.Count} failures; the first:\n{ordeal.Failures.Order(StringComparer.Ordinal).FirstOrDefault()}");
        Assert.True(ordeal.Fixes > 0, "No fix was offered for any edit: the test does not test.");
    }
}
