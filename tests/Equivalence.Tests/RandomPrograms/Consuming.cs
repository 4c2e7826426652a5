namespace BatchMigrate.Equivalence.Tests.RandomPrograms;

/// <summary>What is done with an answer. Nothing here is looked at by what stands before a call.</summary>
internal static class Consuming
{
    /// <summary>Statements that use an answer's text once, so that the text may be the call itself.</summary>
    public static Node Once(Draft draft, Scope scope, string text)
    {
        var dice = draft.Dice;
        switch (dice.Below(14))
        {
            case 0 or 1:
                return $"{scope.Item}.Note = {text};";
            case 2 or 3:
                return $"{List(draft, "string")}.Add({text});";
            case 4:
                return $"{Map(draft)}[{scope.Id}] = {text};";
            case 5:
                return $"{List(draft, "(int, string)")}.Add(({scope.Id}, {text}));";
            case 6:
                Card(draft);
                return $"{List(draft, "Card")}.Add(new Card {{ Id = {scope.Id}, Text = {text} }});";
            case 7:
                return $"{List(draft, "string")}.Add($\"{{{scope.Id}}}: {{{text}}}\");";
            case 8:
                return $"{Builder(draft)}.Append({scope.Id}).Append({text}).AppendLine();";
            case 9:
                return $"log({text});";
            case 10 when scope.Index is { } index:
                return $"{Array(draft)}[{index}] = {text};";
            case 10 or 11:
                var longer = draft.Name("longer");
                return $"{List(draft, "string")}.Add(({text}) is {{ Length: > 9 }} {longer} ? {longer} : \"short\");";
            case 12:
                return $"{Counter(draft)} += ({text}).Length;";
            default:
                Keep(draft);
                return $"Keep({scope.Item}, {text});";
        }
    }

    /// <summary>Statements that use a local which holds an answer's text.</summary>
    public static Node Again(Draft draft, Scope scope, string text)
    {
        var dice = draft.Dice;
        switch (dice.Below(17))
        {
            case 0:
                return new Chain(new Nest($"if ({text}.Length > 12)", [Once(draft, scope, text)]), new Nest("else", [$"{Counter(draft)}++;"]));
            case 1:
                return new Nest($"if ({text}.Length == 0)", ["continue;"]);
            case 2:
                return $"Console.WriteLine($\"{{{scope.Id}}} has {{{text}.Length}} letters\");";
            case 3:
                return $"{scope.Item}.Score += {text}.Length;";
            case 4:
                return $"{Counter(draft)}++;";
            case 5:
                return $"{Set(draft)}.Add({text});";
            case 6:
                var word = draft.Name("word");
                return new Nest($"foreach (var {word} in {text}.Split(' '))", [$"{List(draft, "string")}.Add({word} + {scope.Id});"]);
            case 7:
                var keep = draft.Name("keep");
                var list = List(draft, "string");
                draft.Locals.Add($"Action<string> {keep} = value => {list}.Add(\"<\" + value + \">\");");
                return $"{keep}({text});";
            case 8:
                var tally = draft.Name("tally");
                draft.Locals.Add($"var {tally} = new Dictionary<int, int>();");
                draft.Ends.Add($"log({tally});");
                return $"{tally}[{text}.Length] = {tally}.GetValueOrDefault({text}.Length) + 1;";
            case 9:
                draft.WritesTags = true;
                return new Nest($"switch ({text}.Length % 3)", ["case 0:", $"    {scope.Item}.Tags.Add(\"a\");", "    break;", "case 1:", $"    {scope.Item}.Tags.Add({text});", "    break;"]);
            case 10:
                return new Chain(new Nest("try", [$"{scope.Item}.Score = int.Parse({text});"]), new Nest("catch (FormatException)", [$"{scope.Item}.Score = -1;"]));
            case 12 when !draft.IsSync:
                // What is done with an answer has to be waited for.
                if (draft.Members.TrueForAll(static m => !Node.Print([m]).Contains("Task StoreAsync(", StringComparison.Ordinal)))
                {
                    draft.Members.Add(new Nest("private static async Task StoreAsync(Item item, string text)", ["await Task.Yield();", "item.Note = text + item.Note;"]));
                }

                return $"await StoreAsync({scope.Item}, {text});";
            case 13:
                draft.CountsInField = true;
                var latest = draft.Name("Latest");
                draft.Members.Add($"public string {latest} {{ get; private set; }} = \"\";");
                draft.Ends.Add($"log({latest});");
                return $"{latest} = {text};";
            case 14:
                var longest = draft.Name("longest");
                draft.Locals.Add($"var {longest} = \"\";");
                draft.Ends.Add($"log({longest});");
                return new Nest($"if ({text}.Length > {longest}.Length)", [$"{longest} = {text};"]);
            case 11:
                var total = Field(draft);
                return $"{total} += {text}.Length;";
            default:
                return Once(draft, scope, text);
        }
    }

    /// <summary>A method of the class that puts an answer where it belongs.</summary>
    private static void Keep(Draft draft)
    {
        if (draft.Members.TrueForAll(static m => !Node.Print([m]).Contains("void Keep(", StringComparison.Ordinal)))
        {
            draft.Members.Add(new Nest("private static void Keep(Item item, string text)", ["item.Note = text;", "item.Score = text.Length;"]));
        }
    }

    private static void Card(Draft draft)
    {
        if (draft.Types.TrueForAll(static t => !Node.Print([t]).Contains("record Card", StringComparison.Ordinal)))
        {
            draft.Types.Add(new Nest("public sealed record Card", ["public required int Id { get; init; }", "public required string Text { get; init; }"]));
        }
    }

    private static string Declared(Draft draft, string wish, string value)
    {
        var name = draft.Name(wish);
        draft.Locals.Add($"var {name} = {value};");
        draft.Ends.Add($"log({name});");
        return name;
    }

    private static string List(Draft draft, string type) => Declared(draft, "results", $"new List<{type}>()");

    private static string Map(Draft draft) => draft.Dice.Chance(70) ? Declared(draft, "map", "new Dictionary<int, string>()") : Declared(draft, "sorted", "new SortedDictionary<int, string>()");

    private static string Set(Draft draft) => Declared(draft, "seen", "new HashSet<string>()");

    private static string Builder(Draft draft) => Declared(draft, "report", "new StringBuilder()");

    private static string Counter(Draft draft) => Declared(draft, "total", "0");

    private static string Array(Draft draft) => Declared(draft, "table", "new string[items.Count]");

    private static string Field(Draft draft)
    {
        draft.CountsInField = true;
        var name = draft.Name("_sum");
        draft.Members.Add($"private int {name};");
        draft.Ends.Add($"log({name});");
        return name;
    }
}
