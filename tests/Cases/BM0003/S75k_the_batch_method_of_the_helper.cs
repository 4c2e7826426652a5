// S75k The loop over the helper is the body of its own method for many
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Sequential;

public sealed class CautiousSummariser(IChatClient chat)
{
    public async Task<string> SummariseAsync(string text)
    {
        var response = await chat.GetResponseAsync("Summarise: " + text);
        return response.Text;
    }

    // One at a time: the server has a single slot.
    public async Task<IReadOnlyList<string>> SummariseBatchAsync(IEnumerable<string> texts)
    {
        var summaries = new List<string>();
        foreach (var text in texts)
        {
            summaries.Add(await SummariseAsync(text));
        }

        return summaries;
    }
}
