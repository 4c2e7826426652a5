using System.ClientModel;
using System.ClientModel.Primitives;

namespace BatchMigrate.Equivalence.Tests.Scripting;

/// <summary>What a call that is scripted to fail throws.</summary>
internal enum FailureKind
{
    /// <summary>What the provider's library throws when the provider says no.</summary>
    Provider,

    /// <summary>What a client throws when it has waited too long, although nobody cancelled.</summary>
    Timeout,

    /// <summary>An exception that no fallback expects.</summary>
    Defect,
}

/// <summary>Which requests fail, known by what they say and not by when they arrive.</summary>
/// <param name="Kind">What they throw.</param>
/// <param name="Keys">The requests that fail; null for all.</param>
internal sealed record Failure(FailureKind Kind, IReadOnlySet<string>? Keys)
{
    public bool Hits(Request request) => Keys is null || Keys.Contains(request.Key);

    /// <summary>The exception of one request; its message tells whose it is.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isOpenAI">Whether the OpenAI library throws it.</param>
    /// <param name="status">What the provider says.</param>
    public Exception Create(Request request, bool isOpenAI, int status = 503)
    {
        var message = $"Request {request.Hash:x8} failed.";
        return Kind switch
        {
            FailureKind.Provider when isOpenAI => new ClientResultException(message, new Response(status)),
            FailureKind.Provider => new HttpRequestException(message, null, (System.Net.HttpStatusCode)status),
            FailureKind.Timeout => new TaskCanceledException(message),
            _ => new InvalidOperationException(message),
        };
    }

    /// <summary>A response of the pipeline that has nothing but its status.</summary>
    internal sealed class Response(int status) : PipelineResponse
    {
        public override int Status => status;

        public override string ReasonPhrase => string.Empty;

        public override Stream? ContentStream { get; set; }

        public override BinaryData Content => BinaryData.Empty;

        protected override PipelineResponseHeaders HeadersCore { get; } = new NoHeaders();

        public override BinaryData BufferContent(CancellationToken cancellationToken = default) => Content;

        public override ValueTask<BinaryData> BufferContentAsync(CancellationToken cancellationToken = default) => new(Content);

        public override void Dispose()
        {
        }
    }

    private sealed class NoHeaders : PipelineResponseHeaders
    {
        public override IEnumerator<KeyValuePair<string, string>> GetEnumerator() => Enumerable.Empty<KeyValuePair<string, string>>().GetEnumerator();

        public override bool TryGetValue(string name, out string? value)
        {
            value = null;
            return false;
        }

        public override bool TryGetValues(string name, out IEnumerable<string>? values)
        {
            values = null;
            return false;
        }
    }
}
