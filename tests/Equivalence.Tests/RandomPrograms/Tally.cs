using System.Collections.Immutable;
using BatchMigrate.Verification;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>Counts what became of programs.</summary>
/// <param name="seed">The seed of the campaign.</param>
internal sealed class Tally(ulong seed)
{
    private readonly Lock _gate = new();
    private readonly List<Outcome> _flawed = [];
    private readonly List<Outcome> _refused = [];
    private readonly Dictionary<(Claim, Verdict), int> _counts = [];

    /// <summary>Programs that show something to be wrong, by their numbers.</summary>
    public ImmutableArray<Outcome> Flawed => [.. _flawed.OrderBy(static o => Number(o))];

    /// <summary>Independent programs that were not offered a fix, by their numbers.</summary>
    public ImmutableArray<Outcome> Refused => [.. _refused.OrderBy(static o => Number(o))];

    /// <summary>How many independent programs of a hundred were offered a fix.</summary>
    public double OfferedShare => Of(Claim.Independent) == 0 ? 100 : 100.0 * _counts.GetValueOrDefault((Claim.Independent, Verdict.Fixed)) / Of(Claim.Independent);

    public string Summary
    {
        get
        {
            lock (_gate)
            {
                var counts = string.Join(", ", _counts.OrderBy(static c => c.Key).Select(static c => $"{c.Key.Item1} {c.Key.Item2} {c.Value}").Select(static c => c.ToLowerInvariant()));
                var offered = Of(Claim.Independent) == 0 ? "" : $"; {OfferedShare:F1} % of the independent ones offered a fix";
                return $"seed {seed}: {_counts.Values.Sum()} programs ({counts}){offered}; {_flawed.Count} with a flaw";
            }
        }
    }

    /// <summary>Adds outcomes and gives the number of all so far.</summary>
    public int Add(ImmutableArray<Outcome> outcomes)
    {
        lock (_gate)
        {
            foreach (var outcome in outcomes)
            {
                var key = (outcome.Program.Claim, outcome.Verdict);
                _counts[key] = _counts.GetValueOrDefault(key) + 1;
                if (outcome.Flaw is not null)
                {
                    _flawed.Add(outcome);
                }
                else if (key.Claim == Claim.Independent && key.Verdict != Verdict.Fixed)
                {
                    _refused.Add(outcome);
                }
            }

            return _counts.Values.Sum();
        }
    }

    private int Of(Claim claim) => _counts.Where(c => c.Key.Item1 == claim).Sum(static c => c.Value);

    private static int Number(Outcome outcome) => int.Parse(outcome.Program.Name.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
}
