// S14 The loop is in an explicit implementation of a batch interface
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Pipelines;

public interface IBatchCompleter
{
    Task<List<string>> CompleteBatchAsync(IEnumerable<string> prompts);
}

public sealed class LocalCompleter(ChatClient client) : IBatchCompleter
{
    async Task<List<string>> IBatchCompleter.CompleteBatchAsync(IEnumerable<string> prompts)
    {
        var texts = new List<string>();
        foreach (var prompt in prompts)
        {
            ChatCompletion completion = await client.CompleteChatAsync(prompt);
            texts.Add(completion.Content[0].Text);
        }

        return texts;
    }
}
