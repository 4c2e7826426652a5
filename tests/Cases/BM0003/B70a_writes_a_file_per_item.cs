// B70a The helper writes the answer to a file
// verdict: blocked
// blocker: the file system
// message: The calls of 'WritePageAsync' could be one batch, but 'WritePageAsync' changes 'the file system' for each item
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Exports;

public sealed class PageWriter(IChatClient chat, string folder)
{
    public async Task WriteAllAsync(IReadOnlyDictionary<string, string> pages, CancellationToken cancellationToken)
    {
        foreach (var (name, topic) in pages)
        {
            await /*BM0010*//*why*/WritePageAsync(name, topic, cancellationToken);
        }
    }

    private async Task WritePageAsync(string name, string topic, CancellationToken cancellationToken)
    {
        var response = await chat.GetResponseAsync("A page on " + topic, cancellationToken: cancellationToken);
        await /*why*/File.WriteAllTextAsync(Path.Combine(folder, name + ".md"), response.Text, cancellationToken);
    }
}
