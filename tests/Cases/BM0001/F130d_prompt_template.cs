// F130d A prompt template with arguments of each item
// verdict: fixed
// message: This loop makes one 'InvokePromptAsync' round trip per 'ticket', one after another; 'Batch.RunAsync' sends them together
// uses: Microsoft.SemanticKernel
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Helpdesk;

public sealed record Ticket(int Id, string Subject, string Body);

public sealed class Triage(Kernel kernel)
{
    private const string Template = "Classify the ticket {{$subject}}: {{$body}}";

    public async Task<List<(int Id, string? Label)>> LabelAsync(List<Ticket> tickets)
    {
        var labels = new List<(int, string?)>();
        foreach (var ticket in tickets)
        {
            var result = await /*BM0001*/kernel.InvokePromptAsync(Template, new() { ["subject"] = ticket.Subject, ["body"] = ticket.Body });
            labels.Add((ticket.Id, result.GetValue<string>()));
        }

        return labels;
    }
}
//// run
foreach (var (id, label) in await new Triage(ScriptedKernel.Make(Ask)).LabelAsync([new(1, "Printer", "jams"), new(2, "Login", "fails"), new(3, "Mouse", "gone")]))
{
    Log($"{id} {label}");
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.SemanticKernel;

namespace Helpdesk;

public sealed record Ticket(int Id, string Subject, string Body);

public sealed class Triage(Kernel kernel)
{
    private const string Template = "Classify the ticket {{$subject}}: {{$body}}";

    public async Task<List<(int Id, string? Label)>> LabelAsync(List<Ticket> tickets)
    {
        var labels = new List<(int, string?)>();
        var batch = await Batch.RunAsync(
            tickets,
            (ticket, ct) => kernel.InvokePromptAsync(Template, new() { ["subject"] = ticket.Subject, ["body"] = ticket.Body }, cancellationToken: ct));
        foreach (var (ticket, item) in tickets.Zip(batch))
        {
            var result = item.Response;
            labels.Add((ticket.Id, result.GetValue<string>()));
        }

        return labels;
    }
}
