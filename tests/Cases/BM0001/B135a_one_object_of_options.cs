// B135a One object of options gets other messages for each item
// verdict: blocked
// blocker: 'options' is changed on line
// message: The calls of 'CompleteAsync' could be one batch, but 'options' is changed on line 15 before the call and used on line 16 when later items have already changed it again
// uses: Azure.AI.Inference
using System.Collections.Generic;
using System.Threading.Tasks;
using Azure.AI.Inference;

namespace Tags;

public static class Tagger
{
    public static async Task<List<string>> TagAsync(ChatCompletionsClient client, string[] photos)
    {
        var options = new ChatCompletionsOptions { Model = "vision" };
        var tags = new List<string>();
        foreach (var photo in photos)
        {
            /*why*/options.Messages = [new ChatRequestUserMessage($"Tags for {photo}")];
            ChatCompletions completions = await /*BM0010*/client.CompleteAsync(/*why*/options);
            tags.Add(completions.Content);
        }

        return tags;
    }
}
