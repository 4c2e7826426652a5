using System.Collections.Immutable;
using BatchMigrate.Equivalence.Tests.Programs;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>Code that looks as if its items ran together, or as if no answer led anywhere, while each request needs the answer before it.</summary>
internal static class Chained
{
    private const int AsyncForms = 10;

    public static ImmutableArray<Node> Of(Draft draft)
    {
        if (draft.IsSync)
        {
            return Blocking(draft);
        }

        var form = draft.Dice.Below(AsyncForms);
        switch (form)
        {
            case 0 or 1:
                draft.Dependent("each task waits for the one before it", "", "last", "tasks", "AskAsync", "previous");
                Method(draft, "Task<string> previous, string text", "await previous + text");
                Local(draft, "var last = Task.FromResult(\"start\");");
                Local(draft, "var tasks = new List<Task<string>>();");
                draft.Ends.Add("log(await Task.WhenAll(tasks));");
                return form == 0
                    ? [Kept("foreach (var item in items)", "last = AskAsync(last, item.Text, cancellationToken);", "tasks.Add(last);")]
                    : [Kept("foreach (var item in items)", "tasks.Add(AskAsync(tasks.LastOrDefault() ?? last, item.Text, cancellationToken));")];
            case 2:
                draft.Dependent("an answer is folded into the next request", "", "story");
                return [new Leaf($"log(await items.Aggregate(Task.FromResult(\"start\"), async (story, item) => {Answer(draft, "await story + item.Text")}));") { IsKept = true }];
            case 3:
                draft.Dependent("tasks are made one by one, when the answer before is there", "", "previous", "AskAsync");
                Method(draft, "string text", "text");
                Local(draft, "var previous = \"\";");
                return [Kept("foreach (var task in items.Select(item => AskAsync(previous + item.Text, cancellationToken)))", "previous = await task;", "log(previous);")];
            case 4:
                draft.Dependent("a semaphore with one place lets one item after the other see the answer before", "", "previous", "gate");
                draft.Freedom = Freedom.Order;
                Local(draft, "var previous = \"\";");
                Local(draft, "using var gate = new SemaphoreSlim(1);");
                return [Kept("await Task.WhenAll(items.Select(async item =>", "await gate.WaitAsync();", "try", "{", $"    previous = {Answer(draft, "previous + item.Text")};", "}", "finally", "{", "    gate.Release();", "}") with { Foot = "));" }];
            case 5:
                draft.Dependent("a parallel loop with one place", "", "previous");
                draft.Freedom = Freedom.Parallel;
                Local(draft, "var previous = \"\";");
                return [Kept("await Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = 1 }, async (item, token) =>", $"previous = {Answer(draft, "previous + item.Text")};") with { Foot = ");" }];
            case 6:
                draft.Dependent("answers put new requests into a queue", "", "open");
                Local(draft, "var open = new Queue<string>(items.Select(x => x.Text));");
                Local(draft, "var asked = 0;");
                return [Kept("while (open.TryDequeue(out var text) && asked < 9)", "asked++;", $"var answer = {Answer(draft, "text")};", "if (answer.Length > 20)", "{", "    open.Enqueue(answer[..9]);", "}", "log(answer);")];
            case 7:
                draft.Dependent("an answer cancels what follows", "", "stop", "each call has a cancellation token of its own");
                Local(draft, "using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);");
                draft.Token = "stop.Token";
                return [Kept("foreach (var item in items)", $"var answer = {Answer(draft, "item.Text")};", "if (answer.Length > 20)", "{", draft.Dice.Pick("    stop.Cancel();", "    await stop.CancelAsync();"), "}", "log(answer);")];
            case 8:
                draft.Dependent("a method lets one item after the other see the answer before", "", "_last", "_turn", "AskAsync");
                draft.Freedom = Freedom.Order;
                draft.Members.Add(new Leaf("private readonly SemaphoreSlim _turn = new(1);") { IsKept = true });
                draft.Members.Add(new Leaf("private string _last = \"\";") { IsKept = true });
                draft.IsAway = true;
                draft.Members.Add(Kept("private async Task<string> AskAsync(string text, CancellationToken cancellationToken)", "await _turn.WaitAsync();", "try", "{", $"    _last = {Answer(draft, "_last + text")};", "    return _last;", "}", "finally", "{", "    _turn.Release();", "}"));
                draft.IsAway = false;
                return [new Leaf("log(await Task.WhenAll(items.Select(item => AskAsync(item.Text, cancellationToken))));") { IsKept = true }];
            default:
                draft.Dependent("the source looks at what answers have led to", "", "known", "items");
                Local(draft, "var known = new HashSet<int>();");
                return [Kept("foreach (var item in items.Where(x => !known.Contains(x.Id)))", $"var answer = {Answer(draft, "item.Text")};", "known.Add(item.Id + 1 + answer.Length % 2);", "log(answer);")];
        }
    }

    private static ImmutableArray<Node> Blocking(Draft draft)
    {
        Local(draft, "var previous = \"\";");
        draft.Freedom = Freedom.Parallel;
        switch (draft.Dice.Below(5))
        {
            case 0:
                draft.Dependent("a parallel loop with one place", "", "previous");
                return [Kept("Parallel.ForEach(items, new ParallelOptions { MaxDegreeOfParallelism = 1 }, item =>", $"previous = {Answer(draft, "previous + item.Text")};") with { Foot = ");" }];
            case 1:
                draft.Dependent("an answer stops the other items", "", "lets one item stop the others", "previous");
                var stop = draft.Dice.Pick("    state.Stop();", "    state.Break();");
                return [Kept("Parallel.ForEach(items, (item, state) =>", $"var answer = {Answer(draft, "item.Text")};", "if (answer.Length > 20)", "{", stop, "}", "item.Note = answer;") with { Foot = ");" }];
            case 2:
                draft.Dependent("a query that asks as it is walked", "", "previous");
                return [Kept("foreach (var answer in items.Select(item =>", $"return {Answer(draft, "previous + item.Text")};") with { Foot = "))" }, Kept("", "previous = answer;", "log(answer);")];
            case 3:
                draft.Dependent("an answer is folded into the next request", "", "story", "previous");
                return [new Leaf($"log(items.Aggregate(previous, (story, item) => {Answer(draft, "story + item.Text")}));") { IsKept = true }];
            default:
                draft.Dependent("a lock lets one item after the other see the answer before", "", "previous", "a 'lock' spans the call");
                return [Kept("items.AsParallel().AsOrdered().ForAll(item =>", "lock (items)", "{", $"    previous = {Answer(draft, "previous + item.Text")};", "}") with { Foot = ");" }];
        }
    }

    private static string Answer(Draft draft, string prompt) => Feedback.Plain(draft, prompt).Inline;

    private static void Method(Draft draft, string parameters, string prompt)
    {
        draft.IsAway = true;
        draft.Members.Add(new Nest($"private async Task<string> AskAsync({parameters}, CancellationToken cancellationToken)", [new Leaf($"return {Answer(draft, prompt)};") { IsKept = true }]) { IsKept = true });
        draft.IsAway = false;
    }

    private static void Local(Draft draft, string line) => draft.Locals.Add(new Leaf(line) { IsKept = true });

    private static Nest Kept(string head, params ImmutableArray<string> lines) => new(head, [.. lines.Select(static l => new Leaf(l) { IsKept = true })]) { IsKept = true };
}
