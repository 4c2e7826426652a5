using System.Collections.Immutable;
using BatchMigrate.Equivalence.Tests.Programs;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>Tasks that are kept in collections, fan-outs inside loops, and throttles taken by the loop.</summary>
internal static class TaskFanOuts
{
    private static readonly Scope Item = new("item");

    public static ImmutableArray<Node> Of(Draft draft)
    {
        var dice = draft.Dice;
        var form = dice.Below(12);
        draft.Freedom = Freedom.Order;
        draft.Independent($"tasks in form {form}");
        var (results, tasks) = (draft.Name("results"), draft.Name("tasks"));
        switch (form)
        {
            case 0:
                draft.Ends.Add(Shown("(id, task)", tasks, "$\"{id} {await task}\""));
                return
                [
                    $"var {tasks} = new Dictionary<int, Task<string>>();",
                    new Nest("foreach (var item in items)", [$"{tasks}[item.Id] = {Helpers.Make(draft, Item)["await ".Length..]};"]),
                    $"await Task.WhenAll({tasks}.Values);",
                ];
            case 1:
                draft.Ends.Add(dice.Chance(50) ? Shown("(id, task)", tasks, $"id + {ReadTask(draft, "task")}") : Shown("pair", tasks, $"pair.Key + {ReadTask(draft, "pair.Value")}"));
                return dice.Chance(50)
                    ?
                    [
                        $"var {tasks} = items.ToDictionary(item => item.Id, item => {Call(draft, "item")});",
                        $"await Task.WhenAll({tasks}.Values);",
                    ]
                    :
                    [
                        $"var {tasks} = new Dictionary<int, {TaskType(draft)}>();",
                        new Nest("foreach (var item in items)", [dice.Chance(50) ? $"{tasks}[item.Id] = {Call(draft, "item")};" : $"{tasks}.Add(item.Id, {Call(draft, "item")});"]),
                        $"await Task.WhenAll({tasks}.Values);",
                    ];
            case 2:
                draft.Ends.Add(new Nest($"for (var i = 0; i < {tasks}.Length; i++)", [$"items[i].Note = {ReadTask(draft, tasks + "[i]")};"]));
                return
                [
                    $"var {tasks} = new {TaskType(draft)}[items.Count];",
                    new Nest("for (var i = 0; i < items.Count; i++)", [$"{tasks}[i] = {Call(draft, "items[i]")};"]),
                    $"await Task.WhenAll({tasks});",
                ];
            case 3:
                draft.Ends.Add(Shown("result", results, $"result{ReadResult(draft)}"));
                return
                [
                    $"var {tasks} = new List<{TaskType(draft)}>();",
                    new Nest("foreach (var item in items)", [.. Skipping(draft), $"{tasks}.Add({Call(draft, "item")});"]),
                    $"var {results} = await Task.WhenAll({tasks});",
                ];
            case 4:
                var gate = draft.Name("gate");
                return
                [
                    $"var {gate} = new SemaphoreSlim({1 + dice.Below(4)});",
                    $"var {tasks} = new List<Task>();",
                    new Nest("foreach (var item in items)",
                    [
                        $"await {gate}.WaitAsync({dice.Pick("", "cancellationToken")});",
                        new Nest($"{tasks}.Add(Task.Run(async () =>", [new Chain(new Nest("try", FanOuts.Void(draft)), new Nest("finally", [$"{gate}.Release();"]))], "));"),
                    ]),
                    $"await Task.WhenAll({tasks});",
                ];
            case 5:
                draft.Freedom = Freedom.Parallel;
                draft.Token = draft.Token is null ? null : "token";
                draft.Locals.Add($"var {results} = new string[items.Count];");
                draft.Ends.Add($"log({results});");
                var first = new List<Node>();
                draft.IsAway = true;
                var ask = Ask.Of(draft, Preparing.Prompt(draft, new Scope("items[i]"), first), first);
                draft.IsAway = false;
                return [new Nest($"await Parallel.ForEachAsync(Enumerable.Range(0, items.Count), {dice.Pick("cancellationToken", "new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellationToken }")}, async (i, token) =>", [.. first, $"{results}[i] = {ask.Inline};"], ");")];
            case 6:
                draft.Freedom = Freedom.Chunks;
                draft.Locals.Add($"var {results} = new List<string>();");
                draft.Ends.Add($"log({results});");
                return [new Nest($"foreach (var chunk in items.Chunk({2 + dice.Below(2)}))", [new Nest($"{results}.AddRange(await Task.WhenAll(chunk.Select(async item =>", FanOuts.Valued(draft), ")));")])];
            case 7:
                draft.NeedsGroups = true;
                draft.Freedom = Freedom.Chunks;
                return [new Nest("foreach (var group in groups)", [new Nest("await Task.WhenAll(group.Items.Select(async item =>", FanOuts.Void(draft), "));"), .. dice.Chance(40) ? (ImmutableArray<Node>)["log(group.Number);"] : []])];
            case 8:
                // Each chunk knows what the one before it has led to, and no more.
                draft.Freedom = Freedom.Chunks;
                draft.Locals.Add("var known = \"nothing\";");
                draft.Open("later chunks need what earlier ones have led to", "");
                return
                [
                    new Nest("foreach (var chunk in items.Chunk(2))",
                    [
                        new Nest("var texts = await Task.WhenAll(chunk.Select(async item =>", [$"var answer = await {Call(draft, "item", "known")};", $"return answer{ReadResult(draft)};"], "));"),
                        "known = string.Join(\", \", texts);",
                        "log(known);",
                    ]),
                ];
            case 9:
                draft.Freedom = Freedom.Chunks;
                draft.Open("later rounds need what earlier ones have led to", "");
                return [new Nest("for (var round = 0; round < 2; round++)", [new Nest("await Task.WhenAll(items.Select(async item =>", [$"var answer = await {Call(draft, "item", "item.Note")};", $"item.Note = answer{ReadResult(draft)};"], "));")])];
            case 10:
                draft.Open("tasks are raced", "");
                return
                [
                    $"var {tasks} = items.Select(async item =>",
                    new Nest("", FanOuts.Valued(draft), ").ToList();"),
                    new Nest($"while ({tasks}.Count > 0)", ["var done = await Task.WhenAny(" + tasks + ");", $"{tasks}.Remove(done);", "log(await done);"]),
                ];
            default:
                draft.Ends.Add($"log({results});");
                draft.Token = null;
                var call = Helpers.Make(draft, Item)["await ".Length..];
                return call.EndsWith("(item)", StringComparison.Ordinal)
                    ? [$"var {results} = await Task.WhenAll(items.Select({call[..^"(item)".Length]}));"]
                    : [$"var {results} = await Task.WhenAll(items.Select(item => {call}));"];
        }
    }

    private static ImmutableArray<Node> Skipping(Draft draft) => draft.Dice.Chance(30) ? [new Nest("if (item.Text.Length == 0)", ["continue;"])] : [];

    private static Nest Shown(string item, string source, string text) => new($"foreach (var {item} in {source})", [$"log({text});"]);

    private static string Call(Draft draft, string item, string? known = null)
    {
        var prompt = known is null ? $"$\"{{{item}.Id}}: {{{item}.Text}}\"" : $"{known} + {item}.Text + {item}.Id";
        var token = draft.Token is null ? "" : $", cancellationToken: {draft.Token}";
        return draft.Api switch
        {
            Api.OpenAI => $"client.CompleteChatAsync([new UserChatMessage({prompt})]{token})",
            Api.Abstraction => $"client.GetResponseAsync({prompt}{token})",
            Api.OpenAIEmbedding => $"client.GenerateEmbeddingAsync({prompt}{token})",
            _ => $"client.GenerateVectorAsync({prompt}{token})",
        };
    }

    private static string TaskType(Draft draft) => draft.Api switch
    {
        Api.OpenAI => "Task<ClientResult<ChatCompletion>>",
        Api.Abstraction => "Task<ChatResponse>",
        Api.OpenAIEmbedding => "Task<ClientResult<OpenAIEmbedding>>",
        _ => "Task<ReadOnlyMemory<float>>",
    };

    /// <summary>How the text of what a call gives is read.</summary>
    private static string ReadResult(Draft draft) => draft.Api switch
    {
        Api.OpenAI => ".Value.Content[0].Text",
        Api.Abstraction => ".Text",
        Api.OpenAIEmbedding => ".Value.ToFloats().Span[0].ToString(\"F1\")",
        _ => ".Span[0].ToString(\"F1\")",
    };

    private static string ReadTask(Draft draft, string task) => (draft.Dice.Chance(50) ? task + ".Result" : $"(await {task})") + ReadResult(draft);
}
