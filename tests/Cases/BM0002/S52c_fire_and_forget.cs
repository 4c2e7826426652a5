// S52 Nobody waits for the tasks
// verdict: silent
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Warmth;

public sealed class WarmUp(IChatClient chat)
{
    public void Start(IEnumerable<string> prompts)
    {
        var tasks = prompts.Select(prompt => Task.Run(async () => Console.WriteLine((await chat.GetResponseAsync(prompt)).Text))).ToList();
        Console.WriteLine($"{tasks.Count} started");
    }
}
