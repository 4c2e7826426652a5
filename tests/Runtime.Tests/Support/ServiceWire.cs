using System.ClientModel;
using System.ClientModel.Primitives;
using System.Collections.Concurrent;
using System.Net;
using OpenAI;
using SimulatedProvider;

namespace BatchMigrate.Runtime.Tests.Support;

/// <summary>The wire between the real client library and the simulated provider: notes every call, and breaks where a test says so.</summary>
internal sealed class ServiceWire(TimeProvider? clock = null) : DelegatingHandler(new SocketsHttpHandler())
{
    public ConcurrentQueue<(string Call, DateTimeOffset At)> Log { get; } = new();

    public IEnumerable<string> Calls => Log.Select(entry => entry.Call);

    /// <summary>Asked before a request is sent; a status answers in the provider's place.</summary>
    public Func<string, HttpStatusCode?>? Before { get; set; }

    /// <summary>Changes what is sent.</summary>
    public Func<string, string, string>? Body { get; set; }

    /// <summary>Called when the provider has answered, and before the client sees it: what it throws is what the client gets.</summary>
    public Action<string>? After { get; set; }

    /// <summary>Says whether the connection is lost in the middle of an answer.</summary>
    public Func<string, bool>? Cut { get; set; }

    public TimeSpan? RetryAfter { get; set; }

    /// <summary>A client of its own, as of another process. It retries by itself like any client, so a call that is made more than once is not for that reason.</summary>
    public OpenAIClient Client(SimulatedProviderHost host, bool leavesRetries = false)
    {
        var options = new OpenAIClientOptions { Endpoint = host.Endpoint, Transport = new HttpClientPipelineTransport(new HttpClient(this, disposeHandler: false)) };
        return new OpenAIClient(new ApiKeyCredential("none"), leavesRetries ? options.UseBatchMigrate() : options);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = $"{request.Method} {request.RequestUri!.AbsolutePath[3..]}";
        Log.Enqueue((call, (clock ?? TimeProvider.System).GetUtcNow()));
        if (Before?.Invoke(call) is { } status)
        {
            var refused = new HttpResponseMessage(status) { Content = new StringContent("{}"), RequestMessage = request };
            refused.Headers.RetryAfter = RetryAfter is { } wait ? new(wait) : null;
            return refused;
        }

        if (Body is not null && request.Content is { } content)
        {
            var changed = new StringContent(Body(call, await content.ReadAsStringAsync(cancellationToken)));
            changed.Headers.ContentType = content.Headers.ContentType;
            request.Content = changed;
        }

        var response = await base.SendAsync(request, cancellationToken);
        After?.Invoke(call);
        if (Cut?.Invoke(call) == true)
        {
            var whole = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            response.Content = new StreamContent(new CutStream(whole[..(whole.Length / 2)]));
        }

        return response;
    }

    private sealed class CutStream(byte[] half) : MemoryStream(half)
    {
        public override int Read(byte[] buffer, int offset, int count) => Break(base.Read(buffer, offset, count));

        public override int Read(Span<byte> buffer) => Break(base.Read(buffer));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer, offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

        private static int Break(int read) => read > 0 ? read : throw new IOException("lost");
    }
}
