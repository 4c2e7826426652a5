// S15 The loop is the last arm of a switch over the kind of client
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Indexing;

public abstract class QueueingChatClient : ChatClient
{
    public abstract Task<List<ChatCompletion>> SubmitAsync(IEnumerable<string> prompts);
}

public static class Submission
{
    public static async Task<List<ChatCompletion>> SubmitAsync(ChatClient client, string[] prompts)
    {
        switch (client)
        {
            case QueueingChatClient queueing:
                return await queueing.SubmitAsync(prompts);
            default:
                var completions = new List<ChatCompletion>();
                foreach (var prompt in prompts)
                {
                    completions.Add(await client.CompleteChatAsync(prompt));
                }

                return completions;
        }
    }
}
