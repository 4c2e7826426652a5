namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>Objects that the code names twice: by a local, and through something that holds them.</summary>
internal static class Holders
{
    /// <summary>What holds the object, how it is reached through that, and what is declared for it.</summary>
    private static readonly (string Holder, string Through, string? Type)[] Forms =
    [
        ("var holder = new[] { state };", "holder[0]", null),
        ("State[] holder = [state];", "holder[0]", null),
        ("var holder = new[] { new[] { state } };", "holder[0][0]", null),
        ("var holder = new List<State> { state };", "holder[0]", null),
        ("List<State> holder = [state];", "holder[^1]", null),
        ("var holder = new Dictionary<string, State> { [\"x\"] = state };", "holder[\"x\"]", null),
        ("var holder = new Dictionary<string, State> { { \"x\", state } };", "holder[\"x\"]", null),
        ("var holder = new[] { state }.ToDictionary(x => 1);", "holder[1]", null),
        ("var holder = (State: state, Count: 1);", "holder.State", null),
        ("var holder = new { State = state };", "holder.State", null),
        ("var holder = new Holder(state);", "holder.State", "public sealed record Holder(State State);"),
        ("var holder = new Holder { State = state };", "holder.State", "public sealed class Holder { public required State State { get; init; } }"),
        ("var holder = new Holder(state);", "holder.Get()", "public sealed class Holder(State state) { public State Get() => state; }"),
        ("Func<State> holder = () => state;", "holder()", null),
        ("State Holder() => state;", "Holder()", null),
        ("var holder = new State[1]; holder[0] = state;", "holder[0]", null),
        ("var holder = new List<State>(); holder.Insert(0, state);", "holder.First()", null),
        ("var holder = new Stack<State>(); holder.Push(state);", "holder.Peek()", null),
        ("var holder = new Lazy<State>(() => state);", "holder.Value", null),
        ("var holder = new[] { state };", "holder.Single(x => x.Last != null)", null),
        ("var holder = Enumerable.Repeat(state, 2).ToList();", "holder[1]", null),
        ("object holder = state;", "((State)holder)", null),
        ("var holder = items.Count > 0 ? state : new State();", "holder", null),
        ("var (holder, _) = (state, 1);", "holder", null),
        ("var holder = new KeyValuePair<int, State>(1, state);", "holder.Value", null),
        ("var holder = new Memory<State>([state]);", "holder.Span[0]", null),
        ("var holder = new[] { state }.Select(x => x);", "holder.First()", null),
        ("var holder = Task.FromResult(state);", "holder.Result", null),
        ("var holder = new WeakReference<State>(state);", "(holder.TryGetTarget(out var target) ? target : state)", null),
    ];

    /// <summary>A carrier of any form; it is declared in the draft.</summary>
    public static Carrier Of(Draft draft)
    {
        var form = draft.Dice.Below(Forms.Length);
        var (holder, through, type) = Forms[form];
        draft.Types.Add(new Nest("public sealed class State", [new Leaf("public string Last { get; set; } = \"\";") { IsKept = true }]) { IsKept = true });
        if (type is not null)
        {
            draft.Types.Add(new Leaf(type) { IsKept = true });
        }

        draft.Locals.Add(new Leaf("var state = new State();") { IsKept = true });
        draft.Locals.Add(new Leaf(holder) { IsKept = true });
        return draft.Dice.Chance(50)
            ? new Carrier($"an object behind a holder of form {form}", "state.Last", t => $"{through}.Last = {t};", "holder", "Holder")
            : new Carrier($"an object behind a holder of form {form}, read through it", $"{through}.Last", static t => $"state.Last = {t};", "holder", "Holder");
    }
}
