using System.Collections.Immutable;
using BatchMigrate.Equivalence.Tests.Programs;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>Where in its method a shape stands: in a function of its own that runs once or twice, in a block of any kind, or simply there.</summary>
internal static class Places
{
    /// <summary>Chooses a place. It is asked for before the shape is made, because a place may see what a failure has left behind.</summary>
    /// <param name="draft">The program.</param>
    public static Func<ImmutableArray<Node>, ImmutableArray<Node>> Of(Draft draft)
    {
        var dice = draft.Dice;
        if (dice.Chance(65))
        {
            return static body => body;
        }

        switch (dice.Below(12))
        {
            case 0 or 1 or 2:
                return body => Function(draft, body);
            case 3 or 4:
                return body => Lambda(draft, body);
            case 5:
                draft.IsCaughtOutside = true;
                draft.Types.Add(new Nest("public sealed class Timing(Action<object?> log) : IDisposable", ["public void Dispose() => log(\"closed\");"]));
                var isBlock = dice.Chance(50);
                return body => isBlock ? [new Nest("using (new Timing(log))", Inside(draft, body))] : ["using var timing = new Timing(log);", .. body];
            case 6:
                return body => [new Nest("switch (items.Count)", ["case 0:", "    log(\"nothing\");", "    break;", "default:", .. InSection(Inside(draft, body)), "    break;"])];
            case 7:
                return body => [new Chain(new Nest("if (items.Count > 0)", Inside(draft, body)), new Nest("else", ["log(\"nothing\");"]))];
            case 8:
                return body => [new Nest("checked", Inside(draft, body))];
            case 9:
                // Something to hold is only allowed where nothing is awaited.
                return body => draft.IsSyncMethod ? [new Nest("lock (log)", Inside(draft, body))] : [new Nest("", Inside(draft, body))];
            case 10:
                return body => [new Nest("do", Inside(draft, body), " while (items.Count < 0);")];
            default:
                return body => [new Nest("foreach (var turn in new[] { \"first\", \"second\" }.Take(1))", Inside(draft, body))];
        }
    }

    /// <summary>A section of a <c>switch</c> has no <c>using</c> of its own.</summary>
    private static ImmutableArray<Node> InSection(ImmutableArray<Node> body) => Node.Print(body).Contains("using var", StringComparison.Ordinal) ? [new Nest("", body)] : body;

    /// <summary>What belongs to the shape and looks at its locals goes with it.</summary>
    private static ImmutableArray<Node> Inside(Draft draft, ImmutableArray<Node> body)
    {
        ImmutableArray<Node> all = [.. body, .. draft.Ends];
        draft.Ends.Clear();
        if (draft.Dice.Chance(40))
        {
            all = [.. draft.Locals, .. all];
            draft.Locals.Clear();
        }

        return all;
    }

    private static ImmutableArray<Node> Function(Draft draft, ImmutableArray<Node> body)
    {
        var (takesItems, twice) = (draft.Dice.Chance(30), IsTwice(draft));
        var (type, wait) = Head(draft);
        var function = new Nest($"{type} EachAsync({(takesItems ? "IReadOnlyList<Item> items" : "")})", Inside(draft, body));
        return [function, .. Enumerable.Range(0, twice ? 2 : 1).Select(_ => (Node)$"{wait}EachAsync({(takesItems ? "items" : "")});")];
    }

    private static ImmutableArray<Node> Lambda(Draft draft, ImmutableArray<Node> body)
    {
        var (_, wait) = Head(draft);
        var lambda = new Nest(draft.IsSyncMethod ? "Action each = () =>" : "Func<Task> each = async () =>", Inside(draft, body), ";");
        return [lambda, .. Enumerable.Range(0, IsTwice(draft) ? 2 : 1).Select(_ => (Node)$"{wait}each();")];
    }

    /// <summary>Where a failure keeps items from being started, what has become of them says the number of runs: the comparison knows two numbers, before and at the end.</summary>
    private static bool IsTwice(Draft draft) => draft.Dice.Chance(40) && draft.Freedom is not (Freedom.Chunks or Freedom.Parallel);

    private static (string Type, string Wait) Head(Draft draft) => draft.IsSyncMethod ? ("void", "") : ("async Task", "await ");
}
