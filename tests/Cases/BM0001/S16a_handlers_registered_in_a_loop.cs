// S16 The loop only registers handlers that call later
// verdict: silent
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Commands;

public sealed class CommandTable
{
    private readonly Dictionary<string, Func<string, Task<string>>> _handlers = [];

    public CommandTable(ChatClient client, IReadOnlyDictionary<string, string> instructions)
    {
        foreach (var (command, instruction) in instructions)
        {
            _handlers[command] = async text =>
            {
                ChatCompletion completion = await client.CompleteChatAsync(new SystemChatMessage(instruction), new UserChatMessage(text));
                return completion.Content[0].Text;
            };
        }
    }

    public Task<string> RunAsync(string command, string text) => _handlers[command](text);
}
