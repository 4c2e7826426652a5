using System.Diagnostics;
using System.Globalization;
using BatchMigrate.Verification;
using Xunit.Abstractions;

namespace BatchMigrate.CodeFixes.Tests.Robustness;

/// <summary>
/// Code as it is while somebody works on it: each case, damaged in every way, is analysed and fixed without an exception, and no fix breaks what parses. A run takes a sample of the edits of each case;
/// ROBUSTNESS=all takes them all, ROBUSTNESS=1/8 every eighth. ROBUSTNESS_SEED sets another seed.
/// </summary>
public sealed class DamagedCodeTests(ITestOutputHelper output)
{
    /// <summary>How many random edits are made of each file in a whole run.</summary>
    private const int RandomEdits = 10;

    /// <summary>How many edits of each kind are made of each case in a short run.</summary>
    private const int Sample = 2;

    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("ROBUSTNESS_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : 20_261_121;

    /// <summary>Which part of all edits is made: the first of one part, the second of eight, and so on. Null for a sample.</summary>
    private static readonly (int Part, int Of)? Share = Environment.GetEnvironmentVariable("ROBUSTNESS") switch
    {
        null or "" => null,
        "all" => (1, 1),
        var share => (int.Parse(share.Split('/')[0], CultureInfo.InvariantCulture), int.Parse(share.Split('/')[1], CultureInfo.InvariantCulture)),
    };

    [Theory]
    [InlineData(EditKind.TokenDeleted)]
    [InlineData(EditKind.StatementDoubled)]
    [InlineData(EditKind.TypeMissing)]
    [InlineData(EditKind.Random)]
    public async Task Damaged_code_is_analysed_and_fixed_without_an_exception(EditKind kind)
    {
        var ordeal = new Ordeal();
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(CaseFile.All.Index(), new ParallelOptions { MaxDegreeOfParallelism = Math.Min(Environment.ProcessorCount, 4) }, async (item, _) =>
        {
            var subject = new Subject(item.Item);
            var edits = (await subject.EditsAsync(kind, Seed + item.Index, RandomEdits)).ToArray();
            new Random(Seed + item.Index).Shuffle(edits);
            foreach (var edit in Share is { } share ? edits.Where((_, i) => i % share.Of == share.Part - 1) : edits.Take(Sample))
            {
                await ordeal.TryAsync(subject, edit);
            }
        });
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}, seed {Seed}: {CaseFile.All.Length} cases, {ordeal.Edits} edits, {ordeal.Findings} findings, {ordeal.Fixes} fixes, {watch.Elapsed.TotalMilliseconds / ordeal.Edits:F1} ms an edit"));
        Assert.True(ordeal.Failures.IsEmpty, $"{ordeal.Failures.Count} failures; the first:\n{ordeal.Failures.Order(StringComparer.Ordinal).FirstOrDefault()}");
        Assert.True(ordeal.Fixes > 0, "No fix was offered for any edit: the test does not test.");
    }
}
