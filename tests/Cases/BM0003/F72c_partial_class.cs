// F72c The helper stands in the other half of a partial class
// verdict: fixed
// message: 'AccountForAsync' is called for one item at a time; 'AccountForBatchAsync' sends them together
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Payroll;

public sealed partial class ExpenseSorter(IChatClient chat)
{
    public async Task<ILookup<string, string>> SortAsync(IEnumerable<string> purposes, CancellationToken cancellationToken)
    {
        var sorted = new List<(string Account, string Purpose)>();
        foreach (var purpose in purposes)
        {
            var account = await /*BM0003*/AccountForAsync(purpose, cancellationToken);
            sorted.Add((account, purpose));
        }

        return sorted.ToLookup(s => s.Account, s => s.Purpose);
    }
}
//// file ExpenseSorter.Model.cs
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Payroll;

public sealed partial class ExpenseSorter
{
    private readonly string _accounts = "travel, office, meals";

    private async Task<string> AccountForAsync(string purpose, CancellationToken cancellationToken)
    {
        var response = await chat.GetResponseAsync($"One of {_accounts}: {purpose}", new ChatOptions { Temperature = 0f }, cancellationToken);
        return response.Text.Trim();
    }
}
//// run
foreach (var group in await new ExpenseSorter(chat).SortAsync(["train to Ulm", "pens", "lunch with the auditor"], cancellationToken))
{
    Log(group.Key + ": " + string.Join(",", group));
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Payroll;

public sealed partial class ExpenseSorter(IChatClient chat)
{
    public async Task<ILookup<string, string>> SortAsync(IEnumerable<string> purposes, CancellationToken cancellationToken)
    {
        var sorted = new List<(string Account, string Purpose)>();
        var pending = purposes.ToList();
        var batch = await AccountForBatchAsync(pending, cancellationToken);
        foreach (var (purpose, item) in pending.Zip(batch))
        {
            var account = item.Response;
            sorted.Add((account, purpose));
        }

        return sorted.ToLookup(s => s.Account, s => s.Purpose);
    }
}
//// fixed ExpenseSorter.Model.cs
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Payroll;

public sealed partial class ExpenseSorter
{
    private readonly string _accounts = "travel, office, meals";

    private async Task<BatchResult<string>> AccountForBatchAsync(IEnumerable<string> purposes, CancellationToken cancellationToken)
    {
        var batch = await chat.CompleteBatchAsync(
            purposes,
            purpose => $"One of {_accounts}: {purpose}",
            new ChatOptions { Temperature = 0f },
            cancellationToken: cancellationToken);
        return batch.Map(response => response.Text.Trim());
    }
}
