using System.Collections.Immutable;
using BatchMigrate.Equivalence.Tests.Programs;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>Items that are started together by hand, in the forms that people write.</summary>
internal static class FanOuts
{
    private static readonly Scope Item = new("item");

    public static ImmutableArray<Node> Of(Draft draft)
    {
        var dice = draft.Dice;
        var form = dice.Below(12);
        draft.Freedom = Freedom.Order;
        draft.Independent($"a fan-out of form {form}");
        var results = draft.Name("results");
        switch (form)
        {
            case 0:
            case 1:
                draft.Ends.Add($"log({results});");
                return [new Nest($"var {results} = await Task.WhenAll(items.Select(async item =>", Valued(draft), "));")];
            case 2:
                return [new Nest("await Task.WhenAll(items.Select(async item =>", Void(draft), "));")];
            case 3:
                var before = new List<Node>();
                var ask = Ask.Of(draft, dice.Pick("item.Text", "$\"{item.Id}: {item.Text}\""), before);
                if (before.Count > 0)
                {
                    goto case 1;
                }

                draft.Ends.Add(new Nest($"foreach (var result in {results})", [$"log(result{(ask.Type == "ChatCompletion" ? ".Value" + ask.Member : ask.InlineMember)});"]));
                return [$"var {results} = await Task.WhenAll(items.Select(item => {Bare(ask.Call)}));"];
            case 4:
                var tasks = draft.Name("tasks");
                draft.Ends.Add($"log({results});");
                return
                [
                    $"var {tasks} = new List<Task<string>>();",
                    new Nest("foreach (var item in items)", [$"{tasks}.Add({Helpers.Make(draft, Item)["await ".Length..]});"]),
                    $"var {results} = await Task.WhenAll({tasks});",
                ];
            case 5:
                draft.Freedom = Freedom.Parallel;
                draft.Token = draft.Token is null ? null : "token";
                return [new Nest($"await Parallel.ForEachAsync(items, {(dice.Chance(50) ? "new ParallelOptions { MaxDegreeOfParallelism = 3 }" : "cancellationToken")}, async (item, token) =>", Void(draft), ");")];
            case 6 or 7:
                var gate = draft.Name("gate");
                return
                [
                    $"using var {gate} = new SemaphoreSlim({1 + dice.Below(4)});",
                    new Nest("await Task.WhenAll(items.Select(async item =>", [$"await {gate}.WaitAsync();", new Chain(new Nest("try", Void(draft)), new Nest("finally", [$"{gate}.Release();"]))], "));"),
                ];
            case 8:
                draft.Freedom = Freedom.Chunks;
                return [new Nest($"foreach (var chunk in items.Chunk({2 + dice.Below(2)}))", [new Nest("await Task.WhenAll(chunk.Select(async item =>", Void(draft), "));")])];
            case 9:
                return [new Nest("await Task.WhenAll(items.Select(item => Task.Run(async () =>", Void(draft), ")));")];
            case 10:
                draft.Locals.Add($"var {results} = new string[items.Count];");
                draft.Ends.Add($"log({results});");
                var first = new List<Node>();
                draft.IsAway = true;
                var indexed = Ask.Of(draft, Preparing.Prompt(draft, Item, first), first);
                draft.IsAway = false;
                return [new Nest("await Task.WhenAll(items.Select(async (item, n) =>", [.. first, $"{results}[n] = {indexed.Inline};"], "));")];
            default:
                var kept = draft.Name("tasks");
                draft.Ends.Add(new Nest($"foreach (var task in {kept})", ["log(await task);"]));
                return [new Nest($"var {kept} = items.Select(async item =>", Valued(draft), ").ToList();"), $"await Task.WhenAll({kept});"];
        }
    }

    private static string Bare(string call) => call.Replace(".ConfigureAwait(false)", "", StringComparison.Ordinal);

