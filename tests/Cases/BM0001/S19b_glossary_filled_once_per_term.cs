// S19 Each term is asked for once: the filter reads the dictionary that the answer is written to
// verdict: silent
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Glossaries;

public static class GlossaryBuilder
{
    public static async Task<SortedDictionary<string, string>> BuildAsync(ChatClient client, IEnumerable<string> words, CancellationToken cancellationToken)
    {
        var glossary = new SortedDictionary<string, string>();
        foreach (var word in words)
        {
            var term = word.Trim().ToLowerInvariant();
            if (glossary.ContainsKey(term))
            {
                continue;
            }

            ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage($"Define '{term}'.")], null, cancellationToken);
            glossary.Add(term, completion.Content[0].Text);
        }

        return glossary;
    }
}
