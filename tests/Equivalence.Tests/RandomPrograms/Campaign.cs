using System.Collections.Immutable;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>Many programs, a few dozen at a time.</summary>
/// <param name="seed">The seed; with a number it names a program.</param>
/// <param name="progress">Gets a line now and then.</param>
internal sealed class Campaign(ulong seed, Action<string>? progress = null)
{
    /// <summary>Of a hundred independent programs, at least so many must be offered a fix: silence is no escape.</summary>
    public const double LeastOffered = 95;

    /// <summary>Programs that share a project: enough to share its cost, few enough to be analysed anew after each round of fixes.</summary>
    private const int Together = 25;

    /// <summary>Dependent programs are only analysed.</summary>
    private const int DependentTogether = 100;

    /// <summary>Checks the programs of some numbers.</summary>
    /// <param name="first">The first number.</param>
    /// <param name="count">How many.</param>
    /// <param name="dependent">Whether they are dependent by construction.</param>
    public async Task<Tally> RunAsync(int first, int count, bool dependent)
    {
        var tally = new Tally(seed);
        var size = dependent ? DependentTogether : Together;
        var starts = Enumerable.Range(0, (count + size - 1) / size).Select(i => first + (i * size));
        await Parallel.ForEachAsync(starts, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (start, _) =>
        {
            ImmutableArray<RandomProgram> programs = [.. Enumerable.Range(start, Math.Min(size, first + count - start)).Select(n => Generator.Make(seed, n, dependent))];
            var outcomes = await new ProgramSet(programs).CheckAsync();
            foreach (var outcome in outcomes.Where(static o => o.Flaw is not null))
            {
                progress?.Invoke($"{outcome.Program.Name}: {outcome.Flaw!.Kind}");
            }

            if (tally.Add(outcomes) is var done && done / 500 != (done - outcomes.Length) / 500)
            {
                progress?.Invoke($"{done} of {count}: {tally.Summary}");
            }
        });
        return tally;
    }

    /// <summary>A program with a flaw, made small, for people to read.</summary>
    public async Task<string> ReportAsync(Outcome outcome)
    {
        var small = await new Shrinker(static async p => (await new ProgramSet([p]).CheckAsync()).Single()).ShrinkAsync(outcome);
        return $"===== seed {seed}, program {outcome.Program.Name}, made small\n{Written(small)}";
    }

    /// <summary>A program, and what became of it.</summary>
    public static string Written(Outcome outcome) => $"""
        ===== {outcome.Program.Name}: {outcome.Verdict}, {outcome.Flaw?.Kind ?? "as it should be"}
        facts: {string.Join("; ", outcome.Program.Facts.Select(static f => $"{f.Claim}: {f.Name}"))}
        {outcome.Program.SourceText[outcome.Program.SourceText.IndexOf("namespace", StringComparison.Ordinal)..]}
        --- run by
        {Node.Print(outcome.Program.Driver)}
        --- reported
        {string.Join('\n', outcome.Messages)}
        --- fixed
        {outcome.FixedText?[outcome.FixedText.IndexOf("public sealed class Work", StringComparison.Ordinal)..] ?? "(not fixed)"}
        --- first differences
        {outcome.Flaw?.Detail ?? "none"}

        """;
}
