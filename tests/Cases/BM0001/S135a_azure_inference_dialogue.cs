// S135a Messages in shared options that grow, and embeddings of lists
// verdict: silent
// uses: Azure.AI.Inference
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Azure.AI.Inference;

namespace Quiz;

public static class Master
{
    public static async Task HoldAsync(ChatCompletionsClient client, IEnumerable<string> questions)
    {
        var options = new ChatCompletionsOptions { Model = "small" };
        foreach (var question in questions)
        {
            options.Messages.Add(new ChatRequestUserMessage(question));
            ChatCompletions reply = await client.CompleteAsync(options);
            options.Messages.Add(new ChatRequestAssistantMessage(reply.Content));
        }
    }

    public static async Task<int> EmbedAsync(EmbeddingsClient client, IEnumerable<string> texts)
    {
        var count = 0;
        foreach (var page in texts.Chunk(96))
        {
            EmbeddingsResult result = await client.EmbedAsync(new EmbeddingsOptions(page));
            count += result.Data.Count;
        }

        return count;
    }
}
