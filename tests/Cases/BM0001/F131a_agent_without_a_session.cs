// F131a An agent answers each message on its own
// verdict: fixed
// message: This loop makes one 'RunAsync' round trip per item, one after another; 'Batch.RunAsync' sends them together
// uses: Microsoft.Agents.AI
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Agents.AI;

namespace Weather;

public sealed class Reporter(AIAgent agent)
{
    public async Task<string[]> ReportAsync(string[] towns)
    {
        var reports = new string[towns.Length];
        for (var i = 0; i < towns.Length; i++)
        {
            reports[i] = (await /*BM0001*/agent.RunAsync(towns[i])).Text;
        }

        return reports;
    }
}
//// run
foreach (var report in await new Reporter(new ScriptedAgent(Ask)).ReportAsync(["Bergen", "Oslo", "Moss"]))
{
    Log(report);
}
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Agents.AI;

namespace Weather;

public sealed class Reporter(AIAgent agent)
{
    public async Task<string[]> ReportAsync(string[] towns)
    {
        var reports = new string[towns.Length];
        var batch = await Batch.RunAsync(towns, (message, ct) => agent.RunAsync(message, cancellationToken: ct));
        for (var i = 0; i < towns.Length; i++)
        {
            reports[i] = batch[i].Response.Text;
        }

        return reports;
    }
}
