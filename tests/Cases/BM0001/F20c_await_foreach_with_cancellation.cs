// F20c await foreach with WithCancellation and ConfigureAwait around the source
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'call', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Telephony;

public sealed class CallNotes
{
    private readonly IChatClient _chat;

    public CallNotes(IChatClient chat)
    {
        _chat = chat;
    }

    public List<string> Notes { get; } = [];

    public async Task TakeAsync(IAsyncEnumerable<string> calls, CancellationToken cancellationToken)
    {
        await foreach (var call in calls.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var response = await /*BM0001*/_chat.GetResponseAsync("Summarise the call: " + call, cancellationToken: cancellationToken).ConfigureAwait(false);
            Notes.Add(call + " -> " + response.Text);
        }
    }
}
//// run
static async IAsyncEnumerable<string> ReadAsync()
{
    foreach (var line in new[] { "asks for a refund", "wants the manual", "dialled wrongly", "complains" })
    {
        await Task.Yield();
        yield return line;
    }
}

var notes = new CallNotes(chat);
try
{
    await notes.TakeAsync(ReadAsync(), cancellationToken);
}
finally
{
    Log(string.Join("; ", notes.Notes));
}
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Telephony;

public sealed class CallNotes
{
    private readonly IChatClient _chat;

    public CallNotes(IChatClient chat)
    {
        _chat = chat;
    }

    public List<string> Notes { get; } = [];

    public async Task TakeAsync(IAsyncEnumerable<string> calls, CancellationToken cancellationToken)
    {
        await foreach (var (call, item) in _chat.CompleteBatchStreamingAsync(
            calls,
            call => [new ChatMessage(ChatRole.User, "Summarise the call: " + call)],
            cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            var response = item.Response;
            Notes.Add(call + " -> " + response.Text);
        }
    }
}
