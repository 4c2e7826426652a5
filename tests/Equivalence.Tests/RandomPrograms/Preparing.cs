namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>What stands before a call: statements that lead to its prompt, statements that do not, and filters.</summary>
internal static class Preparing
{
    /// <summary>A prompt for an item; the statements that it needs are added to <paramref name="before"/>.</summary>
    public static string Prompt(Draft draft, Scope scope, List<Node> before)
    {
        var dice = draft.Dice;
        switch (dice.Below(19))
        {
            case 0:
                return scope.Text;
            case 1:
                return $"\"Summarise: \" + {scope.Text}";
            case 2 or 3:
                var text = draft.Name("text");
                before.Add($"var {text} = {scope.Text}.{dice.Pick("Trim()", "ToUpperInvariant()", "Replace('a', 'b')")};");
                return dice.Pick(text, $"$\"{{{scope.Id}}}: {{{text}}}\"");
            case 4:
                var tone = draft.Name("tone");
                before.Add($"var {tone} = {scope.Id} switch {{ 1 => \"calm\", 2 => \"brisk\", _ => \"plain\" }};");
                return $"$\"In a {{{tone}}} tone: {{{scope.Text}}}\"";
            case 5:
                var cut = draft.Name("cut");
                before.Add($"var {cut} = {scope.Text};");
                before.Add(new Nest($"if ({cut}.Length > 7)", [$"{cut} = {cut}[..7] + {scope.Id};"]));
                return cut;
            case 6:
                var join = draft.Name("parts");
                before.Add($"var {join} = new List<string>();");
                before.Add(new Nest($"for (var c = 0; c < {scope.Text}.Length; c += 3)", [$"{join}.Add({scope.Text}.Substring(c, Math.Min(3, {scope.Text}.Length - c)));"]));
                return $"string.Join(\"-\", {join})";
            case 7:
                var builder = draft.Name("prompt");
                before.Add($"var {builder} = new StringBuilder();");
                before.Add($"{builder}.Append({scope.Id}).Append(' ');");
                before.Add($"{builder}.Append({scope.Text});");
                return $"{builder}.ToString()";
            case 8 when !draft.IsAway:
                draft.CountsForRequest = true;
                var number = draft.Name("number");
                draft.Locals.Add($"var {number} = 0;");
                before.Add($"{number}++;");
                if (draft.IsCaughtOutside)
                {
                    draft.Open($"'{number}' counts before the call, and a handler behind the loop could see it", $"'{number}' is changed", "'asked", "'letters");
                }

                return $"$\"{{{number}}}. {{{scope.Text}}}\"";
            case 9:
                if (draft.Members.TrueForAll(static m => !Node.Print([m]).Contains("Describe(", StringComparison.Ordinal)))
                {
                    draft.Members.Add(new Nest("private static string Describe(Item item)", [dice.Pick("return item.Id + \": \" + item.Text;", "return string.Concat(\"about \", item.Text, item.Id);")]));
                }

                return $"Describe({scope.Item})";
            case 10 when scope.IsVariable:
                var title = draft.Name("title");
                before.Add($"Func<string> {title} = () => {scope.Text} + \"!\";");
                return $"{title}()";
            case 11:
                return $"({scope.Text}.Length > 5 ? \"Shorten: \" : \"Extend: \") + {scope.Text}";
            case 12:
                draft.ReadsTags = true;
                return $"string.Join(\", \", {scope.Item}.Tags) + {scope.Text}";
            case 13:
                return $"$\"{{Instruction}} {{{scope.Text}}}\"";
            case 15 when !draft.IsSync:
                // What the request is made of has to be waited for.
                draft.Independent("the prompt is waited for", "the request is prepared inside a 'try'");
                Once(draft, "Task<string> LoadAsync(", new Nest("private static async Task<string> LoadAsync(Item item)", ["await Task.Yield();", "return item.Text + item.Id;"]));
                if (dice.Chance(50))
                {
                    return $"await LoadAsync({scope.Item})";
                }

                var loaded = draft.Name("loaded");
                before.Add($"var {loaded} = await LoadAsync({scope.Item});");
                return $"{loaded}.Trim()";
            case 16 when !draft.IsStatic && draft.Members.Count < 3:
                draft.ReadsState = true;
                Once(draft, "string Style", "public string Style { get; set; } = \"plain\";");
                return $"$\"{{Style}}: {{{scope.Text}}}\"";
            case 17 when !draft.IsStatic:
                draft.ReadsState = true;
                Once(draft, "string Motto", "public string Motto { get; } = \"short\";");
                return $"Motto + {scope.Text}";
            case 14:
                var (left, right) = (draft.Name("left"), draft.Name("right"));
                before.Add($"var ({left}, {right}) = ({scope.Id}, {scope.Text});");
                return $"$\"{{{left}}} {{{right}}}\"";
            default:
                return $"$\"{{{scope.Id}}}: {{{scope.Text}}}\"";
        }
    }

