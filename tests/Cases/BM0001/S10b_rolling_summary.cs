// S10 A rolling summary over chunks
// verdict: silent
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Minutes;

public sealed class RollingSummary
{
    private readonly IChatClient _chat;
    private string _summary = string.Empty;

    public RollingSummary(IChatClient chat) => _chat = chat;

    public async Task<string> SummariseAsync(IAsyncEnumerable<string> chunks, CancellationToken cancellationToken = default)
    {
        await foreach (var chunk in chunks.WithCancellation(cancellationToken))
        {
            var response = await _chat.GetResponseAsync(
                $"""
                 Summary so far:
                 {_summary}

                 Extend it by:
                 {chunk}
                 """,
                cancellationToken: cancellationToken);
            _summary = response.Text;
        }

        return _summary;
    }
}
