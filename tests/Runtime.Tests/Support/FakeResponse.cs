using System.ClientModel;
using System.ClientModel.Primitives;

namespace BatchMigrate.Runtime.Tests.Support;

/// <summary>An HTTP response as the OpenAI library would have received it.</summary>
internal sealed class FakeResponse(int status, string? body = null, params (string Name, string Value)[] headers) : PipelineResponse
{
    public override int Status => status;

    public override string ReasonPhrase => string.Empty;

    public override Stream? ContentStream { get; set; }

    public override BinaryData Content => BinaryData.FromString(body ?? string.Empty);

    protected override PipelineResponseHeaders HeadersCore { get; } = new HeaderList(headers);

    /// <summary>What the library throws for such a response.</summary>
    public static ClientResultException Error(int status, params (string Name, string Value)[] headers) => new($"HTTP {status}", new FakeResponse(status, null, headers));

    /// <summary>A 429 that no wait helps against.</summary>
    public static ClientResultException Quota() => new("HTTP 429", new FakeResponse(429, """{"error":{"type":"insufficient_quota","code":null}}"""));

    public override BinaryData BufferContent(CancellationToken cancellationToken = default) => Content;

    public override ValueTask<BinaryData> BufferContentAsync(CancellationToken cancellationToken = default) => new(Content);

    public override void Dispose()
    {
    }

    private sealed class HeaderList((string Name, string Value)[] headers) : PipelineResponseHeaders
    {
        public override IEnumerator<KeyValuePair<string, string>> GetEnumerator() => headers.Select(header => KeyValuePair.Create(header.Name, header.Value)).GetEnumerator();

        public override bool TryGetValue(string name, out string? value)
        {
            value = headers.Where(header => name.Equals(header.Name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).FirstOrDefault();
            return value is not null;
        }

        public override bool TryGetValues(string name, out IEnumerable<string>? values)
        {
            values = TryGetValue(name, out var value) ? [value!] : null;
            return values is not null;
        }
    }
}
