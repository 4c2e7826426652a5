// S75f The loop only registers lambdas that call the helper later
// verdict: silent
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Commands;

public sealed class CommandTable(IChatClient chat)
{
    public Dictionary<string, Func<string, Task<string>>> Commands { get; } = new();

    public void Register(IEnumerable<string> verbs)
    {
        foreach (var verb in verbs)
        {
            Commands[verb] = text => DoAsync(verb, text);
        }
    }

    private async Task<string> DoAsync(string verb, string text) => (await chat.GetResponseAsync(verb + ": " + text)).Text;
}
