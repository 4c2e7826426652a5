using System.Reflection;
using System.Text.RegularExpressions;
using BatchMigrate.Equivalence.Tests.Programs;
using BatchMigrate.Equivalence.Tests.Scripting;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>Runs a program and what the fix made of it through the same scripts.</summary>
/// <param name="program">The program.</param>
/// <param name="fixedText">The fixed text.</param>
/// <param name="was">The assembly before.</param>
/// <param name="now">The assembly after.</param>
internal sealed partial class Scenarios(RandomProgram program, string fixedText, Assembly was, Assembly now)
{
    private readonly Equality _equality = new(IsStrict: false, BatchCall().Count(fixedText), program.Freedom)
    {
        IsStaged = program.IsStaged,
        IsStopped = static trace => trace.Effects.Any(static e => e.Text.StartsWith(Generator.Stopped, StringComparison.Ordinal)),
        MethodsForMany = MethodForMany().Count(fixedText),
        Preparing = static text => text.StartsWith(Generator.BeforeCall, StringComparison.Ordinal),
    };

    private readonly List<(string Kind, string Detail)> _differences = [];
    private int _seed;

    /// <summary>The differences over all scripts: what differs, and how.</summary>
    public async Task<List<(string Kind, string Detail)>> DifferencesAsync()
    {
        foreach (var voice in Enum.GetValues<Voice>())
        {
            var plain = await RunAsync(was, new Script(voice));
            await CompareAsync(voice, null, plain);
            if (plain.Requests.Length > 0)
            {
                await FailAsync(voice, plain);
            }
        }

        return _differences;
    }

    /// <summary>Failures do not depend on how the model speaks: each voice hears some of them, one of them all kinds.</summary>
    private async Task FailAsync(Voice voice, Trace plain)
    {
        List<string> keys = [.. plain.Requests.Select(static r => r.Key)];
        var (first, middle, last) = (keys[0], keys[keys.Count / 2], keys[^1]);
        var choices = voice switch
        {
            Voice.Prose => [.. Enum.GetValues<FailureKind>().SelectMany(kind => new[] { (kind, first), (kind, middle), (kind, last), (kind, null) })],
            Voice.Number => [(FailureKind.Provider, keys[1 % keys.Count]), (FailureKind.Defect, middle)],
            _ => new (FailureKind, string?)[] { (FailureKind.Provider, middle), (FailureKind.Timeout, null) },
        };
        foreach (var (kind, key) in choices.Distinct())
        {
            await CompareAsync(voice, new Failure(kind, key is null ? null : new HashSet<string> { key }), plain);
        }

        if (voice == Voice.Prose)
        {
            foreach (var key in new[] { first, middle, last }.Distinct())
            {
                await CancelAsync(voice, key, plain);
            }
        }
    }

    private async Task CompareAsync(Voice voice, Failure? failure, Trace plain)
    {
        var before = failure is null ? plain : await RunAsync(was, new Script(voice, failure));
        var after = await RunAsync(now, new Script(voice, failure, ++_seed));
        Note(_equality.Differences(before, after, plain, severalFail: failure is { Keys: null } || plain.Escaped is not null), failure is null ? $"{voice}, nothing fails" : $"{voice}, {failure.Kind}, {(failure.Keys is null ? "each request" : "request " + Place(plain, failure.Keys.Single()))} fails");
    }

    /// <summary>
    /// Where a token is cancelled the exception leaves from the batch, which no handler inside the loop sees, and answers that had arrived are not read. What is left to
    /// compare: a program that ended with the cancellation does so still, and nothing is asked that the program does not ask.
    /// </summary>
    private async Task CancelAsync(Voice voice, string key, Trace plain)
    {
        var before = await RunAsync(was, new Script(voice) { StopsAt = key });
        var after = await RunAsync(now, new Script(voice, null, ++_seed) { StopsAt = key });
        var scenario = $"{voice}, cancelled at request {Place(plain, key)}";
        if (!program.SourceText.Contains("cancellationToken)", StringComparison.Ordinal) && !before.Requests.Concat(after.Requests).Any(static r => r.CanBeCanceled))
        {
            Note(_equality.Differences(before, after, plain, severalFail: false), scenario);
            return;
        }

        // Where only some calls look at the token, the batches that do may have ended when it is cancelled; and a first call that fails by itself comes before the second ones.
        if (before.Requests.All(static r => r.CanBeCanceled) && IsCancellation(before.Escaped) && !IsCancellation(after.Escaped) && !(program.IsStaged && plain.Escaped is { } own && after.Escaped == own))
        {
            Note([$"The cancellation is lost.\n--- before\n{before.Escaped}\n--- after\n{after.Escaped ?? "none"}"], scenario);
        }

        var known = plain.Requests.Concat(before.Requests).Select(static r => r.Key).ToHashSet();
        if (!_equality.IsLeft(plain) && after.Requests.FirstOrDefault(r => !known.Contains(r.Key)) is { } added)
        {
            Note(["There are other requests:\n" + added.Key], scenario);
        }
    }

    private void Note(IEnumerable<string> differences, string scenario) =>
        _differences.AddRange(differences.Select(d => (d[..d.IndexOfAny(['.', ':', '\n'])], $"{scenario}: {d}")));

    private static bool IsCancellation(string? escaped) => escaped is not null && escaped.Contains("Cancel", StringComparison.Ordinal);

    private static string Place(Trace plain, string key) => $"{plain.Requests.Select(static r => r.Key).ToList().IndexOf(key) + 1} of {plain.Requests.Length}";

    private Task<Trace> RunAsync(Assembly assembly, Script script) => ProgramRun.OfAsync(assembly, "Driver", script, program.Name);

    [GeneratedRegex(@"\.CompleteBatch(Streaming)?(Async)?\(|\.Embed(Vector)?Batch(Async)?\(|\bBatch\.(Run|Stream)(Async)?\(")]
    private static partial Regex BatchCall();

    [GeneratedRegex(@"\bTask(<.+>)? \w*Batch\w*\(")]
    private static partial Regex MethodForMany();
}
