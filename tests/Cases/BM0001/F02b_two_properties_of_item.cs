// F02b Two properties of the item, one of them a list, are filled from the answer
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'ticket', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Helpdesk;

public record Ticket(int Number, string Body)
{
    public string Category { get; set; } = "";

    public List<string> Notes { get; } = new();
}

public class TicketClassifier
{
    private readonly IChatClient chatClient;

    public TicketClassifier(IChatClient chatClient) => this.chatClient = chatClient;

    public async Task ClassifyAsync(IReadOnlyCollection<Ticket> tickets, CancellationToken ct = default) {
        foreach (var ticket in tickets) {
            ChatResponse response = await /*BM0001*/chatClient.GetResponseAsync(
                $"Which queue does this ticket belong to?{Environment.NewLine}{ticket.Body}", cancellationToken: ct);
            ticket.Category = response.Text.Trim();
            ticket.Notes.Add("classified as " + ticket.Category);
        }
    }
}
//// run
var tickets = new[] { new Ticket(1, "printer on fire"), new Ticket(2, "password lost"), new Ticket(3, "screen is dark") };
try
{
    await new TicketClassifier(chat).ClassifyAsync(tickets, cancellationToken);
}
finally
{
    foreach (var ticket in tickets)
    {
        Log($"{ticket.Number} {ticket.Category} {string.Join(",", ticket.Notes)}");
    }
}
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Helpdesk;

public record Ticket(int Number, string Body)
{
    public string Category { get; set; } = "";

    public List<string> Notes { get; } = new();
}

public class TicketClassifier
{
    private readonly IChatClient chatClient;

    public TicketClassifier(IChatClient chatClient) => this.chatClient = chatClient;

    public async Task ClassifyAsync(IReadOnlyCollection<Ticket> tickets, CancellationToken ct = default) {
        var batch = await chatClient.CompleteBatchAsync(
            tickets.Select(ticket => $"Which queue does this ticket belong to?{Environment.NewLine}{ticket.Body}"),
            cancellationToken: ct);
        foreach (var (ticket, item) in tickets.Zip(batch)) {
            ChatResponse response = item.Response;
            ticket.Category = response.Text.Trim();
            ticket.Notes.Add("classified as " + ticket.Category);
        }
    }
}
