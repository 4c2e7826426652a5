using System.Collections.Immutable;

namespace BatchMigrate.Equivalence.Tests.Programs;

/// <summary>What code leaves open as it stands, because it starts its items together.</summary>
internal enum Freedom
{
    /// <summary>Nothing: a loop.</summary>
    None,

    /// <summary>Nothing: a loop. Where a write fails, console lines that tell of the writes before it may be missing, because those share its fate.</summary>
    Writes,

    /// <summary>The order of what the items do, and so which of several failures leaves.</summary>
    Order,

    /// <summary>The order; and a failure keeps later chunks from being started.</summary>
    Chunks,

    /// <summary>The order; and a failure keeps items from being started, nobody knows which.</summary>
    Parallel,
}

/// <summary>What must be the same before and after a fix; docs/guarantees.md says it to users.</summary>
/// <param name="IsStrict">Whether console writes count as effects whose order matters.</param>
/// <param name="Batches">How many batches the fixed code has: console lines keep their order within each of the parts that these make of a loop.</param>
/// <param name="Freedom">What the code leaves open as it stands.</param>
internal sealed record Equality(bool IsStrict, int Batches, Freedom Freedom)
{
    /// <summary>The differences that are not allowed; empty where the programs did the same.</summary>
    /// <param name="before">What the program did as it stands.</param>
    /// <param name="after">What it did after the fix.</param>
    /// <param name="plain">What the program does as it stands when nothing fails.</param>
    /// <param name="severalFail">Whether more than one request fails.</param>
    public IEnumerable<string> Differences(Trace before, Trace after, Trace plain, bool severalFail) => IsStaged && LeftEarly(before, plain) ? StagesStopped(before, after, plain) :
    [
        // Where tasks that are awaited together fail for several reasons, the one that ended first says why.
        .. !IsLoop && plain.Escaped is not null ? Same("Whether an exception leaves", $"{IsLeft(before)}", $"{IsLeft(after)}") : Same("The exception", Exception(before, severalFail), Exception(after, severalFail)),
        .. State(before, after, plain),
        .. IsStrict
            ? Same("The journal", Lines(before.Effects), Lines(after.Effects))
            : [.. Output(before, after, plain), .. Console(before, after, LeftEarly(before, plain))],
        .. Requests(before, after, mayBeMore: before.Requests.Length < plain.Requests.Length || IsLeft(plain)),
    ];

    /// <summary>Tells the output of code that stands before a call; null where no program of the comparison has such code.</summary>
    public Func<string, bool>? Preparing { get; init; }

    /// <summary>Tells whether an exception has left a loop although none has left the program; null where no program of the comparison tells.</summary>
    public Func<Trace, bool>? IsStopped { get; init; }

    /// <summary>How many methods that handled one item have a form for many: what stands before the call in each, and behind it, is a part of its own.</summary>
    public int MethodsForMany { get; init; }

    /// <summary>Whether each item makes several calls, which have become batches one after the other.</summary>
    public bool IsStaged { get; init; }

    /// <summary>Where an exception leaves between two batches, the later calls of all items are missing, and what is done with their answers: what leaves is the same, and nothing is asked or let out that was not before.</summary>
    private IEnumerable<string> StagesStopped(Trace before, Trace after, Trace plain) =>
    [
        // Where the program fails by itself too, the first call of that item comes before the second ones of all others.
        .. plain.Escaped is { } own && after.Escaped == own ? [] : Same("The exception", Exception(before, severalFail: false), Exception(after, severalFail: false)),
        .. IsLeft(plain) ? [] : Minus([.. after.Requests.Select(static r => r.Key)], [.. before.Requests.Concat(plain.Requests).Select(static r => r.Key)]).Take(1).Select(static r => "There are other requests:\n" + r),
        .. before.Escaped is null || IsLeft(plain) ? [] : Minus([.. Outputs(after).Select(static e => e.Text)], [.. Outputs(before).Concat(Outputs(plain)).Select(static e => e.Text)]).Take(1).Select(static o => "There are other outputs:\n" + o),
    ];

    private bool IsLoop => Freedom is Freedom.None or Freedom.Writes;

    /// <summary>What left the program; where any of several failures may, only its type.</summary>
    private string Exception(Trace trace, bool severalFail) =>
        trace.Escaped is not { } escaped ? "none" : severalFail && !IsLoop ? escaped[..escaped.IndexOf(':', StringComparison.Ordinal)] : escaped;

    private IEnumerable<Effect> Outputs(Trace trace) =>
        IsLoop ? Of(trace, EffectKind.Output) : Of(trace, EffectKind.Output).OrderBy(static e => e.Text, StringComparer.Ordinal);

    /// <summary>Whether an exception has left a loop or the program.</summary>
    public bool IsLeft(Trace trace) => trace.Escaped is not null || IsStopped?.Invoke(trace) == true;

    /// <summary>
    /// What callbacks were given. Where a failure left a loop they may have been called for the preparation of later items too, as services that a preparation asks: those are known from the run without
    /// a failure, unless the program fails by itself.
    /// </summary>
    private IEnumerable<string> Output(Trace before, Trace after, Trace plain)
    {
        var ahead = Preparing is not null && LeftEarly(before, plain) ? (IsLeft(plain) ? after : plain).Effects.Where(e => e.Kind == EffectKind.Output && Preparing(e.Text)).Select(static e => e.Text).Except(Outputs(before).Select(static e => e.Text)).ToHashSet() : [];
        return Same("The output", Lines(Outputs(before)), Lines(Outputs(after).Where(e => !ahead.Contains(e.Text))));
    }

