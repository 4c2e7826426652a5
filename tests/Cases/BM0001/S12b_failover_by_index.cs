// S12 Failover by index with the last exception kept
// verdict: silent
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Gateway;

internal sealed class RegionChain
{
    private readonly IChatClient[] _regions;

    public RegionChain(params IChatClient[] regions)
    {
        _regions = regions;
    }

    public async Task<ChatResponse> AskAsync(IList<ChatMessage> messages, CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        for (var i = 0; i < _regions.Length; i++)
        {
            try
            {
                return await _regions[i].GetResponseAsync(messages, cancellationToken: cancellationToken).ConfigureAwait(false);
            }
            catch (HttpRequestException e)
            {
                failures.Add(e);
            }
        }

        throw new AggregateException(failures);
    }
}
