using Microsoft.AspNetCore.Http;

namespace SimulatedProvider;

/// <summary>Writes server-sent events, each as soon as it is due.</summary>
internal sealed class EventStream(HttpResponse response, TimeSpan pause, TimeProvider time)
{
    public async Task WriteAsync(IEnumerable<ReadOnlyMemory<byte>> payloads, CancellationToken cancellationToken)
    {
        response.ContentType = "text/event-stream";
        var isFirst = true;
        foreach (var payload in payloads)
        {
            if (!isFirst && pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, time, cancellationToken);
            }

            isFirst = false;
            await response.Body.WriteAsync("data: "u8.ToArray(), cancellationToken);
            await response.Body.WriteAsync(payload, cancellationToken);
            await response.Body.WriteAsync("\n\n"u8.ToArray(), cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
        }
    }

    public async Task EndAsync(CancellationToken cancellationToken) => await response.Body.WriteAsync("data: [DONE]\n\n"u8.ToArray(), cancellationToken);
}
