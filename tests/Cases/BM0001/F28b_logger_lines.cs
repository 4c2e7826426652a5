// F28b Log lines before and after the call
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'policy', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Compliance;

public sealed record Policy(string Name, string Text);

public sealed class PolicyReviewer(IChatClient chat, ILogger<PolicyReviewer> logger)
{
    public async Task<Dictionary<string, string>> ReviewAsync(IReadOnlyCollection<Policy> policies, CancellationToken cancellationToken)
    {
        logger.LogInformation("Reviewing {Count} policies", policies.Count);
        var remarks = new Dictionary<string, string>();
        foreach (var policy in policies)
        {
            logger.LogDebug("Reviewing {Policy}", policy.Name);
            var response = await /*BM0001*/chat.GetResponseAsync("Find gaps in: " + policy.Text, cancellationToken: cancellationToken);
            remarks[policy.Name] = response.Text;
            logger.LogInformation("Reviewed {Policy}: {Length} characters", policy.Name, response.Text.Length);
        }

        return remarks;
    }
}
//// run
var logger = Microsoft.Extensions.Logging.Abstractions.NullLogger<PolicyReviewer>.Instance;
Policy[] policies = [new("Travel", "by train"), new("Keys", "hand them in"), new("Data", "lock it")];
foreach (var (policy, remark) in await new PolicyReviewer(chat, logger).ReviewAsync(policies, cancellationToken))
{
    Log(policy + ": " + remark);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Compliance;

public sealed record Policy(string Name, string Text);

public sealed class PolicyReviewer(IChatClient chat, ILogger<PolicyReviewer> logger)
{
    public async Task<Dictionary<string, string>> ReviewAsync(IReadOnlyCollection<Policy> policies, CancellationToken cancellationToken)
    {
        logger.LogInformation("Reviewing {Count} policies", policies.Count);
        var remarks = new Dictionary<string, string>();
        var batch = await chat.CompleteBatchAsync(policies.Select(policy => "Find gaps in: " + policy.Text), cancellationToken: cancellationToken);
        foreach (var (policy, item) in policies.Zip(batch))
        {
            logger.LogDebug("Reviewing {Policy}", policy.Name);
            var response = item.Response;
            remarks[policy.Name] = response.Text;
            logger.LogInformation("Reviewed {Policy}: {Length} characters", policy.Name, response.Text.Length);
        }

        return remarks;
    }
}
