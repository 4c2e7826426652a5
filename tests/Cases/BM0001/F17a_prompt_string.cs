// F17a IChatClient with a string
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'comment', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Naming;

public sealed class VariableNamer
{
    private readonly IChatClient client;

    public VariableNamer(IChatClient client)
    {
        this.client = client;
    }

    public async Task<IEnumerable<string>> SuggestAsync(IReadOnlyCollection<string> comments)
    {
        var names = new List<string>();
        foreach (var comment in comments)
        {
            var suggestion = await /*BM0001*/client.GetResponseAsync(comment);
            names.Add(suggestion.Text);
        }

        return names;
    }
}
//// run
foreach (var name in await new VariableNamer(chat).SuggestAsync(["the number of seats", "when it was sent", "who signed it"]))
{
    Log(name);
}
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Naming;

public sealed class VariableNamer
{
    private readonly IChatClient client;

    public VariableNamer(IChatClient client)
    {
        this.client = client;
    }

    public async Task<IEnumerable<string>> SuggestAsync(IReadOnlyCollection<string> comments)
    {
        var names = new List<string>();
        var batch = await client.CompleteBatchAsync(comments);
        foreach (var item in batch)
        {
            var suggestion = item.Response;
            names.Add(suggestion.Text);
        }

        return names;
    }
}
