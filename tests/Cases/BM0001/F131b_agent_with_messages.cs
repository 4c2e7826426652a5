// F131b An agent is given several messages, and no session
// verdict: fixed
// message: This loop makes one 'RunAsync' round trip per 'clause', one after another; 'Batch.RunAsync' sends them together
// uses: Microsoft.Agents.AI
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace Contracts;

public sealed record Clause(int Number, string Text);

public static class Checks
{
    public static async Task CheckAsync(AIAgent lawyer, IReadOnlyCollection<Clause> clauses, Action<string> report, CancellationToken cancellationToken)
    {
        foreach (var clause in clauses)
        {
            var opinion = await /*BM0001*/lawyer.RunAsync(
                [new ChatMessage(ChatRole.System, "Name the risk."), new ChatMessage(ChatRole.User, clause.Text)],
                session: null,
                cancellationToken: cancellationToken);
            report($"{clause.Number}: {opinion.Text}");
        }
    }
}
//// run
await Checks.CheckAsync(new ScriptedAgent(Ask), [new(1, "Rent"), new(2, "Notice"), new(3, "Deposit")], text => Log(text), cancellationToken);
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace Contracts;

public sealed record Clause(int Number, string Text);

public static class Checks
{
    public static async Task CheckAsync(AIAgent lawyer, IReadOnlyCollection<Clause> clauses, Action<string> report, CancellationToken cancellationToken)
    {
        var batch = await Batch.RunAsync(clauses, (clause, ct) => lawyer.RunAsync(
            [new ChatMessage(ChatRole.System, "Name the risk."), new ChatMessage(ChatRole.User, clause.Text)],
            session: null,
            cancellationToken: ct), cancellationToken: cancellationToken);
        foreach (var (clause, item) in clauses.Zip(batch))
        {
            var opinion = item.Response;
            report($"{clause.Number}: {opinion.Text}");
        }
    }
}
