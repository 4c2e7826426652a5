// F20b await foreach over a source with a filter, the answers kept in a property
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'alarm', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Telemetry;

public sealed class AlarmExplainer
{
    private readonly IChatClient _chat;

    public AlarmExplainer(IChatClient chat)
    {
        _chat = chat;
    }

    public List<string> Explanations { get; } = [];

    public async Task ExplainAsync(IAsyncEnumerable<string> alarms, CancellationToken cancellationToken)
    {
        await foreach (var alarm in alarms)
        {
            if (alarm.StartsWith('#'))
            {
                continue; // a comment line of the device
            }

            var response = await /*BM0001*/_chat.GetResponseAsync("Explain: " + alarm, cancellationToken: cancellationToken).ConfigureAwait(false);
            Explanations.Add(alarm + " means " + response.Text);
        }
    }
}
//// run
static async IAsyncEnumerable<string> ReadAsync()
{
    foreach (var line in new[] { "E17", "# boot", "E18 valve", "W3", "# end", "E99" })
    {
        await Task.Yield();
        yield return line;
    }
}

var explainer = new AlarmExplainer(chat);
try
{
    await explainer.ExplainAsync(ReadAsync(), cancellationToken);
}
finally
{
    Log(string.Join("; ", explainer.Explanations));
}
//// fixed
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Telemetry;

public sealed class AlarmExplainer
{
    private readonly IChatClient _chat;

    public AlarmExplainer(IChatClient chat)
    {
        _chat = chat;
    }

    public List<string> Explanations { get; } = [];

    public async Task ExplainAsync(IAsyncEnumerable<string> alarms, CancellationToken cancellationToken)
    {
        await foreach (var (alarm, item) in _chat.CompleteBatchStreamingAsync(alarms, alarm =>
        {
            if (alarm.StartsWith('#'))
            {
                return null;
            }

            return [new ChatMessage(ChatRole.User, "Explain: " + alarm)];
        }, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (alarm.StartsWith('#'))
            {
                continue; // a comment line of the device
            }

            var response = item.Response;
            Explanations.Add(alarm + " means " + response.Text);
        }
    }
}
