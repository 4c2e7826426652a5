// S03 An agent limited to a number of steps, written as a counted loop
// verdict: silent
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Research;

public sealed class ResearchAgent
{
    private const int MaxSteps = 8;
    private readonly ChatClient _client;
    private readonly IReadOnlyDictionary<string, Func<string, Task<string>>> _tools;

    public ResearchAgent(ChatClient client, IReadOnlyDictionary<string, Func<string, Task<string>>> tools)
    {
        _client = client;
        _tools = tools;
    }

    public async Task<string?> SolveAsync(string goal)
    {
        var scratchpad = $"Goal: {goal}";
        for (var step = 1; step <= MaxSteps; step++)
        {
            ChatCompletion thought = await _client.CompleteChatAsync(
                new SystemChatMessage("Reply with 'tool: argument' or 'final: answer'."), new UserChatMessage(scratchpad));
            var parts = thought.Content[0].Text.Split(':', 2);
            if (parts[0] == "final")
            {
                return parts[1].Trim();
            }

            var observation = await _tools[parts[0]](parts[1]);
            scratchpad += $"\nStep {step}: {parts[0]}({parts[1]}) = {observation}";
        }

        return null;
    }
}
