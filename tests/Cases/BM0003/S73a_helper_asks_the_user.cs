// S73a The helper asks the user what to change
// verdict: silent
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Wizard;

public static class LetterWizard
{
    public static async Task<List<string>> RunAsync(IChatClient chat, IReadOnlyList<string> recipients)
    {
        var letters = new List<string>();
        foreach (var recipient in recipients)
        {
            letters.Add(await WriteLetterAsync(chat, recipient));
        }

        return letters;
    }

    private static async Task<string> WriteLetterAsync(IChatClient chat, string recipient)
    {
        Console.Write($"What shall {recipient} know? ");
        var wish = Console.ReadLine();
        return (await chat.GetResponseAsync($"A letter to {recipient}: {wish}")).Text;
    }
}
