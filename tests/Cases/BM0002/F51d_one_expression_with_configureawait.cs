// F51 A lambda of one expression, with ConfigureAwait inside and outside
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Genealogy;

public sealed class NameLore(IChatClient chat)
{
    public async Task<IReadOnlyList<string>> OriginsAsync(string[] names)
    {
        string[] origins = await Task.WhenAll(names.Select(async name => (await /*BM0002*/chat.GetResponseAsync($"Where does the name {name} come from?").ConfigureAwait(false)).Text)).ConfigureAwait(false);
        return origins;
    }
}
//// run
foreach (var origin in await new NameLore(chat).OriginsAsync(["Ada", "Grace", "Hedy"]))
{
    Log(origin);
}
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Genealogy;

public sealed class NameLore(IChatClient chat)
{
    public async Task<IReadOnlyList<string>> OriginsAsync(string[] names)
    {
        var batch = await chat.CompleteBatchAsync(names, name => $"Where does the name {name} come from?").ConfigureAwait(false);
        string[] origins = batch.Map(response => response.Text).GetResponses();
        return origins;
    }
}
