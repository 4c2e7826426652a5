using System.Collections.Immutable;
using BatchMigrate.Verification;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>Holds what the package says of a program against what the generator knows of it.</summary>
internal static class Claims
{
    private const string Blocker = "BM0010 ";

    /// <summary>What is wrong with an offer: nothing, unless an answer is needed for a later request.</summary>
    public static Flaw? Offered(RandomProgram program) =>
        program.Claim == Claim.Dependent ? new Flaw("a fix is offered for a dependent program", Named(program)) : null;

    /// <summary>What becomes of a program that no fix has changed.</summary>
    public static Outcome Judge(RandomProgram program, ImmutableArray<string> messages)
    {
        var verdict = messages.Any(static m => m.StartsWith(Blocker, StringComparison.Ordinal)) ? Verdict.Blocked : Verdict.Silent;
        return new Outcome(program, verdict, messages, null, FlawOf(program, messages, verdict));
    }

    private static Flaw? FlawOf(RandomProgram program, ImmutableArray<string> messages, Verdict verdict)
    {
        if (messages.Any(static m => !m.StartsWith(Blocker, StringComparison.Ordinal)))
        {
            return Offered(program) ?? new Flaw("a finding with a fix is not fixed", string.Join('\n', messages));
        }

        // Whether independent programs are offered a fix is judged of all of them together.
        if (program.Claim == Claim.Independent)
        {
            return null;
        }

        var reasons = program.Facts.SelectMany(static f => f.Reasons).ToList();
        if (verdict == Verdict.Silent)
        {
            return reasons.Contains(string.Empty) ? null : new Flaw("silence without a reason", Named(program));
        }

        return messages.All(m => reasons.Exists(r => r.Length > 0 && m.Contains(r, StringComparison.Ordinal)))
            ? null
            : new Flaw("the reason is none that the program has", $"{string.Join('\n', messages)}\n{Named(program)}");
    }

    private static string Named(RandomProgram program) => string.Join("; ", program.Facts.Select(static f => $"{f.Claim}: {f.Name}"));
}
