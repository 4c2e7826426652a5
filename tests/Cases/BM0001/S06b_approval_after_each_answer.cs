// S06 A person approves each draft before the next is asked for
// verdict: silent
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Newsletter;

internal sealed class ReviewTool(IChatClient chat)
{
    public async Task<List<string>> DraftAsync(IReadOnlyList<string> topics)
    {
        var accepted = new List<string>();
        foreach (var topic in topics)
        {
            var draft = (await chat.GetResponseAsync($"Two sentences about {topic}.")).Text;
            Console.WriteLine(draft);
            Console.Write("Keep it? [y/n] ");
            if (Console.ReadKey().Key == ConsoleKey.Y)
            {
                accepted.Add(draft);
            }
        }

        return accepted;
    }
}
