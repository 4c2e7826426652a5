// A01 The message list is extended through an alias
// verdict: silent
// why: 'record' and 'messages' are one list, so each answer is part of the next request
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Adversarial;

public sealed class Dialogue(ChatClient client)
{
    public async Task<List<ChatMessage>> RunAsync(string[] lines)
    {
        var messages = new List<ChatMessage> { new SystemChatMessage("You are an innkeeper.") };
        ICollection<ChatMessage> record = messages;
        foreach (var line in lines)
        {
            record.Add(new UserChatMessage(line));
            ChatCompletion completion = await client.CompleteChatAsync(messages);
            record.Add(new AssistantChatMessage(completion));
        }

        return messages;
    }
}
