// B72a The other branch writes to its item, which would happen too early if an earlier item failed
// verdict: blocked
// blocker: if a call failed it would have been changed for later items too
// message: The calls of 'ClassifyAsync' could be one batch, but 'tickets.Category' is changed before the call, and if a call failed it would have been changed for later items too
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Helpdesks;

public sealed class Ticket(string body)
{
    public string Body { get; } = body;

    public string? Category { get; set; }
}

public sealed class Sorter(IChatClient chat)
{
    public async Task SortAsync(IEnumerable<Ticket> tickets)
    {
        foreach (var ticket in tickets)
        {
            if (ticket.Body.Length > 100)
            {
                ticket.Category = await /*BM0010*/ClassifyAsync(ticket.Body);
            }
            else
            {
                /*why*/ticket.Category = "short";
            }
        }
    }

    private async Task<string> ClassifyAsync(string body)
    {
        var response = await chat.GetResponseAsync("A category for: " + body);
        return response.Text;
    }
}
