// S03 A tool loop that runs while the model asks for tools
// verdict: silent
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Weather;

public sealed class WeatherAgent(ChatClient client, ChatCompletionOptions options, Func<string, string> lookUp)
{
    public async Task<string> AnswerAsync(string question)
    {
        List<ChatMessage> messages = [new UserChatMessage(question)];
        ChatCompletion completion = await client.CompleteChatAsync(messages, options);
        while (completion.FinishReason == ChatFinishReason.ToolCalls)
        {
            messages.Add(new AssistantChatMessage(completion));
            foreach (var call in completion.ToolCalls)
            {
                messages.Add(new ToolChatMessage(call.Id, lookUp(call.FunctionName)));
            }

            completion = await client.CompleteChatAsync(messages, options);
        }

        return completion.Content[0].Text;
    }
}
