// F73a The helper catches a failure and gives a default text
// verdict: fixed
// message: 'ReplyAsync' is called for one item at a time; 'ReplyBatchAsync' sends them together
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Bookings;

public sealed class Booking(string guest, string wishes)
{
    public string Guest { get; } = guest;

    public string Wishes { get; } = wishes;

    public string? Reply { get; set; }
}

public sealed class ReplyWriter(IChatClient chat, ILogger<ReplyWriter> logger)
{
    public async Task WriteAsync(IEnumerable<Booking> bookings, CancellationToken cancellationToken)
    {
        foreach (var booking in bookings)
        {
            booking.Reply = await /*BM0003*/ReplyAsync(booking.Guest, booking.Wishes, cancellationToken);
        }
    }

    private async Task<string> ReplyAsync(string guest, string wishes, CancellationToken cancellationToken)
    {
        try
        {
            var response = await chat.GetResponseAsync($"Answer to {guest}, who wishes: {wishes}", cancellationToken: cancellationToken);
            return response.Text;
        }
        catch (HttpRequestException e)
        {
            logger.LogWarning(e, "No reply for {Guest}", guest);
            return $"Dear {guest}, thank you. We will write soon.";
        }
    }
}
//// run
var logger = Microsoft.Extensions.Logging.Abstractions.NullLogger<ReplyWriter>.Instance;
var bookings = new List<Booking> { new("Mr Ode", "a quiet room"), new("Ms Ro", "a cot"), new("Dr Wu", "late arrival"), new("Mx Ey", "no feathers") };
try
{
    await new ReplyWriter(chat, logger).WriteAsync(bookings, cancellationToken);
}
finally
{
    foreach (var booking in bookings)
    {
        Log(booking.Reply ?? "nothing");
    }
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Bookings;

public sealed class Booking(string guest, string wishes)
{
    public string Guest { get; } = guest;

    public string Wishes { get; } = wishes;

    public string? Reply { get; set; }
}

public sealed class ReplyWriter(IChatClient chat, ILogger<ReplyWriter> logger)
{
    public async Task WriteAsync(IEnumerable<Booking> bookings, CancellationToken cancellationToken)
    {
        var pending = bookings.ToList();
        var batch = await ReplyBatchAsync(pending.Select(booking => (booking.Guest, booking.Wishes)), cancellationToken);
        foreach (var (booking, item) in pending.Zip(batch))
        {
            booking.Reply = item.Response;
        }
    }

    private async Task<BatchResult<string>> ReplyBatchAsync(
        IEnumerable<(string guest, string wishes)> inputs, CancellationToken cancellationToken)
    {
        var pending = inputs.ToList();
        var batch = await chat.CompleteBatchAsync(pending, input =>
        {
            var (guest, wishes) = input;
            return $"Answer to {guest}, who wishes: {wishes}";
        }, cancellationToken: cancellationToken);
        return batch.Map(pending, (input, item) =>
        {
            var (guest, _) = input;
            try
            {
                var response = item.Response;
                return response.Text;
            }
            catch (HttpRequestException e)
            {
                logger.LogWarning(e, "No reply for {Guest}", guest);
                return $"Dear {guest}, thank you. We will write soon.";
            }
        });
    }
}
