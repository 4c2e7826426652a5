// F80c Reordered named arguments, one of them computed from the item
// verdict: fixed
// message: 'InviteAsync' is called for one item at a time; 'InviteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Calendars;

public sealed record Appointment(DateOnly Day, string Subject)
{
    public string Invitation { get; set; } = "";
}

public sealed class Invitations(IChatClient chat)
{
    public Task<int> WriteAsync(IEnumerable<Appointment> appointments, CancellationToken ct) => WriteCoreAsync(appointments, ct);

    private async Task<int> WriteCoreAsync(IEnumerable<Appointment> appointments, CancellationToken ct)
    {
        var count = 0;
        foreach (var appointment in appointments)
        {
            appointment.Invitation = await /*BM0003*/InviteAsync(
                day: appointment.Day.ToString("yyyy-MM-dd"), // as the standard has it
                ct: ct,
                subject: appointment.Subject);
            count++;
        }

        return count;
    }

    private async Task<string> InviteAsync(string subject, string day, CancellationToken ct)
    {
        var message = new ChatMessage(ChatRole.User, $"Invite to '{subject}' on {day}.");
        return (await chat.GetResponseAsync(message, cancellationToken: ct)).Text;
    }
}
//// run
Appointment[] appointments = [new(new DateOnly(2025, 3, 1), "budget"), new(new DateOnly(2025, 3, 2), "party"), new(new DateOnly(2025, 3, 9), "roof")];
try
{
    Log(await new Invitations(chat).WriteAsync(appointments, cancellationToken));
}
finally
{
    Log(string.Join("|", appointments.Select(appointment => appointment.Invitation)));
}
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Calendars;

public sealed record Appointment(DateOnly Day, string Subject)
{
    public string Invitation { get; set; } = "";
}

public sealed class Invitations(IChatClient chat)
{
    public Task<int> WriteAsync(IEnumerable<Appointment> appointments, CancellationToken ct) => WriteCoreAsync(appointments, ct);

    private async Task<int> WriteCoreAsync(IEnumerable<Appointment> appointments, CancellationToken ct)
    {
        var count = 0;
        var pending = new List<Appointment>();
        var inputs = new List<(string subject, string day)>();
        foreach (var appointment in appointments)
        {
            pending.Add(appointment);
            inputs.Add((appointment.Subject, appointment.Day.ToString("yyyy-MM-dd")));
        }

        var batch = await InviteBatchAsync(
            ct: ct,
            inputs: inputs);
        foreach (var (appointment, item) in pending.Zip(batch))
        {
            appointment.Invitation = item.Response;
            count++;
        }

        return count;
    }

    private async Task<BatchResult<string>> InviteBatchAsync(IEnumerable<(string subject, string day)> inputs, CancellationToken ct)
    {
        var batch = await chat.CompleteBatchAsync(inputs, input =>
        {
            var (subject, day) = input;
            var message = new ChatMessage(ChatRole.User, $"Invite to '{subject}' on {day}.");
            return [message];
        }, cancellationToken: ct);
        return batch.Map(response => response.Text);
    }
}
