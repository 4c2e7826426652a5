// S15 The loop is the fallback for clients without a batch interface
// verdict: silent
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Indexing;

public interface IBatchChatClient : IChatClient
{
    Task<IReadOnlyList<ChatResponse>> GetResponsesAsync(IEnumerable<string> prompts, CancellationToken cancellationToken);
}

public static class Keywords
{
    public static async Task<IReadOnlyList<string>> ExtractAsync(IChatClient chat, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        if (chat is IBatchChatClient batch)
        {
            var responses = await batch.GetResponsesAsync(texts, cancellationToken);
            return responses.Select(r => r.Text).ToList();
        }

        var keywords = new List<string>();
        foreach (var text in texts)
        {
            keywords.Add((await chat.GetResponseAsync(text, cancellationToken: cancellationToken)).Text);
        }

        return keywords;
    }
}
