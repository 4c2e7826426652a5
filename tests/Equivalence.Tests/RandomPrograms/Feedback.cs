using System.Collections.Immutable;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>Loops in which an answer decides what is asked next, or whether anything is.</summary>
internal static class Feedback
{
    public static ImmutableArray<Node> Of(Draft draft)
    {
        draft.IsCaughtOutside = false;
        if (draft.Dice.Chance(20))
        {
            draft.MakeSync(isMethod: true);
        }

        return draft.Dice.Below(14) switch
        {
            10 or 11 => Chained.Of(draft),
            12 => ThroughFailure(draft),
            0 => Exit(draft),
            1 when draft.IsChat => Conversation(draft),
            2 => ThroughHelper(draft),
            3 => Budget(draft),
            _ => Through(draft),
        };
    }

    private static Loop LoopOf(Draft draft) => draft.Dice.Below(7) switch
    {
        0 => new Loop(new Scope("items[i]", "i"), static body => [new Nest("for (var i = 0; i < items.Count; i++)", body)]),
        1 => new Loop(new Scope("item", "i"), static body => [new Nest("for (var i = items.Count - 1; i >= 0; i--)", [new Leaf("var item = items[i];") { IsKept = true }, .. body])]),
        2 => new Loop(new Scope("item"), static body => [new Nest("foreach (var item in items.Where(x => x.Id > 0))", body)]),
        3 => new Loop(new Scope("item"), static body => [new Nest("for (var round = 0; round < 2; round++)", [new Nest("foreach (var item in items)", body)])]),
        4 => new Loop(new Scope("item"), static body => [new Nest("foreach (var (at, item) in items.Index())", body)]),
        _ => new Loop(new Scope("item"), static body => [new Nest("foreach (var item in items)", body)]),
    };

    /// <summary>The answer goes into something that the next request is made of.</summary>
    private static ImmutableArray<Node> Through(Draft draft)
    {
        var loop = LoopOf(draft);
        var carrier = Carrier.Of(draft, loop.Scope);
        var read = carrier.Read;
        var body = new List<Node>();
        if (draft.Dice.Chance(25))
        {
            body.Add(Preparing.Aside(draft, loop.Scope));
        }

        switch (draft.Dice.Below(6))
        {
            case 0:
                body.Add(new Leaf($"var context = \"after \" + {read};") { IsKept = true });
                read = "context";
                break;
            case 1:
                body.Add(new Leaf("var context = \"\";") { IsKept = true });
                body.Add(new Nest($"if (({read})?.Length > 3)", [new Leaf("context = \"long \";") { IsKept = true }]) { IsKept = true });
                read = "context";
                break;
            case 2:
                body.Add(new Nest($"if (({read})?.Length > 400)", [new Leaf("continue;") { IsKept = true }]) { IsKept = true });
                read = "\"\"";
                break;
        }

        // A row of gathered messages would be one more thing that the claim rests on.
        var ask = Plain(draft, $"{read} + {loop.Scope.Text}");
        var answer = draft.Name("answer");
        body.Add(new Leaf($"{ask.Type} {answer} = {ask.Value};") { IsKept = true });
        var write = new Leaf(carrier.Write(answer + ask.Member)) { IsKept = true };
        body.Add(draft.Dice.Below(7) switch
        {
            0 => new Nest($"if ({answer}{ask.Member}.Length > 2)", [write]),
            1 => new Chain(new Nest("try", [write]), new Nest("finally", ["log(\"kept\");"])),
            2 => new Nest($"foreach (var word in {answer}{ask.Member}.Split(' '))", [write]),
            3 => new Nest($"switch ({answer}{ask.Member}.Length % 2)", ["default:", write, "    break;"]),
            _ => write,
        });
        if (draft.Dice.Chance(40))
        {
            body.Add(Consuming.Again(draft, loop.Scope, answer + ask.Member));
        }

        draft.Dependent(carrier.Name, ["", .. carrier.Roots, .. Words(carrier.Read), .. Words(carrier.Write("x"))]);
        return loop.Around([.. body]);
    }