    private static void Once(Draft draft, string mark, Node member)
    {
        if (draft.Members.TrueForAll(m => !Node.Print([m]).Contains(mark, StringComparison.Ordinal)))
        {
            draft.Members.Add(member);
        }
    }

    /// <summary>A statement that the request does not need.</summary>
    public static Node Aside(Draft draft, Scope scope)
    {
        switch (draft.Dice.Below(5))
        {
            case 0:
                return $"Console.WriteLine($\"asking for {{{scope.Id}}}\");";
            case 1:
                draft.CountsBefore = true;
                var asked = draft.Name("asked");
                draft.Locals.Add($"var {asked} = 0;");
                draft.Ends.Add($"log(\"asked \" + {asked});");
                return $"{asked}++;";
            case 2:
                draft.TellsBefore = true;
                return $"log(\"{Generator.BeforeCall}begin \" + {scope.Id});";
            case 3:
                draft.CountsBefore = true;
                var letters = draft.Name("letters");
                draft.Locals.Add($"var {letters} = 0;");
                draft.Ends.Add($"log({letters});");
                return $"{letters} += {scope.Text}.Length;";
            default:
                return "// One request for each of them.";
        }
    }

    /// <summary>Something that keeps items from asking; it stands before the call.</summary>
    /// <param name="draft">The program.</param>
    /// <param name="scope">The item.</param>
    /// <param name="isSimple">Whether nothing may be done for an item that asks nothing.</param>
    public static Node Filter(Draft draft, Scope scope, bool isSimple = false)
    {
        var condition = draft.Dice.Pick($"{scope.Text}.Length == 0", $"{scope.Id} % 3 == 0", $"string.IsNullOrWhiteSpace({scope.Text})", $"{scope.Text} is not {{ Length: > 3 }}", $"{scope.Item}.Tags.Count > 1");
        draft.ReadsTags |= condition.Contains("Tags", StringComparison.Ordinal);
        var kind = isSimple ? 3 + draft.Dice.Below(6) : draft.Dice.Below(9);
        draft.DoesForSkipped |= kind < 2;
        draft.TellsBefore |= kind == 2;
        draft.HasHardFilter |= kind is 3 or 4;
        switch (kind)
        {
            case 0:
                var skipped = draft.Name("skipped");
                draft.Locals.Add($"var {skipped} = 0;");
                draft.Ends.Add($"log(\"skipped \" + {skipped});");
                return new Nest($"if ({condition})", [$"{skipped}++;", "continue;"]);
            case 1:
                return new Nest($"if ({condition})", [$"{scope.Item}.Note = \"skipped\";", "continue;"]);
            case 2:
                return new Nest($"if ({condition})", [$"log(\"{Generator.BeforeCall}no \" + {scope.Id});", "continue;"]);
            case 3:
                return new Nest($"if ({scope.Id} > 40)", ["break;"]);
            case 4:
                return new Nest($"switch ({scope.Id} % 4)", ["case 3:", "    continue;", "default:", "    break;"]);
            default:
                return new Nest($"if ({condition})", ["continue;"]);
        }
    }
}
