using System.ClientModel.Primitives;

namespace BatchMigrate.Checkpointing;

/// <summary>The response behind an answer that comes from a checkpoint or a provider's file: its body, and no headers.</summary>
internal sealed class StoredResponse(BinaryData body, int status = 200) : PipelineResponse
{
    public override int Status => status;

    public override string ReasonPhrase => status == 200 ? "OK" : string.Empty;

    public override bool IsError => status >= 400;

    public override Stream? ContentStream { get; set; } = body.ToStream();

    public override BinaryData Content => body;

    protected override PipelineResponseHeaders HeadersCore { get; } = new NoHeaders();

    public override BinaryData BufferContent(CancellationToken cancellationToken = default) => body;

    public override ValueTask<BinaryData> BufferContentAsync(CancellationToken cancellationToken = default) => new(body);

    public override void Dispose()
    {
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
