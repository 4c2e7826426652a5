// F70r Each item's call of the helper is guarded in the loop
// verdict: fixed
// message: 'SummariseAsync' is called for one item at a time; 'SummariseBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Crm;

public sealed class Customer(int id, string notes)
{
    public int Id { get; } = id;

    public string Notes { get; } = notes;

    public string Summary { get; set; } = "";
}

public sealed class CustomerSummaries(IChatClient chat, ILogger<CustomerSummaries> logger)
{
    public async Task<int> RefreshAsync(IReadOnlyList<Customer> customers, CancellationToken cancellationToken)
    {
        var failures = 0;
        foreach (var customer in customers)
        {
            try
            {
                customer.Summary = await /*BM0003*/SummariseAsync(customer.Notes, cancellationToken);
            }
            catch (HttpRequestException e)
            {
                logger.LogWarning(e, "No summary for customer {Id}", customer.Id);
                customer.Summary = "(not available)";
                failures++;
            }
        }

        return failures;
    }

    private async Task<string> SummariseAsync(string notes, CancellationToken cancellationToken)
    {
        var response = await chat.GetResponseAsync(
            [new ChatMessage(ChatRole.System, "Three lines."), new ChatMessage(ChatRole.User, notes)],
            cancellationToken: cancellationToken);
        return string.Join(Environment.NewLine, response.Text.Split('\n'));
    }
}
//// run
var logger = Microsoft.Extensions.Logging.Abstractions.NullLogger<CustomerSummaries>.Instance;
Customer[] customers = [new(1, "called twice"), new(2, "wants a discount"), new(3, "moved"), new(4, "silent")];
try
{
    Log(await new CustomerSummaries(chat, logger).RefreshAsync(customers, cancellationToken));
}
finally
{
    foreach (var customer in customers)
    {
        Log($"{customer.Id} {customer.Summary}");
    }
}
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Crm;

public sealed class Customer(int id, string notes)
{
    public int Id { get; } = id;

    public string Notes { get; } = notes;

    public string Summary { get; set; } = "";
}

public sealed class CustomerSummaries(IChatClient chat, ILogger<CustomerSummaries> logger)
{
    public async Task<int> RefreshAsync(IReadOnlyList<Customer> customers, CancellationToken cancellationToken)
    {
        var failures = 0;
        var batch = await SummariseBatchAsync(customers.Select(customer => customer.Notes), cancellationToken);
        foreach (var (customer, item) in customers.Zip(batch))
        {
            try
            {
                customer.Summary = item.Response;
            }
            catch (HttpRequestException e)
            {
                logger.LogWarning(e, "No summary for customer {Id}", customer.Id);
                customer.Summary = "(not available)";
                failures++;
            }
        }

        return failures;
    }

    private async Task<BatchResult<string>> SummariseBatchAsync(IEnumerable<string> notesList, CancellationToken cancellationToken)
    {
        var batch = await chat.CompleteBatchAsync(
            notesList,
            notes => [new ChatMessage(ChatRole.System, "Three lines."), new ChatMessage(ChatRole.User, notes)],
            cancellationToken: cancellationToken);
        return batch.Map(response => string.Join(Environment.NewLine, response.Text.Split('\n')));
    }
}