    /// <summary>Whether a failure took the program out of a loop, so that later items were not reached.</summary>
    private bool LeftEarly(Trace before, Trace plain) => IsLeft(before) || before.Requests.Length < plain.Requests.Length;

    private static IEnumerable<string> Same(string what, string before, string after) =>
        before == after ? [] : [$"{what} differs.\n--- before\n{before}\n--- after\n{after}"];

    /// <summary>
    /// The state is the same. Only where a loop has become several batches and an exception left the second one, what the first one did for later
    /// items, or for items that were not started, may be there already: each value is then the one before the fix, or the one of a run without failures. Where there
    /// is no such run, because an item of the program fails by itself, nothing tells what the items that were not started would have done.
    /// </summary>
    private IEnumerable<string> State(Trace before, Trace after, Trace plain)
    {
        if (Freedom is Freedom.Chunks or Freedom.Parallel && IsLeft(plain))
        {
            return [];
        }

        var mayBeAhead = (Batches > 1 || Freedom is Freedom.Chunks or Freedom.Parallel) && LeftEarly(before, plain);
        var (was, now, whole) = (before.State.ToLookup(static l => l.Path, static l => l.Value), after.State.ToLookup(static l => l.Path, static l => l.Value), plain.State.ToLookup(static l => l.Path, static l => l.Value));
        var differing = was.Concat(now).Select(static g => g.Key).Distinct()
            .Where(path => !now[path].SequenceEqual(was[path]) && !(mayBeAhead && now[path].SequenceEqual(whole[path])))
            .Select(path => $"{path}: before {string.Join(" / ", was[path])}, after {string.Join(" / ", now[path])}")
            .ToList();
        return differing.Count == 0 ? [] : ["The state at the end differs.\n" + string.Join('\n', differing)];
    }

    private IEnumerable<string> Console(Trace before, Trace after, bool leftEarly)
    {
        ImmutableArray<string> was = [.. Of(before, EffectKind.Console).Select(static e => e.Text)];
        ImmutableArray<string> now = [.. Of(after, EffectKind.Console).Select(static e => e.Text)];
        var (missing, added) = (Minus(was, now), Minus(now, was));
        if ((missing.Count > 0 && !(leftEarly && Freedom == Freedom.Writes)) || (added.Count > 0 && !leftEarly) || IsLoop && LongestDescent(Places(was, now)) > Batches + 1 + (2 * MethodsForMany))
        {
            yield return $"The console differs in more than the order of prepared and consumed lines.\n--- before\n{string.Concat(was)}\n--- after\n{string.Concat(now)}";
        }
    }

    private IEnumerable<string> Requests(Trace before, Trace after, bool mayBeMore)
    {
        ImmutableArray<string> was = [.. before.Requests.Select(static r => r.Key)];
        ImmutableArray<string> now = [.. after.Requests.Select(static r => r.Key)];
        var (missing, added) = (Minus(was, now), Minus(now, was));
        if (missing.Count > 0)
        {
            yield return "Requests are missing:\n" + string.Join("\n\n", missing);
        }

        if (added.Count > 0 && !mayBeMore)
        {
            yield return "There are more requests:\n" + string.Join("\n\n", added);
        }

        // A token that the fan-out itself makes for its items goes with it.
        if (Freedom != Freedom.Parallel && Minus(Cancelable(before), Cancelable(after)).Count > 0)
        {
            yield return "Requests have lost their cancellation token.";
        }
    }

    private static ImmutableArray<string> Cancelable(Trace trace) => [.. trace.Requests.Where(static r => r.CanBeCanceled).Select(static r => r.Key)];

    private static IEnumerable<Effect> Of(Trace trace, EffectKind kind) => trace.Effects.Where(e => e.Kind == kind);

    private static string Lines(IEnumerable<Effect> effects) => string.Join('\n', effects.Select(static e => $"{e.Kind}: {e.Text}"));

    /// <summary>The elements of one multiset that another lacks.</summary>
    private static List<string> Minus(ImmutableArray<string> all, ImmutableArray<string> taken)
    {
        var left = taken.CountBy(static t => t).ToDictionary();
        return [.. all.Where(t => !left.TryGetValue(t, out var count) || (left[t] = count - 1) < 0)];
    }

    /// <summary>Where each line stood before; the first of equal lines is taken for the first.</summary>
    private static List<int> Places(ImmutableArray<string> was, ImmutableArray<string> now)
    {
        var places = was.Select(static (line, at) => (line, at)).GroupBy(static p => p.line, static p => p.at).ToDictionary(static g => g.Key, static g => new Queue<int>(g));
        return [.. now.Where(line => places.TryGetValue(line, out var queue) && queue.Count > 0).Select(line => places[line].Dequeue())];
    }

    /// <summary>
    /// The length of the longest decreasing subsequence. A sequence is a merge of k increasing ones exactly where this is at most k (Dilworth), so
    /// this says into how many parts of kept order the lines have been taken apart.
    /// </summary>
    private static int LongestDescent(List<int> places)
    {
        var longest = new int[places.Count];
        for (var i = 0; i < places.Count; i++)
        {
            longest[i] = 1 + Enumerable.Range(0, i).Where(j => places[j] > places[i]).Select(j => longest[j]).DefaultIfEmpty().Max();
        }

        return longest.DefaultIfEmpty().Max();
    }
}
