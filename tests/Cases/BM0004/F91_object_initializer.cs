// F91 Awaits in the members of one object
// verdict: fixed
// message: These 2 'GetResponseAsync' round trips do not need each other's answers; 'CompleteBatchAsync' sends them together
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Support;

public sealed record Ticket(int Number, string Text);

public sealed record Triage
{
    public required int Number { get; init; }

    public required string Severity { get; init; }

    public required string Product { get; init; }
}

public sealed class TriageService(IChatClient chat)
{
    public async Task<Triage> TriageAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        return new Triage
        {
            Number = ticket.Number,
            Severity = (await /*BM0004*/chat.GetResponseAsync($"How severe is this? {ticket.Text}", cancellationToken: cancellationToken)).Text,
            Product = (await chat.GetResponseAsync($"Which product is this about? {ticket.Text}", cancellationToken: cancellationToken)).Text,
        };
    }
}
//// run
Log(await new TriageService(chat).TriageAsync(new Ticket(1, "The printer eats paper."), cancellationToken));
Log(await new TriageService(chat).TriageAsync(new Ticket(2, "The screen is blue."), cancellationToken));
//// fixed
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Support;

public sealed record Ticket(int Number, string Text);

public sealed record Triage
{
    public required int Number { get; init; }

    public required string Severity { get; init; }

    public required string Product { get; init; }
}

public sealed class TriageService(IChatClient chat)
{
    public async Task<Triage> TriageAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        var batch = await chat.CompleteBatchAsync(
            [
                $"How severe is this? {ticket.Text}",
                $"Which product is this about? {ticket.Text}",
            ],
            cancellationToken: cancellationToken);
        return new Triage
        {
            Number = ticket.Number,
            Severity = batch[0].Response.Text,
            Product = batch[1].Response.Text,
        };
    }
}
