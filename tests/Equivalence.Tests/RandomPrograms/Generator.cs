using System.Collections.Immutable;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>Makes programs from seeds.</summary>
internal static class Generator
{
    /// <summary>A program.</summary>
    /// <param name="seed">The seed of a campaign.</param>
    /// <param name="number">The program's number in it.</param>
    /// <param name="dependent">Whether a request must need what an earlier answer has led to.</param>
    public static RandomProgram Make(ulong seed, int number, bool dependent = false)
    {
        var dice = Dice.Of(dependent ? ~seed : seed, number);
        var draft = new Draft(dice, dice.Pick(Api.OpenAI, Api.OpenAI, Api.OpenAI, Api.Abstraction, Api.Abstraction, Api.Abstraction, Api.OpenAIEmbedding, Api.AbstractionEmbedding)) { Token = dice.Chance(60) ? "cancellationToken" : null };
        draft.IsCaughtOutside = dice.Chance(15);
        var body = DirectLoop.Of(draft);
        if (draft.IsCaughtOutside)
        {
            body = [new Chain(new Nest("try", body), new Nest("catch (Exception e)", ["log(\"stopped by \" + e.GetType().Name);"]), new Nest("finally", ["log(\"over\");"]))];
        }

        return Whole(draft, $"P{number}", body);
    }

    private static RandomProgram Whole(Draft draft, string name, ImmutableArray<Node> body)
    {
        ImmutableArray<Node> source =
        [
            new Nest("public sealed class Item(int id, string text)",
            [
                "public int Id { get; } = id;",
                "public string Text { get; } = text;",
                "public string Note { get; set; } = \"\";",
                "public int Score { get; set; }",
                "public List<string> Tags { get; } = [];",
            ]) { IsKept = true },
            "",
            .. draft.Types.SelectMany(static t => new[] { t, "" }),
            new Nest($"public sealed class Work({draft.ClientType} client, Action<object?> log)",
            [
                "private const string Instruction = \"Rewrite:\";",
                .. draft.Members,
                "",
                new Nest("public async Task RunAsync(IReadOnlyList<Item> items, CancellationToken cancellationToken)", [.. draft.Locals, .. body, .. draft.Ends]) { IsKept = true },
            ]) { IsKept = true },
        ];
        string[] texts = ["alpha beta", "gamma", "", "delta epsilon zeta", "eta", "theta iota"];
        ImmutableArray<Node> driver =
        [
            "List<Item> items = [];",
            "watch(\"items\", items);",
            .. texts.Take(3 + draft.Dice.Below(4)).Select(static (t, i) => (Node)$"items.Add(new Item({i + 1}, \"{t}\"));"),
            "items[0].Tags.Add(\"first\");",
            .. draft.Driver,
            $"var work = new Work({draft.DriversClient}, log);",
            "watch(\"work\", work);",
            "await work.RunAsync(items, cancellationToken);",
        ];
        return new RandomProgram(name, source, driver, [.. draft.Usings.Order(StringComparer.Ordinal)], [.. draft.Facts], draft.Freedom);
    }
}
