// S14 A client that asks its inner client for several candidates
// verdict: silent
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Pipelines;

public sealed class CandidateClient(IChatClient inner, int candidates) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var merged = new List<ChatMessage>();
        for (var i = 0; i < candidates; i++)
        {
            var candidate = await InnerClient.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
            merged.AddRange(candidate.Messages);
        }

        return new ChatResponse(merged);
    }
}
