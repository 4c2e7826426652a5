// S71a The helper looks into a cache that it fills
// verdict: silent
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Maps;

public sealed class PlaceDescriber(IChatClient chat)
{
    private readonly Dictionary<string, string> _cache = new();

    public async Task<List<string>> DescribeAsync(IEnumerable<string> places, CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        foreach (var place in places)
        {
            texts.Add(await DescribeOneAsync(place, cancellationToken));
        }

        return texts;
    }

    private async Task<string> DescribeOneAsync(string place, CancellationToken cancellationToken)
    {
        if (_cache.TryGetValue(place, out var known))
        {
            return known;
        }

        var response = await chat.GetResponseAsync("Describe " + place, cancellationToken: cancellationToken);
        _cache[place] = response.Text;
        return response.Text;
    }
}
