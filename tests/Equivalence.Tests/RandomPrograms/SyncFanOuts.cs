using System.Collections.Immutable;
using BatchMigrate.Equivalence.Tests.Programs;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>Items that block a thread each: parallel loops, parallel queries, tasks around a synchronous call.</summary>
internal static class SyncFanOuts
{
    public static ImmutableArray<Node> Of(Draft draft)
    {
        var dice = draft.Dice;
        var form = dice.Below(8);
        draft.MakeSync(isMethod: form < 7 && dice.Chance(70));
        draft.Freedom = Freedom.Parallel;
        draft.Independent($"a synchronous fan-out of form {form}");
        if (!draft.IsSyncMethod)
        {
            draft.Locals.Add("await Task.Yield();");
        }

        var results = draft.Name("results");
        switch (form)
        {
            case 0 or 1:
                return [new Nest($"Parallel.ForEach(items, {Options(draft)}item =>", FanOuts.Void(draft), ");")];
            case 2:
                return [new Nest($"Parallel.For(0, items.Count, {Options(draft)}i =>", ["var item = items[i];", .. FanOuts.Void(draft)], ");")];
            case 3:
                draft.Locals.Add($"var {results} = new string[items.Count];");
                draft.Ends.Add($"log({results});");
                var first = new List<Node>();
                draft.IsAway = true;
                var ask = Ask.Of(draft, Preparing.Prompt(draft, new Scope("items[i]"), first), first);
                draft.IsAway = false;
                return [new Nest($"Parallel.For(0, items.Count, {Options(draft)}i =>", [.. first, $"{results}[i] = {ask.Inline};"], ");")];
            case 4:
                draft.IsQuery = true;
                draft.Ends.Add($"log({results});");
                return [new Nest($"var {results} = items.AsParallel().AsOrdered(){Query(draft)}.Select(item =>", FanOuts.Valued(draft), $").{dice.Pick("ToList", "ToArray")}();")];
            case 5:
                draft.IsQuery = true;
                draft.Ends.Add($"log(string.Join(\"|\", {results}.Order(StringComparer.Ordinal)));");
                return [new Nest($"var {results} = items.AsParallel(){Query(draft)}.Select(item =>", FanOuts.Valued(draft), $").{dice.Pick("ToList", "ToArray")}();")];
            case 6:
                draft.IsQuery = true;
                return [new Nest($"items.AsParallel(){Query(draft)}.ForAll(item =>", FanOuts.Void(draft), ");")];
            default:
                draft.Freedom = Freedom.Order;
                return [new Nest("await Task.WhenAll(items.Select(item => Task.Run(() =>", FanOuts.Void(draft), ")));")];
        }
    }

    private static string Options(Draft draft) => draft.Dice.Below(4) switch
    {
        0 => "",
        1 => "new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellationToken }, ",
        _ => $"new ParallelOptions {{ MaxDegreeOfParallelism = {1 + draft.Dice.Below(3)} }}, ",
    };

    private static string Query(Draft draft) => draft.Dice.Below(4) switch
    {
        0 => "",
        1 => ".WithDegreeOfParallelism(2).WithCancellation(cancellationToken)",
        _ => $".WithDegreeOfParallelism({1 + draft.Dice.Below(3)})",
    };
}