    /// <summary>A call that is one expression.</summary>
    public static Ask Plain(Draft draft, string prompt)
    {
        List<Node> before;
        Ask ask;
        do
        {
            before = [];
            ask = Ask.Of(draft, prompt, before);
        }
        while (before.Count > 0);
        return ask;
    }

    /// <summary>Names in a piece of code: a message may call the carrier by any of them.</summary>
    private static IEnumerable<string> Words(string code) =>
        code.Split([' ', '(', ')', '.', ';', '[', ']', '{', '}', '=', ',', '"', '<', '>'], StringSplitOptions.RemoveEmptyEntries).Where(static w => w.Length > 3 && w is not ("string" or "Join" or "Add"));

    /// <summary>The answer ends the loop.</summary>
    private static ImmutableArray<Node> Exit(Draft draft)
    {
        var loop = LoopOf(draft);
        var ask = Plain(draft, loop.Scope.Text);
        var answer = draft.Name("answer");
        var exit = draft.Dice.Pick("break;", "return;", "goto found;");
        draft.Dependent("an answer ends the loop", "");
        if (exit.StartsWith("goto", StringComparison.Ordinal))
        {
            draft.Ends.Add(new Leaf("found: log(\"found\");") { IsKept = true });
        }

        return loop.Around(
        [
            new Leaf($"{ask.Type} {answer} = {ask.Value};") { IsKept = true },
            new Nest($"if ({answer}{ask.Member}.Length > 20)", [new Leaf(exit) { IsKept = true }]) { IsKept = true },
            Consuming.Again(draft, loop.Scope, answer + ask.Member),
        ]);
    }

    /// <summary>Not an answer, but that there was none, leads to something.</summary>
    private static ImmutableArray<Node> ThroughFailure(Draft draft)
    {
        var loop = LoopOf(draft);
        var breaks = draft.Dice.Chance(50);
        var ask = Plain(draft, breaks ? loop.Scope.Text : $"failures + {loop.Scope.Text}");
        draft.Locals.Add(new Leaf("var failures = 0;") { IsKept = true });
        draft.Dependent("failures lead to what is asked", "", "failures");
        var asked = new Nest("try", [new Leaf(Consuming.Once(draft, loop.Scope, ask.Inline) is Leaf once ? once.Text : $"log({ask.Inline});") { IsKept = true }]) { IsKept = true };
        var caught = draft.Dice.Below(3) switch
        {
            0 => new Nest("catch (Exception)", [new Leaf("failures++;") { IsKept = true }]) { IsKept = true },
            1 => new Nest("catch (Exception) when (++failures > 0)", ["log(\"failed\");"]) { IsKept = true },
            _ => new Nest("catch (Exception e) when (e is not OperationCanceledException)", [new Leaf("failures = failures + 1;") { IsKept = true }, new Leaf("continue;")]) { IsKept = true },
        };
        ImmutableArray<Node> skipped = breaks ? [new Nest("if (failures > 1)", [new Leaf("continue;") { IsKept = true }]) { IsKept = true }] : [];
        return loop.Around([.. skipped, new Chain(asked, caught) { IsKept = true }]);
    }

    /// <summary>A list of messages that grows.</summary>
    private static ImmutableArray<Node> Conversation(Draft draft)
    {
        var loop = LoopOf(draft);
        var isField = draft.Dice.Chance(40);
        var name = isField ? "_messages" : "messages";
        (isField ? draft.Members : draft.Locals).Add(new Leaf($"{(isField ? "private readonly List<ChatMessage> _messages" : "var messages")} = new List<ChatMessage>();") { IsKept = true });
        draft.Dependent("a history that grows", "", name);
        var isOpenAI = draft.Api == Api.OpenAI;
        string Asked(string method) => $"{draft.Await}client.{method}{(draft.CallsTask ? "Async" : "")}({name}){(draft.IsBlocking ? ".GetAwaiter().GetResult()" : "")}";
        return loop.Around(
        [
            new Leaf(isOpenAI ? $"{name}.Add(new UserChatMessage({loop.Scope.Text}));" : $"{name}.Add(new ChatMessage(ChatRole.User, {loop.Scope.Text}));") { IsKept = true },
            new Leaf(isOpenAI ? $"ChatCompletion reply = {Asked("CompleteChat")};" : $"var reply = {Asked("GetResponse")};") { IsKept = true },
            new Leaf(isOpenAI ? $"{name}.Add(new AssistantChatMessage(reply.Content[0].Text));" : draft.Dice.Pick($"{name}.AddRange(reply.Messages);", $"{name}.AddMessages(reply);", $"{name}.Add(new ChatMessage(ChatRole.Assistant, reply.Text));")) { IsKept = true },
            Consuming.Again(draft, loop.Scope, isOpenAI ? "reply.Content[0].Text" : "reply.Text"),
        ]);
    }

