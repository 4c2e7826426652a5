// B70g A static helper in another file keeps statistics in a static dictionary
// verdict: blocked
// blocker: Tokens
// message: The calls of 'ExplainAsync' could be one batch, but 'ExplainAsync' changes 'Tokens' for each item
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Usage;

public sealed class Explainer(IChatClient chat)
{
    public async Task<Dictionary<string, string>> ExplainAsync(IEnumerable<string> words, CancellationToken cancellationToken)
    {
        var explanations = new Dictionary<string, string>();
        foreach (var word in words)
        {
            explanations[word] = await /*BM0010*//*why*/Model.ExplainAsync(chat, word, cancellationToken);
        }

        return explanations;
    }
}
//// file Model.cs
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Usage;

internal static class Model
{
    internal static Dictionary<string, long> Tokens { get; } = new();

    internal static async Task<string> ExplainAsync(IChatClient chat, string word, CancellationToken cancellationToken)
    {
        var response = await chat.GetResponseAsync("Explain " + word, cancellationToken: cancellationToken);
        Tokens[word] = response.Usage?.TotalTokenCount ?? 0;
        return response.Text;
    }
}
