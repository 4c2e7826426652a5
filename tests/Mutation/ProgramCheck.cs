using System.Globalization;
using BatchMigrate.Equivalence.Tests.RandomPrograms;
using BatchMigrate.Verification;

namespace BatchMigrate.Mutation;

/// <summary>
/// What a change of the analyzers can make different in a random program: a fix that changes what it does, a reason that is none, a fix that is no longer offered. It is planned again for each change,
/// and taken through everything only where that gives another answer than those that have been judged.
/// </summary>
internal sealed class ProgramCheck : ICheck
{
    // A change that makes so many programs different, and none of them wrong, is not found out by the next one.
    private const int MostJudged = 20;

    private static int left;

    private readonly RandomProgram program;
    private readonly BoundCode code;
    private readonly Dictionary<string, string?> judged = [];

    private ProgramCheck(RandomProgram program, BoundCode code) => (this.program, this.code) = (program, code);

    /// <summary>Binds a program.</summary>
    public static async Task<ICheck> CreateAsync(RandomProgram program) =>
        new ProgramCheck(program, await BoundCode.OfAsync(new TestProject("Random", [(program.Name + ".cs", program.SourceText)])));

    /// <summary>Begins with a change.</summary>
    public static void Start() => left = MostJudged;

    /// <inheritdoc/>
    public async Task<string?> RunAsync()
    {
        var (findings, plans) = code.Plan();
        var answer = string.Join('\n', findings.Select(static d => $"{d.Id} {d.Location.SourceSpan} {d.GetMessage(CultureInfo.InvariantCulture)}")) + plans;
        if (!judged.TryGetValue(answer, out var failure) && (judged.Count == 0 || left-- > 0))
        {
            judged.Add(answer, failure = await JudgeAsync());
        }

        return failure;
    }

    private async Task<string?> JudgeAsync()
    {
        var outcome = (await new ProgramSet([program]).CheckAsync()).Single();
        return outcome.Flaw?.Kind ?? (program.Claim == Claim.Independent && outcome.Verdict != Verdict.Fixed && !RandomProgramTests.Refused.Contains(program.Name) ? "Not offered." : null);
    }
}
