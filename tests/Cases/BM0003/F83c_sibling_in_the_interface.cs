// F83c The interface itself has the method for many
// verdict: fixed
// message: 'AssessAsync' is called for one item at a time; 'AssessBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Insurance;

public interface IRiskModel
{
    Task<string> AssessAsync(string policy, CancellationToken cancellationToken = default);

    Task<BatchResult<string>> AssessBatchAsync(IEnumerable<string> policies, CancellationToken cancellationToken = default);
}

public sealed class RiskModel(IChatClient chat) : IRiskModel
{
    public async Task<string> AssessAsync(string policy, CancellationToken cancellationToken = default)
    {
        var response = await chat.GetResponseAsync("Assess: " + policy, cancellationToken: cancellationToken);
        return response.Text;
    }

    public async Task<BatchResult<string>> AssessBatchAsync(IEnumerable<string> policies, CancellationToken cancellationToken = default)
    {
        var prompts = new List<string>();
        foreach (var policy in policies)
        {
            prompts.Add("Assess: " + policy);
        }

        var batch = await chat.CompleteBatchAsync(prompts, cancellationToken: cancellationToken);
        return batch.Map(response => response.Text);
    }
}

public sealed class Underwriter(IRiskModel model)
{
    public async Task<Dictionary<int, string>> AssessAsync(IReadOnlyDictionary<int, string> policies, CancellationToken cancellationToken)
    {
        var assessments = new Dictionary<int, string>();
        foreach (var (number, policy) in policies)
        {
            assessments[number] = await /*BM0003*/model.AssessAsync(policy, cancellationToken);
        }

        return assessments;
    }
}
//// run
var policies = new Dictionary<int, string> { [7] = "boat", [11] = "barn", [12] = "bees" };
foreach (var (number, assessment) in await new Underwriter(new RiskModel(chat)).AssessAsync(policies, cancellationToken))
{
    Log(number + ": " + assessment);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Insurance;

public interface IRiskModel
{
    Task<string> AssessAsync(string policy, CancellationToken cancellationToken = default);

    Task<BatchResult<string>> AssessBatchAsync(IEnumerable<string> policies, CancellationToken cancellationToken = default);
}

public sealed class RiskModel(IChatClient chat) : IRiskModel
{
    public async Task<string> AssessAsync(string policy, CancellationToken cancellationToken = default)
    {
        var response = await chat.GetResponseAsync("Assess: " + policy, cancellationToken: cancellationToken);
        return response.Text;
    }

    public async Task<BatchResult<string>> AssessBatchAsync(IEnumerable<string> policies, CancellationToken cancellationToken = default)
    {
        var prompts = new List<string>();
        foreach (var policy in policies)
        {
            prompts.Add("Assess: " + policy);
        }

        var batch = await chat.CompleteBatchAsync(prompts, cancellationToken: cancellationToken);
        return batch.Map(response => response.Text);
    }
}

public sealed class Underwriter(IRiskModel model)
{
    public async Task<Dictionary<int, string>> AssessAsync(IReadOnlyDictionary<int, string> policies, CancellationToken cancellationToken)
    {
        var assessments = new Dictionary<int, string>();
        var inputs = new List<string>();
        foreach (var (number, policy) in policies)
        {
            inputs.Add(policy);
        }

        var batch = await model.AssessBatchAsync(inputs, cancellationToken);
        foreach (var ((number, policy), item) in policies.Zip(batch))
        {
            assessments[number] = item.Response;
        }

        return assessments;
    }
}
