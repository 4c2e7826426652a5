// S19 A dictionary is looked up and filled by the same loop
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Catalogue;

public sealed class CategoryTagger(IChatClient chat)
{
    private readonly Dictionary<string, string> _known = [];

    public async Task<List<string>> TagAsync(IEnumerable<string> products)
    {
        var tags = new List<string>();
        foreach (var product in products)
        {
            if (!_known.TryGetValue(product, out var tag))
            {
                tag = (await chat.GetResponseAsync($"One category for {product}")).Text;
                _known[product] = tag;
            }

            tags.Add(tag);
        }

        return tags;
    }
}
