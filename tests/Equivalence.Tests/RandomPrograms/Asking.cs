namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>A call of the model, in one of the forms that its library has.</summary>
/// <param name="Call">The call, without <c>await</c>.</param>
/// <param name="IsAwaited">Whether it has to be awaited.</param>
/// <param name="Type">The type of a local for what it gives.</param>
/// <param name="Member">How such a local is read as text.</param>
/// <param name="InlineMember">How what the call itself gives is read as text.</param>
internal sealed record Ask(string Call, bool IsAwaited, string Type, string Member, string InlineMember)
{
    public string Value => IsAwaited ? "await " + Call : Call;

    /// <summary>The answer's text as one expression.</summary>
    public string Inline => $"({Value}){InlineMember}";

    /// <summary>A call with a prompt. What it needs to be declared before is added to <paramref name="before"/>.</summary>
    public static Ask Of(Draft draft, string prompt, List<Node> before)
    {
        var call = draft.Api switch
        {
            Api.OpenAI => OpenAI(draft, prompt, before),
            Api.Abstraction => Abstraction(draft, prompt, before),
            Api.OpenAIEmbedding => $"{draft.Client}.GenerateEmbedding{(draft.CallsTask ? "Async" : "")}({prompt}{Token(draft, named: true)})",
            _ => $"{draft.Client}.{draft.Dice.Pick("GenerateVectorAsync", "GenerateAsync")}({prompt}{Token(draft, named: true)})",
        };
        if (draft.IsBlocking)
        {
            draft.Open("a task that is waited for by blocking the thread", "");
            call += draft.Dice.Chance(70) || draft.IsQuery ? ".GetAwaiter().GetResult()" : ".Result";
        }
        else if (!draft.IsSync && draft.Dice.Chance(10))
        {
            call += ".ConfigureAwait(false)";
        }

        var isVector = call.Contains("GenerateVector", StringComparison.Ordinal);
        return draft.Api switch
        {
            Api.OpenAI when draft.Dice.Chance(70) => new Ask(call, !draft.IsSync, "ChatCompletion", ".Content[0].Text", ".Value.Content[0].Text"),
            Api.OpenAI => new Ask(call, !draft.IsSync, "var", ".Value.Content[0].Text", ".Value.Content[0].Text"),
            Api.Abstraction => new Ask(call, !draft.IsSync, draft.Dice.Pick("var", "ChatResponse"), ".Text", ".Text"),
            Api.OpenAIEmbedding => new Ask(call, !draft.IsSync, "OpenAIEmbedding", ".ToFloats().Span[0].ToString(\"F1\")", ".Value.ToFloats().Span[0].ToString(\"F1\")"),
            _ => new Ask(call, !draft.IsSync, "var", isVector ? ".Span[0].ToString(\"F1\")" : ".Vector.Span[0].ToString(\"F1\")", isVector ? ".Span[0].ToString(\"F1\")" : ".Vector.Span[0].ToString(\"F1\")"),
        };
    }

    private static string OpenAI(Draft draft, string prompt, List<Node> before)
    {
        var name = draft.CallsTask ? "CompleteChatAsync" : "CompleteChat";
        var form = draft.Dice.Below(10);
        if (form < 2 && draft.Token is null)
        {
            return form == 0 ? $"{draft.Client}.{name}(new UserChatMessage({prompt}))" : $"{draft.Client}.{name}(new SystemChatMessage(\"Be brief.\"), new UserChatMessage({prompt}))";
        }

        var messages = form < 4 ? Gathered(draft, prompt, before, "ChatMessage", static p => $"new UserChatMessage({p})", "new SystemChatMessage(\"Be brief.\")")
            : form < 6 ? $"[new SystemChatMessage(\"Summarise.\"), new UserChatMessage({prompt})]"
            : form < 7 ? $"new List<ChatMessage> {{ new UserChatMessage({prompt}) }}"
            : $"[new UserChatMessage({prompt})]";
        return $"{draft.Client}.{name}({messages}{Options(draft, "ChatCompletionOptions", before)})";
    }

    private static string Abstraction(Draft draft, string prompt, List<Node> before)
    {
        var form = draft.Dice.Below(10);
        var messages = form < 2 ? Gathered(draft, prompt, before, "ChatMessage", static p => $"new ChatMessage(ChatRole.User, {p})", "new ChatMessage(ChatRole.System, \"Be brief.\")")
            : form < 4 ? $"[new(ChatRole.System, \"Summarise.\"), new(ChatRole.User, {prompt})]"
            : form < 5 ? $"new ChatMessage(ChatRole.User, {prompt})"
            : prompt;
        return $"{draft.Client}.GetResponseAsync({messages}{Options(draft, "ChatOptions", before)})";
    }

    /// <summary>A list of messages that is put together by statements.</summary>
    private static string Gathered(Draft draft, string prompt, List<Node> before, string type, Func<string, string> user, string system)
    {
        var name = draft.Name("messages");
        if (draft.Dice.Chance(50))
        {
            before.Add($"var {name} = new List<{type}> {{ {user(prompt)} }};");
        }
        else
        {
            before.Add($"var {name} = new List<{type}>();");
            before.Add(draft.Dice.Chance(50) ? $"{name}.Add({system});" : new Nest($"if (({prompt}).Length > 6)", [$"{name}.Add({system});"]));
            before.Add($"{name}.Add({user(prompt)});");
        }

        return name;
    }

    private static string Options(Draft draft, string type, List<Node> before)
    {
        var value = $"new {type} {{ Temperature = 0.{1 + draft.Dice.Below(8)}f }}";
        var place = draft.Dice.Below(20);
        if (place > 5)
        {
            return Token(draft, named: true);
        }

        var name = place < 4 ? draft.Name(place < 2 ? "_options" : "options") : value;
        switch (place)
        {
            case 0 or 1:
                draft.KeepsOptions = true;
                draft.Members.Add($"private {(draft.IsStatic ? "static " : "")}readonly {type} {name} = {value};");
                break;
            case 2 when !draft.IsAway:
                draft.Locals.Add($"var {name} = {value};");
                break;
            case 2 or 3:
                draft.Independent("options are made for each item", "each request has options of its own");
                before.Add($"var {name} = {value};");
                break;
        }

        return $", {name}{Token(draft, named: false)}";
    }

    private static string Token(Draft draft, bool named) => draft.Token is null ? "" : named ? $", cancellationToken: {draft.Token}" : $", {draft.Token}";
}
