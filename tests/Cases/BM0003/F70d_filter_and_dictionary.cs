// F70d A filter before the helper's call, the result stored in a dictionary
// verdict: fixed
// message: 'FindQueueAsync' is called for one item at a time; 'FindQueueBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Support;

public sealed record Ticket(string Number, string Body, bool IsClosed);

public sealed class TicketTriage(IChatClient chat, ILogger<TicketTriage> logger)
{
    private readonly ChatOptions _options = new() { Temperature = 0 };

    public async Task<Dictionary<string, string>> TriageAsync(IEnumerable<Ticket> tickets, CancellationToken cancellationToken)
    {
        var queues = new Dictionary<string, string>();
        foreach (var ticket in tickets)
        {
            // Closed tickets stay where they are.
            if (ticket.IsClosed)
            {
                continue;
            }

            var queue = await /*BM0003*/FindQueueAsync(ticket.Body, cancellationToken);
            queues[ticket.Number] = queue;
            logger.LogInformation("{Number} goes to {Queue}", ticket.Number, queue);
        }

        return queues;
    }

    private async Task<string> FindQueueAsync(string body, CancellationToken cancellationToken)
    {
        var prompt = "Which queue: billing, technical or other?\n" + body;
        var response = await chat.GetResponseAsync(prompt, _options, cancellationToken);
        var queue = response.Text.Trim().ToLowerInvariant();
        return queue.Length > 0 ? queue : "other";
    }
}
//// run
var logger = Microsoft.Extensions.Logging.Abstractions.NullLogger<TicketTriage>.Instance;
Ticket[] tickets = [new("T1", "no invoice", false), new("T2", "solved", true), new("T3", "screen flickers", false), new("T4", "where is my parcel", false)];
foreach (var (number, queue) in await new TicketTriage(chat, logger).TriageAsync(tickets, cancellationToken))
{
    Log(number + " " + queue);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Support;

public sealed record Ticket(string Number, string Body, bool IsClosed);

public sealed class TicketTriage(IChatClient chat, ILogger<TicketTriage> logger)
{
    private readonly ChatOptions _options = new() { Temperature = 0 };

    public async Task<Dictionary<string, string>> TriageAsync(IEnumerable<Ticket> tickets, CancellationToken cancellationToken)
    {
        var queues = new Dictionary<string, string>();
        var pending = new List<Ticket>();
        var bodies = new List<string>();
        foreach (var ticket in tickets)
        {
            // Closed tickets stay where they are.
            if (ticket.IsClosed)
            {
                continue;
            }

            pending.Add(ticket);
            bodies.Add(ticket.Body);
        }

        var batch = await FindQueueBatchAsync(bodies, cancellationToken);
        foreach (var (ticket, item) in pending.Zip(batch))
        {
            var queue = item.Response;
            queues[ticket.Number] = queue;
            logger.LogInformation("{Number} goes to {Queue}", ticket.Number, queue);
        }

        return queues;
    }

    private async Task<BatchResult<string>> FindQueueBatchAsync(IEnumerable<string> bodies, CancellationToken cancellationToken)
    {
        var batch = await chat.CompleteBatchAsync(
            bodies,
            body => "Which queue: billing, technical or other?\n" + body,
            _options,
            cancellationToken: cancellationToken);
        return batch.Map(response =>
        {
            var queue = response.Text.Trim().ToLowerInvariant();
            return queue.Length > 0 ? queue : "other";
        });
    }
}
