// S13 Answers are streamed to a reader over HTTP
// verdict: silent
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Endpoints;

public sealed class StoryEndpoint(IChatClient chat)
{
    public async Task WriteAsync(TextWriter body, IReadOnlyList<string> chapters, CancellationToken cancellationToken)
    {
        for (var i = 0; i < chapters.Count; i++)
        {
            await body.WriteAsync($"event: chapter {i}\n");
            await foreach (var update in chat.GetStreamingResponseAsync($"Tell the chapter '{chapters[i]}'.", cancellationToken: cancellationToken))
            {
                await body.WriteAsync($"data: {update.Text}\n");
                await body.FlushAsync(cancellationToken);
            }
        }
    }
}
