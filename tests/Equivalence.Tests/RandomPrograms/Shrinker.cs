
namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>Makes a program that shows a flaw as small as it gets while it shows the same flaw: greedily, piece by piece.</summary>
/// <param name="check">What becomes of a program.</param>
/// <param name="most">How many programs are tried at most.</param>
internal sealed class Shrinker(Func<RandomProgram, Task<Outcome>> check, int most = 400)
{
    private int _tried;

    /// <summary>The smallest program found, and what became of it.</summary>
    public async Task<Outcome> ShrinkAsync(Outcome outcome)
    {
        while (await SmallerAsync(outcome) is { } smaller)
        {
            outcome = smaller;
        }

        return outcome;
    }

    private async Task<Outcome?> SmallerAsync(Outcome outcome)
    {
        var program = outcome.Program;
        var candidates = Node.Smaller(program.Source).Select(s => program with { Source = s }).Concat(Node.Smaller(program.Driver).Select(d => program with { Driver = d }));
        foreach (var candidate in candidates)
        {
            if (_tried++ >= most)
            {
                return null;
            }

            if (await check(candidate) is { Flaw: { } flaw } smaller && flaw.Kind == outcome.Flaw!.Kind)
            {
                return smaller;
            }
        }

        return null;
    }
}