    /// <summary>A method of the program asks, and remembers.</summary>
    private static ImmutableArray<Node> ThroughHelper(Draft draft)
    {
        var loop = LoopOf(draft);
        draft.IsAway = true;
        if (draft.Dice.Chance(40))
        {
            draft.Locals.Add(new Leaf("var previous = \"\";") { IsKept = true });
            draft.Dependent("an argument of a method that asks", "", "previous");
            var simple = Plain(draft, "text");
            draft.Members.Add(new Nest($"private {draft.Returns("string")} AskAsync(string text, CancellationToken cancellationToken)", [new Leaf($"return {simple.Inline};") { IsKept = true }]) { IsKept = true });
            return loop.Around([new Leaf($"previous = {draft.Await}AskAsync(previous + {loop.Scope.Text}, cancellationToken);") { IsKept = true }, "log(previous);"]);
        }

        var isList = draft.Dice.Chance(50);
        draft.Members.Add(new Leaf(isList ? "private readonly List<string> _known = [];" : "private string _known = \"\";") { IsKept = true });
        var ask = Plain(draft, isList ? "string.Join(\"; \", _known) + text" : "_known + text");
        draft.Dependent("a field of a method that asks", "", "_known");
        draft.Members.Add(new Nest($"private {draft.Returns("string")} AskAsync(string text, CancellationToken cancellationToken)",
        [
            new Leaf($"{ask.Type} answer = {ask.Value};") { IsKept = true },
            new Leaf(isList ? $"_known.Add(answer{ask.Member});" : $"_known = answer{ask.Member};") { IsKept = true },
            new Leaf($"return answer{ask.Member};") { IsKept = true },
        ])
        { IsKept = true });
        var call = "AskAsync";
        for (var depth = draft.Dice.Below(3); depth > 0; depth--)
        {
            var outer = draft.Name("OuterAsync");
            draft.Members.Add(new Nest($"private {draft.Returns("string")} {outer}(string text, CancellationToken cancellationToken)", [new Leaf($"return {draft.Await}{call}(text, cancellationToken);") { IsKept = true }]) { IsKept = true });
            call = outer;
        }

        return loop.Around([new Leaf($"{loop.Scope.Item}.Tags.Add({draft.Await}{call}({loop.Scope.Text}, cancellationToken));") { IsKept = true }]);
    }

    /// <summary>The answers use up what later items may spend.</summary>
    private static ImmutableArray<Node> Budget(Draft draft)
    {
        var loop = LoopOf(draft);
        var isSet = draft.Dice.Chance(50);
        var ask = Plain(draft, loop.Scope.Text);
        var answer = draft.Name("answer");
        draft.Locals.Add(new Leaf(isSet ? "var known = new HashSet<string>();" : "var known = 0;") { IsKept = true });
        draft.Dependent("answers decide which items ask", "", "known");
        return loop.Around(
        [
            new Nest(isSet ? $"if (known.Contains({loop.Scope.Text}))" : "if (known > 60)", [new Leaf("continue;") { IsKept = true }]) { IsKept = true },
            new Leaf($"{ask.Type} {answer} = {ask.Value};") { IsKept = true },
            new Leaf(isSet ? $"known.Add({answer}{ask.Member});" : $"known += {answer}{ask.Member}.Length;") { IsKept = true },
            Consuming.Again(draft, loop.Scope, answer + ask.Member),
        ]);
    }
}
