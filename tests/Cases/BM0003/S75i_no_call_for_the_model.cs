// S75i A helper of the same look that asks no model
// verdict: silent
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Words;

public sealed class WordCounter(IChatClient chat)
{
    public string Provider => chat.GetType().Name;

    public async Task<List<int>> CountAsync(IEnumerable<string> texts)
    {
        var counts = new List<int>();
        foreach (var text in texts)
        {
            counts.Add(await CountOneAsync(text));
        }

        return counts;
    }

    private static async Task<int> CountOneAsync(string text)
    {
        await Task.Yield();
        return text.Split(' ').Count(word => word.Length > 0);
    }
}