    /// <summary>A body that gives a text.</summary>
    public static ImmutableArray<Node> Valued(Draft draft)
    {
        var body = new List<Node>();
        if (draft.Dice.Chance(25))
        {
            body.Add(new Nest("if (item.Text.Length == 0)", ["return \"(nothing)\";"]));
        }

        if (draft.Dice.Chance(20))
        {
            body.Add($"return {Helpers.Make(draft, Item)};");
            return [.. body];
        }

        draft.IsAway = true;
        var ask = Ask.Of(draft, Preparing.Prompt(draft, Item, body), body);
        draft.IsAway = false;
        var answer = draft.Name("answer");
        ImmutableArray<Node> asked = draft.Dice.Chance(40) ? [$"return {ask.Inline};"] : [$"{ask.Type} {answer} = {ask.Value};", $"return $\"{{item.Id}} {{{answer}{ask.Member}}}\";"];
        body.AddRange(draft.Dice.Chance(25) ? [new Chain(new Nest("try", asked), new Nest($"catch ({draft.ProviderException})", ["return \"(failed)\";"]))] : asked);
        return [.. body];
    }

    /// <summary>A body that leaves something behind, in places that are made for it.</summary>
    public static ImmutableArray<Node> Void(Draft draft)
    {
        var body = new List<Node>();
        if (draft.Dice.Chance(25))
        {
            body.Add(new Nest("if (item.Text.Length == 0)", [.. draft.Dice.Chance(50) ? (ImmutableArray<Node>)["item.Note = \"(nothing)\";"] : [], "return;"]));
        }

        draft.IsAway = true;
        var ask = Ask.Of(draft, Preparing.Prompt(draft, Item, body), body);
        draft.IsAway = false;
        var asked = new List<Node>();
        var text = ask.Inline;
        if (draft.Dice.Chance(60))
        {
            var answer = draft.Name("answer");
            asked.Add($"{ask.Type} {answer} = {ask.Value};");
            text = answer + ask.Member;
        }

        asked.Add(Shared(draft, text));
        if (text != ask.Inline && draft.Dice.Chance(50))
        {
            asked.Add(Shared(draft, text));
        }

        body.AddRange(draft.Dice.Below(5) switch
        {
            0 => [new Chain(new Nest("try", [.. asked]), new Nest($"catch ({draft.ProviderException} e)", ["item.Note = e.Message;"]))],
            1 => [new Chain(new Nest("try", [.. asked]), new Nest("catch (Exception e) when (e is not OperationCanceledException)", ["item.Tags.Add(e.GetType().Name);"]), new Nest("finally", ["item.Score++;"]))],
            _ => asked,
        });
        return [.. body];
    }

    private static Node Shared(Draft draft, string text)
    {
        draft.Usings.Add("System.Collections.Concurrent");
        switch (draft.Dice.Below(7))
        {
            case 6:
                var kept = draft.Name("kept");
                draft.Locals.Add($"var {kept} = new List<string>();");
                draft.Ends.Add($"log(string.Join(\"|\", {kept}.Order(StringComparer.Ordinal)));");
                return draft.Dice.Chance(70) || text.Contains("await", StringComparison.Ordinal) && !draft.IsSync ? Locked(kept, text) : $"lock ({kept}) {{ {kept}.Add({text}); }}";
            case 0:
                var bag = draft.Name("bag");
                draft.Locals.Add($"var {bag} = new ConcurrentBag<string>();");
                draft.Ends.Add($"log(string.Join(\"|\", {bag}.Order(StringComparer.Ordinal)));");
                return $"{bag}.Add({text});";
            case 1:
                var map = draft.Name("byId");
                draft.Locals.Add($"var {map} = new ConcurrentDictionary<int, string>();");
                draft.Ends.Add($"log(string.Join(\"|\", {map}.OrderBy(p => p.Key)));");
                return $"{map}[item.Id] = {text};";
            case 2:
                var letters = draft.Name("letters");
                draft.Locals.Add($"var {letters} = 0;");
                draft.Ends.Add($"log({letters});");
                return $"Interlocked.Add(ref {letters}, ({text}).Length);";
            case 3:
                return $"item.Tags.Add({text});";
            default:
                return $"item.Note = {text};";
        }
    }

    private static Chain Locked(string list, string text) => new(new Nest("", [$"var added = {text};", new Nest($"lock ({list})", [$"{list}.Add(added);"])]));
}
