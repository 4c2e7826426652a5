using System.Collections.Immutable;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>Methods that ask the model for one item, up to three calls deep, and loops over them.</summary>
internal static class Helpers
{
    public static ImmutableArray<Node> Loop(Draft draft)
    {
        var loop = RandomPrograms.Loop.Of(draft);
        var call = Make(draft, loop.Scope);
        draft.IsIndexed = !loop.Scope.IsVariable;
        var body = new List<Node>();
        for (var i = draft.Dice.Below(2); i > 0; i--)
        {
            body.Add(draft.Dice.Chance(60) ? Preparing.Filter(draft, loop.Scope, isSimple: true) : Preparing.Aside(draft, loop.Scope));
        }

        var asked = new List<Node>();
        if (draft.Dice.Chance(50))
        {
            asked.Add(Consuming.Once(draft, loop.Scope, call));
        }
        else
        {
            var text = draft.Name("text");
            asked.Add($"var {text} = {call};");
            asked.Add(Consuming.Again(draft, loop.Scope, text));
            asked.Add(Consuming.Again(draft, loop.Scope, text));
        }

        body.AddRange(draft.Dice.Chance(70) ? asked : Guards.Around(draft, loop.Scope, [.. asked]));
        return loop.Around([.. body]);
    }

    /// <summary>Adds a method that asks, and gives the call of it for an item.</summary>
    public static string Make(Draft draft, Scope scope)
    {
        var dice = draft.Dice;
        var (token, members, client) = (draft.Token, draft.Members, draft.Client);
        var parameter = token is null ? "" : ", CancellationToken cancellationToken";
        var argument = token is null ? "" : $", {token}";
        var place = dice.Below(10);
        var takesItem = dice.Chance(50);
        var (declared, given) = takesItem ? ("Item item", scope.Item) : ("string text", scope.Text);
        var name = draft.Name(dice.Pick("AskAsync", "SummariseAsync", "Rate"));
        draft.IsAway = true;
        draft.Independent($"a method asks, in place {place}");
        string call;
        switch (place)
        {
            case 0 or 1:
                draft.IsStatic = true;
                draft.Members.Add(new Nest($"private static {draft.Returns("string")} {name}({draft.ClientType} client, {declared}{parameter})", Body(draft, takesItem)));
                call = $"{name}({client}, {given}{argument})";
                break;
            case 2:
                draft.Locals.Add(new Nest($"{draft.Returns("string")} {name}({declared}{parameter})", Body(draft, takesItem)));
                call = $"{name}({given}{argument})";
                break;
            case 3 or 4:
                var service = draft.Name("Service");
                draft.Members = [];
                var inside = Body(draft, takesItem);
                draft.Types.Add(new Nest($"public sealed class {service}({draft.ClientType} client)", ["private const string Instruction = \"Rewrite:\";", .. draft.Members, new Nest($"public {draft.Returns("string")} {name}({declared}{parameter})", inside)]));
                draft.Members = members;
                var field = draft.Name("_service");
                draft.Members.Add($"private readonly {service} {field} = new(client);");
                call = $"{field}.{name}({given}{argument})";
                break;
            default:
                draft.Members.Add(new Nest($"{dice.Pick("private", "private", "public")} {draft.Returns("string")} {name}({declared}{parameter})", Body(draft, takesItem)));
                call = $"{name}({given}{argument})";
                for (var depth = dice.Below(6); depth > 3; depth--)
                {
                    var outer = draft.Name("OuterAsync");
                    var inner = call.Replace(given, takesItem ? "item" : "text", StringComparison.Ordinal);
                    draft.Members.Add(new Nest($"private {draft.Returns("string")} {outer}({declared}{parameter})", dice.Chance(50) ? [$"return {draft.Await}{inner};"] : [$"var answer = {draft.Await}{inner};", "return answer.Trim();"]));
                    call = $"{outer}({given}{argument})";
                }

                if (dice.Chance(20))
                {
                    // Somebody else asks for one item alone.
                    draft.Ends.Add($"log({draft.Await}{call.Replace(given, takesItem ? "items[0]" : "items[0].Text", StringComparison.Ordinal)});");
                }

                break;
        }

        draft.IsAway = draft.IsStatic = false;
        return draft.Await + call;
    }

    private static ImmutableArray<Node> Body(Draft draft, bool takesItem)
    {
        var dice = draft.Dice;
        var body = new List<Node>();
        switch (dice.Below(6))
        {
            case 0:
                body.Add(new Nest(takesItem ? "if (item.Text.Length == 0)" : "if (text.Length == 0)", ["return \"(nothing)\";"]));
                break;
            case 1:
                body.Add(new Nest(takesItem ? "if (string.IsNullOrEmpty(item.Text))" : "if (string.IsNullOrEmpty(text))", ["return string.Empty;"]));
                break;
            case 2:
                body.Add("Console.WriteLine(\"asking\");");
                break;
        }

        var prompt = takesItem ? Preparing.Prompt(draft, new Scope("item"), body) : dice.Pick("text", "$\"Summarise: {text}\"", "text.Trim() + \".\"", "\"Shorten \" + text.ToUpperInvariant()");
        var ask = Ask.Of(draft, prompt, body);
        var asked = new List<Node>();
        if (dice.Chance(40))
        {
            asked.Add($"return {ask.Inline};");
        }
        else
        {
            var answer = draft.Name("answer");
            asked.Add($"{ask.Type} {answer} = {ask.Value};");
            if (dice.Chance(30))
            {
                asked.Add(new Nest($"if ({answer}{ask.Member}.Length == 0)", ["return \"(empty)\";"]));
            }

            asked.Add(dice.Chance(70) ? $"return {answer}{ask.Member};" : $"return {answer}{ask.Member}.Trim() + \"!\";");
        }

        body.AddRange(dice.Below(6) switch
        {
            0 => [new Chain(new Nest("try", [.. asked]), new Nest($"catch ({draft.ProviderException})", ["return \"(failed)\";"]))],
            1 => [new Chain(new Nest("try", [.. asked]), new Nest("catch (Exception e) when (e is not OperationCanceledException)", ["return e.Message;"]))],
            _ => asked,
        });
        return [.. body];
    }
}
