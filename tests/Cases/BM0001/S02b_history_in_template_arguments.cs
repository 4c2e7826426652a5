// S02 The history is hidden inside the arguments of a prompt template
// verdict: silent
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Concierge;

public sealed class TemplateChat(IChatClient chat)
{
    private const string Template = "{{history}}\nUser: {{input}}\nAssistant:";

    public async Task RunAsync()
    {
        var history = "";
        var arguments = new Dictionary<string, string> { ["history"] = history };

        foreach (var input in new[] { "Hi, I look for a book.", "Something on Norse myths.", "Which is the shortest?" })
        {
            arguments["input"] = input;
            var answer = await chat.GetResponseAsync(Render(Template, arguments));

            history += $"\nUser: {input}\nAssistant: {answer.Text}";
            arguments["history"] = history;
            Console.WriteLine(history);
        }
    }

    private static string Render(string template, IReadOnlyDictionary<string, string> arguments) =>
        arguments.Aggregate(template, (text, pair) => text.Replace("{{" + pair.Key + "}}", pair.Value));
}
