// S19 A cache behind an interface is asked before the call and told afterwards
// verdict: blocked
// blocker: 'SetAsync' on line
// message: The calls of 'GetResponseAsync' could be one batch, but 'SetAsync' on line 26 may change 'cache', which line 22 needs before the next call
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Catalogue;

public interface IAnswerCache
{
    Task<string?> GetAsync(string key, CancellationToken cancellationToken);

    Task SetAsync(string key, string value, CancellationToken cancellationToken);
}

public sealed class CachedDescriber(IChatClient chat, IAnswerCache cache)
{
    public async Task<List<string>> DescribeAsync(IReadOnlyList<string> articles, CancellationToken cancellationToken)
    {
        var descriptions = new List<string>(articles.Count);
        foreach (var article in articles)
        {
            var description = await /*why*/cache.GetAsync(article, cancellationToken);
            if (description is null)
            {
                description = (await /*BM0010*/chat.GetResponseAsync($"Describe {article}.", cancellationToken: cancellationToken)).Text;
                await /*why*/cache.SetAsync(article, description, cancellationToken);
            }

            descriptions.Add(description);
        }

        return descriptions;
    }
}
