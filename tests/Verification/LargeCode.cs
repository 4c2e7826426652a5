using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace BatchMigrate.Verification;

/// <summary>Code that is unusually large or deep in one respect, to see how the work grows with it.</summary>
/// <param name="Name">What there is much of.</param>
/// <param name="Size">How much of it is unusual, but possible.</param>
/// <param name="Write">Writes a file with as much of it as is asked for.</param>
public sealed record LargeCode(string Name, int Size, Func<int, string> Write)
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;

        namespace Large;


        """;

    private const string Helper = "    private static async Task<string> AskAsync(IChatClient chat, string text) => (await chat.GetResponseAsync(text)).Text;\n";

    /// <summary>All kinds of large code.</summary>
    public static ImmutableArray<LargeCode> All { get; } =
    [
        new("calls in loops, a method each", 5_000, static n => Class(Repeat(n, static i => Method($"Loop{i}", Loop("texts", "await chat.GetResponseAsync(text)"))))),
        new("calls in loops of one method", 1_000, static n => Class(Method("Loops", Repeat(n, static _ => Loop("texts", "await chat.GetResponseAsync(text)"))))),
        new("loops over one helper", 2_000, static n => Class(Helper + Repeat(n, static i => Method($"Loop{i}", LoopOver("await AskAsync(chat, text)"))))),
        new("fan-outs of one method", 500, static n => Class(Method("FanOuts", Repeat(n, static i => $"        var answers{i} = await Task.WhenAll(texts.Select(text => chat.GetResponseAsync(text)));\n        list.Add(answers{i}[0].Text);\n")))),
        new("helpers in a chain, with a loop over each", 500, static n => Class(Repeat(n, i => Link(i, n) + Method($"Loop{i}", LoopOver($"await Link{i}Async(chat, text)"))))),
        new("loops in one another", 60, static n => Class(Method("Nest", Nest(n, "await chat.GetResponseAsync(text0)")))),
        new("loops in one another over a helper", 60, static n => Class(Helper + Method("Nest", Nest(n, "await AskAsync(chat, text0)")))),
        new("lines of a method, with few loops", 20_000, static n => Class(Method("Long", Ordinary(n) + Loop("texts", "await chat.GetResponseAsync(text)")))),
        new("lines of a method, a tenth of them loops", 20_000, static n => Class(Method("Long", Repeat(n / 100, static i => Ordinary(90, i) + Loop("texts", "await chat.GetResponseAsync(text)"))))),
        new("lines of a loop's body", 2_000, static n => Class(Method("Body", $"        foreach (var text in texts)\n        {{\n{Ordinary(n / 2)}            var answer = await chat.GetResponseAsync(text);\n{Ordinary(n / 2, n)}            list.Add(answer.Text);\n        }}\n"))),
        new("operands of a request", 5_000, static n => Class(Method("Sum", LoopOver($"(await chat.GetResponseAsync({string.Join(" + ", Enumerable.Repeat("text", n))})).Text")))),
        new("awaits in one expression", 5_000, static n => Class(Helper + Method("Awaits", $"        list.Add({string.Join("\n            + ", Enumerable.Repeat("await AskAsync(chat, texts[0])", n))});\n"))),
        new("calls in a row of statements", 500, static n => Class(Method("Row", Repeat(n, static i => $"        var answer{i} = await chat.GetResponseAsync(texts[{i}]);\n        list.Add(answer{i}.Text);\n")))),
        new("parentheses in one another", 200, static n => Class(Method("Parentheses", LoopOver($"(await chat.GetResponseAsync({new string('(', n)}text{new string(')', n)})).Text")))),
        new("links of a chain of else-if", 500, static n => Class(Method("ElseIf", $"        foreach (var text in texts)\n        {{\n            var answer = await chat.GetResponseAsync(text);\n            {string.Join("\n            else ", Enumerable.Range(0, n).Select(static i => $"if (text.Length == {i})\n            {{\n                list.Add(answer.Text);\n            }}"))}\n        }}\n"))),
        new("arms of a switch", 3_000, static n => Class(Method("Switch", $"        foreach (var text in texts)\n        {{\n            var kind = text.Length switch\n            {{\n{Repeat(n, static i => $"                {i} => \"{i}\",\n")}                _ => \"\",\n            }};\n            list.Add((await chat.GetResponseAsync(kind + text)).Text);\n        }}\n"))),
        new("sections of a switch with calls", 3_000, static n => Class(Method("Sections", $"        switch (texts.Count)\n        {{\n{Repeat(n, static i => $"            case {i}:\n                foreach (var text in texts)\n                {{\n                    list.Add((await chat.GetResponseAsync(text)).Text);\n                }}\n\n                break;\n")}        }}\n"))),
        new("local functions that are named", 300, static n => Class(Method("Locals", Repeat(n, static i => $"        string Make{i}(string text) => text + {i};\n        list.AddRange(texts.Select(Make{i}));\n") + Loop("texts", "await chat.GetResponseAsync(text)")))),
    ];

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static string Class(string members) => $"{Usings}public static class Code\n{{\n{members}}}\n";

    private static string Method(string name, string body) =>
        $"    public static async Task<List<string>> {name}Async(IChatClient chat, List<string> texts)\n    {{\n        var list = new List<string>();\n{body}        return list;\n    }}\n\n";

    private static string Loop(string source, string call) =>
        $"        foreach (var text in {source})\n        {{\n            if (text.Length == 0)\n            {{\n                continue;\n            }}\n\n            var answer = {call};\n            list.Add(answer.Text);\n        }}\n\n";

    private static string LoopOver(string value) => $"        foreach (var text in texts)\n        {{\n            list.Add({value});\n        }}\n\n";

    private static string Link(int i, int n) =>
        $"    private static async Task<string> Link{i}Async(IChatClient chat, string text) => {(i + 1 < n ? $"await Link{i + 1}Async(chat, text)" : "(await chat.GetResponseAsync(text)).Text")} + \"]\";\n\n";

    private static string Nest(int depth, string call)
    {
        var text = new StringBuilder();
        for (var i = depth - 1; i >= 0; i--)
        {
            var indent = new string(' ', 8 + (4 * (depth - 1 - i)));
            text.Append(CultureInfo.InvariantCulture, $"{indent}foreach (var text{i} in texts)\n{indent}{{\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{new string(' ', 8 + (4 * depth))}list.Add(({call}).ToString());\n");
        for (var i = depth - 1; i >= 0; i--)
        {
            text.Append(' ', 4 + (4 * (i + 1))).Append("}\n");
        }

        return text.ToString();
    }

    /// <summary>Lines as programs have them: declarations, calls, conditions, counters.</summary>
    private static string Ordinary(int lines, int number = 0) =>
        Repeat(lines / 5, i => $"            var value{number}_{i} = texts.Count + {i};\n            if (value{number}_{i} > 10)\n            {{\n                Console.WriteLine(value{number}_{i});\n            }}\n");

    private static string Repeat(int count, Func<int, string> write)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append(write(i));
        }

        return text.ToString();
    }
}
