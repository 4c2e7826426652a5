// F57 Parallel.ForEachAsync with a limit and a token, results in a bag
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Claims;

public sealed record Claim(string Id, string Text);

public sealed class ClaimReader(IChatClient chat)
{
    public async Task<List<string>> ReadAsync(IReadOnlyList<Claim> claims, CancellationToken cancellationToken)
    {
        var found = new ConcurrentBag<string>();
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = 8,
            CancellationToken = cancellationToken,
        };

        await Parallel.ForEachAsync(claims, options, async (claim, ct) =>
        {
            var response = await /*BM0002*/chat.GetResponseAsync($"What is claimed? {claim.Text}", cancellationToken: ct);
            found.Add($"{claim.Id}: {response.Text}");
        });

        return found.Order().ToList();
    }
}
//// run
foreach (var line in await new ClaimReader(chat).ReadAsync([new("c1", "Roof"), new("c2", "Car"), new("c3", "Dog")], cancellationToken))
{
    Log(line);
}
//// fixed
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Claims;

public sealed record Claim(string Id, string Text);

public sealed class ClaimReader(IChatClient chat)
{
    public async Task<List<string>> ReadAsync(IReadOnlyList<Claim> claims, CancellationToken cancellationToken)
    {
        var found = new ConcurrentBag<string>();

        var batch = await chat.CompleteBatchAsync(
            claims,
            claim => $"What is claimed? {claim.Text}",
            batchOptions: new BatchOptions { MaxConcurrency = 8 },
            cancellationToken: cancellationToken);
        batch.Apply(claims, (claim, item) =>
        {
            var response = item.Response;
            found.Add($"{claim.Id}: {response.Text}");
        }).ThrowIfFailed();

        return found.Order().ToList();
    }
}
