// F12a The awaited answer is assigned to an entry of a dictionary
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'column', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Schemas;

public sealed class ColumnDescriber(IChatClient chat)
{
    public async Task<IReadOnlyDictionary<string, ChatResponse>> DescribeAsync(IEnumerable<string> columns, CancellationToken cancellationToken)
    {
        var map = new Dictionary<string, ChatResponse>();
        foreach (var column in columns)
        {
            map[column] = await /*BM0001*/chat.GetResponseAsync($"Describe the column '{column}'.", cancellationToken: cancellationToken);
        }

        return map;
    }
}
//// run
foreach (var (column, response) in await new ColumnDescriber(chat).DescribeAsync(["order_id", "placed_at", "total"], cancellationToken))
{
    Log($"{column}: {response.Text}");
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Schemas;

public sealed class ColumnDescriber(IChatClient chat)
{
    public async Task<IReadOnlyDictionary<string, ChatResponse>> DescribeAsync(IEnumerable<string> columns, CancellationToken cancellationToken)
    {
        var map = new Dictionary<string, ChatResponse>();
        var pending = columns.ToList();
        var batch = await chat.CompleteBatchAsync(
            pending.Select(column => $"Describe the column '{column}'."),
            cancellationToken: cancellationToken);
        foreach (var (column, item) in pending.Zip(batch))
        {
            map[column] = item.Response;
        }

        return map;
    }
}
