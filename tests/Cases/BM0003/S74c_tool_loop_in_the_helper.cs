// S74c The helper is an agent: it goes on while the model asks for tools
// verdict: silent
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Agents;

public sealed class StockAgent(ChatClient client, ChatCompletionOptions options)
{
    public async Task<List<string>> WorkAsync(IEnumerable<string> orders)
    {
        var results = new List<string>();
        foreach (var order in orders)
        {
            results.Add(await HandleAsync(order));
        }

        return results;
    }

    private async Task<string> HandleAsync(string order)
    {
        var messages = new List<ChatMessage> { new UserChatMessage(order) };
        ChatCompletion completion;
        do
        {
            completion = await client.CompleteChatAsync(messages, options);
            messages.Add(new AssistantChatMessage(completion));
            foreach (var call in completion.ToolCalls)
            {
                messages.Add(new ToolChatMessage(call.Id, DateTime.UtcNow.Year.ToString()));
            }
        }
        while (completion.FinishReason == ChatFinishReason.ToolCalls);

        return completion.Content[0].Text;
    }
}
