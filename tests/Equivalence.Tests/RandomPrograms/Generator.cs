using System.Collections.Immutable;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>Makes programs from seeds.</summary>
internal static class Generator
{
    /// <summary>What a callback is told before a call begins with this: after a failure it may have been told so for later items too.</summary>
    public const string BeforeCall = "before: ";

    /// <summary>What a handler behind a loop tells begins with this.</summary>
    public const string Stopped = "stopped by ";

    /// <summary>A program.</summary>
    /// <param name="seed">The seed of a campaign.</param>
    /// <param name="number">The program's number in it.</param>
    /// <param name="dependent">Whether a request must need what an earlier answer has led to.</param>
    public static RandomProgram Make(ulong seed, int number, bool dependent = false)
    {
        var dice = Dice.Of(dependent ? ~seed : seed, number);
        var draft = new Draft(dice, dice.Pick(Api.OpenAI, Api.OpenAI, Api.OpenAI, Api.Abstraction, Api.Abstraction, Api.Abstraction, Api.OpenAIEmbedding, Api.AbstractionEmbedding)) { Token = dice.Chance(60) ? "cancellationToken" : null };
        var isCaught = draft.IsCaughtOutside = dice.Chance(15);
        var place = Places.Of(draft);
        var body = dependent ? Feedback.Of(draft) : dice.Below(26) switch
        {
            20 => InParts(draft, SyncFanOuts.Of),
            21 or 22 => InParts(draft, TaskFanOuts.Of),
            23 or 24 => Shapes.Sync(draft),
            25 => Shapes.Rounds(draft),
            0 or 1 or 2 => Helpers.Loop(draft),
            3 or 4 or 5 or 6 => InParts(draft, FanOuts.Of),
            7 or 8 => Shapes.TwoStages(draft),
            9 when draft.IsChat => Shapes.AskThenEmbed(draft),
            10 when draft.IsChat => InParts(draft, Shapes.Row),
            11 when draft.IsChat => Shapes.Stream(draft),
            12 => Obstacles.Of(draft),
            _ => DirectLoop.Of(draft),
        };
        draft.Conclude(Node.Print(body));
        if (isCaught && draft.IsCaughtOutside)
        {
            body = [new Chain(new Nest("try", body), new Nest("catch (Exception e)", [$"log(\"{Stopped}\" + e.GetType().Name);"]), new Nest("finally", ["log(\"over\");"]))];
        }

        return Whole(draft, $"P{number}", draft.NeedsPlainPlace ? body : place(body));
    }

    /// <summary>A shape whose results are locals that the end looks at: no handler comes between.</summary>
    private static ImmutableArray<Node> InParts(Draft draft, Func<Draft, ImmutableArray<Node>> shape)
    {
        draft.IsCaughtOutside = false;
        return shape(draft);
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
                .. draft.NeedsBoxes ? (ImmutableArray<Node>)[new Leaf("public Box Box { get; init; } = Box.Common;") { IsKept = true }] : [],
            ]) { IsKept = true },
            .. draft.NeedsBoxes ? (ImmutableArray<Node>)[new Nest("public sealed class Box", [new Leaf("public static readonly Box Common = new();") { IsKept = true }, new Leaf("public string Last { get; set; } = \"\";") { IsKept = true }]) { IsKept = true }] : [],
            "",
            .. draft.NeedsGroups ? (ImmutableArray<Node>)[new Nest("public sealed class Group(int number)", ["public int Number { get; } = number;", "public List<Item> Items { get; } = [];"]), ""] : [],
            .. draft.Types.SelectMany(static t => new[] { t, "" }),
            new Nest($"public sealed class Work({draft.ClientType} client{(draft.NeedsEmbeddings ? draft.Api == Api.OpenAI ? ", EmbeddingClient embeddings" : ", IEmbeddingGenerator<string, Embedding<float>> embeddings" : "")}, Action<object?> log)",
            [
                "private const string Instruction = \"Rewrite:\";",
                .. draft.Members,
                "",
                new Nest($"public {(draft.IsSyncMethod ? "void" : "async Task")} RunAsync(IReadOnlyList<Item> items{(draft.NeedsGroups ? ", IReadOnlyList<Group> groups" : "")}, CancellationToken cancellationToken)", [.. draft.Locals, .. body, .. draft.Ends]) { IsKept = true },
            ]) { IsKept = true },
        ];
        if (draft.NeedsEmbeddings && draft.Api == Api.OpenAI)
        {
            draft.Usings.Add("OpenAI.Embeddings");
        }

        string[] texts = ["alpha beta", "gamma", "", "delta epsilon zeta", "eta", "theta iota"];
        ImmutableArray<Node> driver =
        [
            "List<Item> items = [];",
            "watch(\"items\", items);",
            .. texts.Take(3 + draft.Dice.Below(4)).Select(static (t, i) => (Node)$"items.Add(new Item({i + 1}, \"{t}\"));"),
            "items[0].Tags.Add(\"first\");",
            .. draft.NeedsGroups ? (ImmutableArray<Node>)["List<Group> groups = [new(1), new(2), new(3)];", "items.ForEach(x => groups[x.Id / 3 % 3].Items.Add(x));"] : [],
            .. draft.Driver,
            $"var work = new Work({draft.DriversClient}{(draft.NeedsEmbeddings ? draft.Api == Api.OpenAI ? ", embeddings" : ", generator" : "")}, log);",
            "watch(\"work\", work);",
            $"{(draft.IsSyncMethod ? "" : "await ")}work.RunAsync(items{(draft.NeedsGroups ? ", groups" : "")}, cancellationToken);",
        ];
        return new RandomProgram(name, source, driver, [.. draft.Usings.Order(StringComparer.Ordinal)], [.. draft.Facts], draft.Freedom) { IsStaged = draft.IsStaged };
    }
}
