// S75h The helper streams the answer to the console
// verdict: silent
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Live;

public static class LiveDemo
{
    public static async Task RunAsync(IChatClient chat, IEnumerable<string> prompts)
    {
        foreach (var prompt in prompts)
        {
            await ShowAsync(chat, prompt);
        }
    }

    private static async Task ShowAsync(IChatClient chat, string prompt)
    {
        await foreach (var update in chat.GetStreamingResponseAsync(prompt))
        {
            Console.Write(update.Text);
        }

        Console.WriteLine();
    }
}
