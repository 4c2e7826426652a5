using System.Collections.Immutable;

namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>A loop whose body asks the model itself.</summary>
internal static class DirectLoop
{
    public static ImmutableArray<Node> Of(Draft draft)
    {
        var loop = Loop.Of(draft);
        return loop.Around(Body(draft, loop.Scope));
    }

    /// <summary>The body of a loop: filters, statements, the call, and what is done with the answer.</summary>
    public static ImmutableArray<Node> Body(Draft draft, Scope scope)
    {
        var dice = draft.Dice;
        var body = new List<Node>();
        for (var i = dice.Below(3); i > 0; i--)
        {
            body.Add(dice.Chance(50) ? Preparing.Filter(draft, scope) : Preparing.Aside(draft, scope));
        }

        var prompt = Preparing.Prompt(draft, scope, body);
        var ask = Ask.Of(draft, prompt, body);
        ImmutableArray<Node> asked = [.. Asked(draft, scope, ask)];
        body.AddRange(Guards.Around(draft, scope, asked));
        return [.. body];
    }

    /// <summary>The call, and what is done with its answer.</summary>
    public static IEnumerable<Node> Asked(Draft draft, Scope scope, Ask ask)
    {
        if (draft.Dice.Chance(35))
        {
            yield return Consuming.Once(draft, scope, ask.Inline);
            yield break;
        }

        var answer = draft.Name("answer");
        yield return $"{ask.Type} {answer} = {ask.Value};";
        var text = answer + ask.Member;
        if (draft.Dice.Chance(40))
        {
            var name = draft.Name("content");
            yield return $"var {name} = {text};";
            text = name;
        }

        for (var i = 1 + draft.Dice.Below(3); i > 0; i--)
        {
            yield return Consuming.Again(draft, scope, text);
        }
    }
}
