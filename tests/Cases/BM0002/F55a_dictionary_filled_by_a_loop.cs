// F55 A dictionary of tasks, filled by a loop
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Atlas;

public sealed class Legends(IChatClient chat)
{
    public async Task<Dictionary<string, string>> WriteAsync(IEnumerable<string> regions)
    {
        var tasks = new Dictionary<string, Task<ChatResponse>>();
        foreach (var region in regions)
        {
            tasks[region] = /*BM0002*/chat.GetResponseAsync($"A legend for the map of {region}.");
        }

        await Task.WhenAll(tasks.Values);

        var legends = new Dictionary<string, string>();
        foreach (var (region, task) in tasks)
        {
            legends[region] = task.Result.Text;
        }

        return legends;
    }
}
//// run
foreach (var (region, legend) in await new Legends(chat).WriteAsync(["Alps", "Fens", "Karst"]))
{
    Log($"{region}: {legend}");
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Atlas;

public sealed class Legends(IChatClient chat)
{
    public async Task<Dictionary<string, string>> WriteAsync(IEnumerable<string> regions)
    {
        var promptsByKey = new Dictionary<string, string>();
        foreach (var region in regions)
        {
            promptsByKey[region] = $"A legend for the map of {region}.";
        }

        var batch = await chat.CompleteBatchAsync(promptsByKey.Values);
        var items = promptsByKey.Keys.Zip(batch).ToDictionary();
        batch.ThrowIfFailed();

        var legends = new Dictionary<string, string>();
        foreach (var (region, item) in items)
        {
            legends[region] = item.Response.Text;
        }

        return legends;
    }
}
