// F40a An accumulated text is read only after the loop
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'part', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Combined;

public sealed class OverviewWriter
{
    private readonly IChatClient _chat;

    public OverviewWriter(IChatClient chat)
    {
        _chat = chat;
    }

    public async Task<string> WriteAsync(IReadOnlyList<string> parts, CancellationToken cancellationToken)
    {
        var summaries = string.Empty;
        foreach (var part in parts)
        {
            var response = await /*BM0001*/_chat.GetResponseAsync($"Summarise: {part}", cancellationToken: cancellationToken);
            summaries += "- " + response.Text + "\n";
        }

        var overview = await _chat.GetResponseAsync("Combine these:\n" + summaries, cancellationToken: cancellationToken);
        return overview.Text;
    }
}
//// run
Log(await new OverviewWriter(chat).WriteAsync(["the hull", "the mast", "the rigging"], cancellationToken));
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Combined;

public sealed class OverviewWriter
{
    private readonly IChatClient _chat;

    public OverviewWriter(IChatClient chat)
    {
        _chat = chat;
    }

    public async Task<string> WriteAsync(IReadOnlyList<string> parts, CancellationToken cancellationToken)
    {
        var summaries = string.Empty;
        var batch = await _chat.CompleteBatchAsync(parts.Select(part => $"Summarise: {part}"), cancellationToken: cancellationToken);
        foreach (var item in batch)
        {
            var response = item.Response;
            summaries += "- " + response.Text + "\n";
        }

        var overview = await _chat.GetResponseAsync("Combine these:\n" + summaries, cancellationToken: cancellationToken);
        return overview.Text;
    }
}
