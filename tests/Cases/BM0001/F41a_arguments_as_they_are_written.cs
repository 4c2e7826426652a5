// F41 Arguments keep their exclamation marks and parentheses, and names that are keywords keep their sign
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'event', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Calendars;

public sealed class Entry(string? title)
{
    public string? Title { get; } = title;

    public int? Guests { get; init; }

    public string Invitation { get; set; } = "";
}

public sealed class Inviter(IChatClient chat, ChatOptions? options)
{
    public async Task InviteAsync(IEnumerable<Entry> entries, CancellationToken cancellationToken)
    {
        foreach (var @event in entries)
        {
            if (@event.Guests is null)
            {
                continue;
            }

            var response = await /*BM0001*/chat.GetResponseAsync((@event.Title!), options!, (cancellationToken));
            @event.Invitation = $"{@event.Guests.Value} guests: {response?.Text?.Trim()}";
        }
    }
}
//// run
Calendars.Entry[] entries = [new("Tea") { Guests = 3 }, new("Walk"), new("Concert") { Guests = 40 }, new("Dinner") { Guests = 6 }];
try
{
    await new Calendars.Inviter(chat, new ChatOptions { Temperature = 0.5f }).InviteAsync(entries, cancellationToken);
}
finally
{
    foreach (var entry in entries)
    {
        Log(entry.Title + ": " + entry.Invitation);
    }
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Calendars;

public sealed class Entry(string? title)
{
    public string? Title { get; } = title;

    public int? Guests { get; init; }

    public string Invitation { get; set; } = "";
}

public sealed class Inviter(IChatClient chat, ChatOptions? options)
{
    public async Task InviteAsync(IEnumerable<Entry> entries, CancellationToken cancellationToken)
    {
        var pending = new List<Entry>();
        var prompts = new List<string>();
        foreach (var @event in entries)
        {
            if (@event.Guests is null)
            {
                continue;
            }

            pending.Add(@event);
            prompts.Add((@event.Title!));
        }

        var batch = await chat.CompleteBatchAsync(prompts, options!, cancellationToken: (cancellationToken));
        foreach (var (@event, item) in pending.Zip(batch))
        {
            var response = item.Response;
            @event.Invitation = $"{@event.Guests!.Value} guests: {response?.Text?.Trim()}";
        }
    }
}
