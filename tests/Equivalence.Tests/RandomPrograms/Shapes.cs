using System.Collections.Immutable;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>Further shapes: several calls in one body, calls in a row, answers that are read one by one, blocking calls.</summary>
internal static class Shapes
{
    /// <summary>A second call in the same body: one that needs the first one's answer, or one that does not.</summary>
    public static ImmutableArray<Node> TwoStages(Draft draft)
    {
        var loop = Loop.Of(draft);
        var scope = loop.Scope;
        var body = new List<Node>();
        if (draft.Dice.Chance(25))
        {
            body.Add(Preparing.Filter(draft, scope, isSimple: true));
        }

        var ask = Ask.Of(draft, Preparing.Prompt(draft, scope, body), body);
        var answer = draft.Name("answer");
        body.Add($"{ask.Type} {answer} = {ask.Value};");
        draft.IsStaged = true;
        var needs = draft.Dice.Chance(60);
        draft.Independent(needs ? "a second call needs the first answer of the same item" : "two calls for each item");
        var prompt = needs ? draft.Dice.Pick($"\"Translate: \" + {answer}{ask.Member}", $"$\"{{{scope.Id}}} {{{answer}{ask.Member}}}\"") : $"$\"Title of {{{scope.Text}}}\"";
        var second = Ask.Of(draft, prompt, body);
        if (draft.Dice.Chance(40))
        {
            body.Add(Consuming.Once(draft, scope, second.Inline));
            body.Add(Consuming.Again(draft, scope, answer + ask.Member));
        }
        else
        {
            var other = draft.Name("other");
            body.Add($"{second.Type} {other} = {second.Value};");
            body.Add(Consuming.Again(draft, scope, answer + ask.Member));
            body.Add(Consuming.Again(draft, scope, other + second.Member));
        }

        return loop.Around([.. body]);
    }

    /// <summary>Embeddings of answers, by a client of their own.</summary>
    public static ImmutableArray<Node> AskThenEmbed(Draft draft)
    {
        var loop = Loop.Of(draft);
        var body = new List<Node>();
        var ask = Ask.Of(draft, Preparing.Prompt(draft, loop.Scope, body), body);
        var answer = draft.Name("answer");
        var (vector, vectors) = (draft.Name("vector"), draft.Name("vectors"));
        draft.NeedsEmbeddings = draft.IsStaged = true;
        draft.Independent("a chat answer and an embedding for each item");
        draft.Locals.Add($"var {vectors} = new List<ReadOnlyMemory<float>>();");
        draft.Ends.Add($"log({vectors});");
        body.Add($"{ask.Type} {answer} = {ask.Value};");
        var input = draft.Dice.Chance(60) ? answer + ask.Member : loop.Scope.Text;
        body.Add(draft.Api == Api.OpenAI
            ? $"OpenAIEmbedding {vector} = await embeddings.GenerateEmbeddingAsync({input});"
            : $"var {vector} = await embeddings.GenerateVectorAsync({input});");
        body.Add($"{vectors}.Add({vector}{(draft.Api == Api.OpenAI ? ".ToFloats()" : "")});");
        body.Add(Consuming.Again(draft, loop.Scope, answer + ask.Member));
        return loop.Around([.. body]);
    }

    /// <summary>A loop that blocks.</summary>
    public static ImmutableArray<Node> Sync(Draft draft)
    {
        draft.MakeSync(isMethod: true);
        return draft.Dice.Below(6) switch
        {
            0 => TwoStages(draft),
            1 or 2 => Helpers.Loop(draft),
            _ => DirectLoop.Of(draft),
        };
    }

    /// <summary>A loop that runs again and needs what it has led to before: only the inner one can be a batch.</summary>
    public static ImmutableArray<Node> Rounds(Draft draft)
    {
        draft.Independent("rounds of independent calls");
        draft.IsNest = true;
        var before = new List<Node>();
        var ask = Ask.Of(draft, "item.Note + item.Text", before);
        var answer = draft.Name("answer");
        return
        [
            new Nest(draft.Dice.Pick("for (var round = 0; round < 2; round++)", "foreach (var round in new[] { 1, 2 })"),
            [
                new Nest("foreach (var item in items)", [.. before, $"{ask.Type} {answer} = {ask.Value};", $"item.Note = {answer}{ask.Member};"]),
                .. draft.Dice.Chance(50) ? (ImmutableArray<Node>)["log(round);"] : [],
            ]),
        ];
    }

    /// <summary>Calls one after another as plain statements.</summary>
    public static ImmutableArray<Node> Row(Draft draft)
    {
        draft.Independent("calls in a row");
        var row = new List<Node>();
        foreach (var i in Enumerable.Range(0, 2 + draft.Dice.Below(2)))
        {
            var name = draft.Name("answer");
            var call = draft.Api == Api.OpenAI ? $"client.CompleteChatAsync([new UserChatMessage(items[{i}].Text + \"{name}\")]{Token(draft)})" : $"client.GetResponseAsync(items[{i}].Text + \"{name}\"{Token(draft)})";
            row.Add($"{(draft.Api == Api.OpenAI ? "ChatCompletion" : "var")} {name} = await {call};");
            draft.Ends.Add($"log({name}{(draft.Api == Api.OpenAI ? ".Content[0].Text" : ".Text")});");
        }

        return [.. row];
    }

    /// <summary>An iterator that yields each answer, or a loop over items that come one by one.</summary>
    public static ImmutableArray<Node> Stream(Draft draft)
    {
        draft.Usings.Add("System.Runtime.CompilerServices");
        draft.Independent("answers are read one by one");
        var api = draft.Api == Api.OpenAI ? ("ChatCompletion answer = await client.CompleteChatAsync([new UserChatMessage(item.Text + item.Id)]", ".Content[0].Text") : ("var answer = await client.GetResponseAsync($\"{item.Id}: {item.Text}\"", ".Text");
        ImmutableArray<Node> ask = [$"{api.Item1}{Token(draft)});"];
        var filter = draft.Dice.Chance(30) ? (ImmutableArray<Node>)[new Nest("if (item.Text.Length == 0)", ["continue;"])] : [];
        if (draft.Dice.Chance(50))
        {
            draft.Members.Add(new Nest("private async IAsyncEnumerable<string> AnswersAsync(IReadOnlyList<Item> items, [EnumeratorCancellation] CancellationToken cancellationToken)",
                [new Nest("foreach (var item in items)", [.. filter, .. ask, draft.Dice.Chance(50) ? $"yield return answer{api.Item2};" : $"yield return item.Id + answer{api.Item2};"])]));
            return [new Nest("await foreach (var text in AnswersAsync(items, cancellationToken))", ["log(text);"])];
        }

        draft.Members.Add(new Nest("private static async IAsyncEnumerable<Item> OneByOneAsync(IReadOnlyList<Item> items)",
            ["await Task.Yield();", new Nest("foreach (var item in items)", ["yield return item;"])]));
        return [new Nest("await foreach (var item in OneByOneAsync(items))", [.. filter, .. ask, $"item.Note = answer{api.Item2};", .. draft.Dice.Chance(50) ? (ImmutableArray<Node>)[$"log(answer{api.Item2});"] : []])];
    }

    private static string Token(Draft draft) => draft.Token is null ? "" : $", cancellationToken: {draft.Token}";
}
