// S14 The loop is the body of the batch method
// verdict: silent
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Chat;

namespace Tools.Compatibility;

public static class SequentialBatching
{
    public static async Task<IReadOnlyList<ChatCompletion>> CompleteBatchAsync(
        this ChatClient client, IEnumerable<IEnumerable<ChatMessage>> conversations, CancellationToken cancellationToken = default)
    {
        var completions = new List<ChatCompletion>();
        foreach (var messages in conversations)
        {
            completions.Add(await client.CompleteChatAsync(messages, cancellationToken: cancellationToken));
        }

        return completions;
    }
}
