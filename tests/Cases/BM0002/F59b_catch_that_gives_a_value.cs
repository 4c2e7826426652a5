// F59 A failure becomes a value, a parsing failure too
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Estimates;

public sealed record Estimate(string Task, double? Hours, string? Error);

public sealed class Estimator(IChatClient chat)
{
    public async Task<IReadOnlyList<Estimate>> EstimateAsync(IEnumerable<string> tasks, CancellationToken cancellationToken)
    {
        var estimates = await Task.WhenAll(tasks.Select(async task =>
        {
            try
            {
                var response = await /*BM0002*/chat.GetResponseAsync($"Hours for: {task}. Only the number.", cancellationToken: cancellationToken);
                return new Estimate(task, double.Parse(response.Text, CultureInfo.InvariantCulture), null);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                return new Estimate(task, null, e.GetType().Name);
            }
        }));
        return estimates;
    }
}
//// run
foreach (var estimate in await new Estimator(chat).EstimateAsync(["paint", "sand", "mend"], cancellationToken))
{
    Log($"{estimate.Task} {estimate.Hours} {estimate.Error}");
}
//// fixed
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Estimates;

public sealed record Estimate(string Task, double? Hours, string? Error);

public sealed class Estimator(IChatClient chat)
{
    public async Task<IReadOnlyList<Estimate>> EstimateAsync(IEnumerable<string> tasks, CancellationToken cancellationToken)
    {
        var items = tasks.ToList();
        var batch = await chat.CompleteBatchAsync(items, task => $"Hours for: {task}. Only the number.", cancellationToken: cancellationToken);
        var estimates = batch.Map(items, (task, item) =>
        {
            try
            {
                var response = item.Response;
                return new Estimate(task, double.Parse(response.Text, CultureInfo.InvariantCulture), null);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                return new Estimate(task, null, e.GetType().Name);
            }
        }).GetResponses();
        return estimates;
    }
}
