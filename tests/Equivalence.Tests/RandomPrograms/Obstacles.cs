using System.Collections.Immutable;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>Loops with something in them that may stand in the way of a batch. What is said of them has to be true, and what is offered has to be right.</summary>
internal static class Obstacles
{
    public static ImmutableArray<Node> Of(Draft draft)
    {
        var scope = new Scope("item");
        var dice = draft.Dice;
        var before = new List<Node>();
        var ask = Ask.Of(draft, Preparing.Prompt(draft, scope, before), before);
        var answer = draft.Name("answer");
        Node asked = new Leaf($"{ask.Type} {answer} = {ask.Value};") { IsKept = true };
        var after = new List<Node> { Consuming.Again(draft, scope, answer + ask.Member) };
        var body = new List<Node>();
        switch (dice.Below(15))
        {
            case 0:
                draft.Open("a return before the call", "'return' before the call");
                before.Add(Kept("if (item.Id > 40)", "return;"));
                break;
            case 1:
                draft.Open("a throw before the call", "'throw' before the call");
                before.Add(Kept("if (item.Id > 40)", "throw new InvalidOperationException(\"too many\");"));
                break;
            case 2:
                draft.Types.Add(new Nest("public sealed class Span(Action<object?> log) : IDisposable", ["public void Dispose() => log(\"closed\");"]) { IsKept = true });
                draft.Open("a using across the call", "a 'using' spans the call");
                before.Insert(0, new Leaf("using var span = new Span(log);") { IsKept = true });
                break;
            case 3:
                draft.Open("the call on one side of a condition", "the call is made only on one side of a '?:'");
                return [new Nest("foreach (var item in items)", [.. before, new Leaf($"log(item.Id > 2 ? {ask.Inline} : \"(none)\");") { IsKept = true }])];
            case 4:
                draft.Open("the call where a value is missing", "the call is made only where a value is missing ('??')");
                draft.Locals.Add(new Leaf("var known = new Dictionary<int, string> { [2] = \"known\" };") { IsKept = true });
                return [new Nest("foreach (var item in items)", [.. before, new Leaf($"log(known.GetValueOrDefault(item.Id) ?? {ask.Inline});") { IsKept = true }])];
            case 5:
                draft.Open("the call in an arm of a switch", "the call stands in one arm of a 'switch'");
                return [new Nest("foreach (var item in items)", [.. before, new Nest("switch (item.Id % 3)", ["case 0:", "    break;", "default:", new Leaf($"    log({ask.Inline});") { IsKept = true }, "    break;"]) { IsKept = true }])];
            case 6:
                draft.Open("what the item before it was", "'previous' is changed", "");
                draft.Locals.Add(new Leaf("var previous = \"\";") { IsKept = true });
                before.Insert(0, new Leaf("log(\"before: \" + previous);") { IsKept = true });
                after.Add(new Leaf("previous = item.Text;") { IsKept = true });
                break;
            case 7:
                draft.Open("a shared list that is filled anew", "'gathered' is changed", "");
                draft.Locals.Add(new Leaf("var gathered = new List<string>();") { IsKept = true });
                before.Insert(0, new Leaf("gathered.Clear();") { IsKept = true });
                before.Insert(1, new Leaf("gathered.Add(item.Text);") { IsKept = true });
                after.Add(new Leaf("log(gathered);") { IsKept = true });
                break;
            case 8:
                draft.Open("a directive in the loop", "a preprocessor directive stands inside the loop");
                before.Insert(0, new Leaf("#region asking") { IsKept = true });
                after.Add(new Leaf("#endregion") { IsKept = true });
                break;
            case 9:
                draft.Open("a local function in the loop", "a local function or a label stands before the call");
                before.Insert(0, new Leaf("string Titled() => item.Text + \"?\";") { IsKept = true });
                after.Add(new Leaf("log(Titled());") { IsKept = true });
                break;
            case 10:
                draft.Open("an object without a name for its type", "has a type without a name");
                before.Insert(0, new Leaf("var both = new { item.Id, item.Text };") { IsKept = true });
                after.Add(new Leaf("log(both.Text + both.Id);") { IsKept = true });
                break;
            case 11:
                draft.Open("a loop that counts by itself", "");
                return [new Leaf("var at = 0;") { IsKept = true }, new Nest(dice.Pick("while (at < items.Count)", "while (true)"), [new Nest("if (at >= items.Count)", [new Leaf("break;") { IsKept = true }]) { IsKept = true }, new Leaf("var item = items[at++];") { IsKept = true }, .. before, asked, .. after]) { IsKept = true }];
            case 12:
                draft.Open("a number parsed where a handler would see it", "the request is prepared inside a 'try'", "'parsed' is");
                return [new Nest("foreach (var item in items)", [new Chain(new Nest("try", [new Leaf("var parsed = int.Parse(item.Text);") { IsKept = true }, .. before, asked, .. after, "log(parsed);"]), new Nest("catch (FormatException)", [new Leaf("item.Note = \"no number\";") { IsKept = true }]) { IsKept = true }) { IsKept = true }])];
            case 13:
                draft.Open("a field that counts for the request", "'_number'", "");
                draft.Members.Add(new Leaf("private int _number;") { IsKept = true });
                before.Insert(0, new Leaf("_number++;") { IsKept = true });
                var (second, more) = (new List<Node>(), draft.Dice.Chance(50));
                ask = Ask.Of(draft, "$\"{_number}: {item.Text}\"", second);
                asked = new Leaf($"{ask.Type} {answer} = {ask.Value};") { IsKept = true };
                before = [before[0], .. second];
                after = more ? [$"log({answer}{ask.Member} + _number);"] : [$"log({answer}{ask.Member});"];
                break;
            default:
                draft.Open("a token of each item's own", "each call has a cancellation token of its own", "a 'using' spans the call", "is held across the call", "deadline");
                draft.Token = "own.Token";
                before = [new Leaf("using var own = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);") { IsKept = true }];
                ask = Ask.Of(draft, "item.Text + item.Id", before);
                asked = new Leaf($"{ask.Type} {answer} = {ask.Value};") { IsKept = true };
                after = [$"log({answer}{ask.Member});"];
                break;
        }

        return [new Nest("foreach (var item in items)", [.. body, .. before, asked, .. after])];
    }

    private static Nest Kept(string head, string line) => new(head, [new Leaf(line) { IsKept = true }]) { IsKept = true };
}
