using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BatchMigrate.Equivalence.Tests.Scripting;

namespace BatchMigrate.Equivalence.Tests.Programs;

/// <summary>Runs two programs through the same scripts and collects the differences.</summary>
internal sealed partial class Comparison(string before, string after, string run, bool isStrict = false, ImmutableArray<(string Before, string After)> others = default, Freedom freedom = Freedom.None, ImmutableArray<string> uses = default)
{
    private readonly TestProgram _before = TestProgram.Compile(before, run, uses.IsDefault ? [] : uses, others.IsDefault ? [] : others.Select(static o => o.Before));
    private readonly TestProgram _after = TestProgram.Compile(after, run, uses.IsDefault ? [] : uses, others.IsDefault ? [] : others.Select(static o => o.After));
    private readonly Equality _equality = new(isStrict, BatchCall().Count(after + (others.IsDefault ? string.Empty : string.Concat(others.Select(static o => o.After)))), freedom);
    private int _seed;

    /// <summary>The differences over all voices and failures, each with the scenario that shows it.</summary>
    public async Task<ImmutableArray<string>> DifferencesAsync()
    {
        var differences = ImmutableArray.CreateBuilder<string>();
        var endsWell = false;
        foreach (var voice in Enum.GetValues<Voice>())
        {
            var plain = await _before.RunAsync(new Script(voice));
            endsWell |= plain.Escaped is null;
            if (plain.Escaped is null && plain.Requests.Length < 2)
            {
                differences.Add($"The run shows nothing: it sends {plain.Requests.Length} requests.");
            }

            differences.AddRange(await DifferencesAsync(voice, null, plain, "nothing fails"));
            var count = plain.Requests.Length;
            foreach (var (keys, which) in Failing([.. plain.Requests.Select(static r => r.Key)]))
            {
                // Failures do not depend on how the model speaks, so one voice hears them all.
                foreach (var kind in voice == Voice.Prose ? Enum.GetValues<FailureKind>() : [FailureKind.Provider])
                {
                    differences.AddRange(await DifferencesAsync(voice, new Failure(kind, keys), plain, $"{which} of {count} requests fails ({kind})"));
                }
            }
        }

        if (!endsWell)
        {
            differences.Add("The run shows little: it ends with an exception whatever the answers.");
        }

        return differences.ToImmutable();
    }

    private static IEnumerable<(IReadOnlySet<string>? Keys, string Which)> Failing(ImmutableArray<string> keys)
    {
        if (keys.Length > 1)
        {
            yield return (new HashSet<string> { keys[0] }, "the first");
            yield return (new HashSet<string> { keys[1] }, "the second");
            yield return (new HashSet<string> { keys[^1] }, "the last");
            yield return (null, "each");
        }
    }

    private async Task<IEnumerable<string>> DifferencesAsync(Voice voice, Failure? failure, Trace plain, string scenario)
    {
        var was = failure is null ? plain : await _before.RunAsync(new Script(voice, failure));
        var now = await _after.RunAsync(new Script(voice, failure, ++_seed));
        return _equality.Differences(was, now, plain, severalFail: failure is { Keys: null }).Select(d => $"{voice}, {scenario}: {d}");
    }

    [GeneratedRegex(@"\.CompleteBatch(Streaming)?(Async)?\(|\.Embed(Vector)?Batch(Async)?\(|\bBatch\.(Run|Stream)(Async)?\(")]
    private static partial Regex BatchCall();
}
