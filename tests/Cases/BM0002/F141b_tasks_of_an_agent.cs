// F141b Tasks of an agent in a list
// verdict: fixed
// message: These 'RunAsync' requests are fanned out by hand, without a limit; 'Batch.RunAsync' sends them together, a bounded number at a time
// uses: Microsoft.Agents.AI
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Agents.AI;

namespace Scouting;

public sealed class Scout(AIAgent agent)
{
    public async Task<List<string>> LookAsync(IEnumerable<string> players, CancellationToken cancellationToken)
    {
        var tasks = new List<Task<AgentResponse>>();
        foreach (var player in players)
        {
            tasks.Add(/*BM0002*/agent.RunAsync($"Rate {player}", cancellationToken: cancellationToken));
        }

        var ratings = await Task.WhenAll(tasks);
        return ratings.Select(rating => rating.Text).ToList();
    }
}
//// run
foreach (var rating in await new Scout(new ScriptedAgent(Ask)).LookAsync(["Ada", "Bea", "Cleo"], cancellationToken))
{
    Log(rating);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Agents.AI;

namespace Scouting;

public sealed class Scout(AIAgent agent)
{
    public async Task<List<string>> LookAsync(IEnumerable<string> players, CancellationToken cancellationToken)
    {
        var messages = new List<string>();
        foreach (var player in players)
        {
            messages.Add($"Rate {player}");
        }

        var batch = await Batch.RunAsync(
            messages,
            (message, ct) => agent.RunAsync(message, cancellationToken: ct),
            cancellationToken: cancellationToken);
        var ratings = batch.GetResponses();
        return ratings.Select(rating => rating.Text).ToList();
    }
}
