using System.ClientModel;
using System.Runtime.InteropServices;
using BatchMigrate.Checkpointing;
using BatchMigrate.Packing;
using BatchMigrate.Retrying;
using OpenAI.Embeddings;

namespace BatchMigrate.Engine;

/// <summary>Sends inputs to an <see cref="EmbeddingClient"/>, through its synchronous method where <paramref name="blocks"/> says so.</summary>
internal sealed class OpenAIEmbeddingStep<TItem>(EmbeddingClient client, Func<TItem, string?> select, EmbeddingGenerationOptions? options, bool blocks)
    : PackStep<TItem, string, ClientResult<OpenAIEmbeddingCollection>, ClientResult<OpenAIEmbedding>>
{
    private readonly string? _model = OpenAIModel.Of(client);
    private BinaryData[]? _identity;

    internal override bool Blocks => blocks;

    internal override PackSize Most => EmbeddingLimits.Of(_model);

    internal override bool Prepare(TItem item, out string input)
    {
        input = select(item)!;
        if (input is { Length: 0 })
        {
            // What the single call throws. In a pack it would be refused with all others.
            throw new ArgumentException("Value cannot be an empty string.", nameof(input));
        }

        return input is not null;
    }

    internal override ValueTask<ClientResult<OpenAIEmbeddingCollection>> SendAsync(IReadOnlyList<string> request, CancellationToken cancellationToken) => blocks
        ? new(client.GenerateEmbeddings(request, EmbeddingOptions.Copy(options), cancellationToken))
        : Started(client.GenerateEmbeddingsAsync(request, EmbeddingOptions.Copy(options), cancellationToken));

    internal override ProviderReply? ReplyTo(ClientResult<OpenAIEmbeddingCollection> result, TimeProvider clock) => ProviderReply.Read(result?.GetRawResponse(), clock);

    internal override string? ModelOf(IReadOnlyList<string> request, ClientResult<OpenAIEmbeddingCollection> result) => result.Value.Model ?? _model;

    internal override TokenRequest? Describe(IReadOnlyList<string> request) => new(_model, request, 0);

    internal override TokenRequest SizeOf(string input) => new(_model, [input], 0);

    internal override BatchUsage? UsageOf(ClientResult<OpenAIEmbeddingCollection> result) =>
        result?.Value?.Usage is { } usage ? new BatchUsage(usage.InputTokenCount, 0, usage.TotalTokenCount) : null;

    internal override IReadOnlyList<Unpacked<ClientResult<OpenAIEmbedding>>> Unpack(ClientResult<OpenAIEmbeddingCollection> answer, IReadOnlyList<string> inputs)
    {
        var response = answer.GetRawResponse();
        var results = new Unpacked<ClientResult<OpenAIEmbedding>>[inputs.Count];
        if (answer.Value.Count != inputs.Count)
        {
            throw new InvalidOperationException($"The provider gave {answer.Value.Count} embeddings for {inputs.Count} inputs.");
        }

        foreach (var embedding in answer.Value)
        {
            if (embedding.Index < 0 || embedding.Index >= results.Length || results[embedding.Index].Result is not null)
            {
                throw new InvalidOperationException($"The provider gave no embedding or several ones for an input: index {embedding.Index} of {inputs.Count}.");
            }

            results[embedding.Index] = new(ClientResult.FromValue(embedding, response));
        }

        return results;
    }

    internal override IEnumerable<BinaryData> IdentityOf(string input) =>
    [
        .. _identity ??= [BinaryData.FromString("embedding"), BinaryData.FromString(_model ?? string.Empty), BinaryData.FromString(EmbeddingOptions.Describe(options))],
        BinaryData.FromString(input),
    ];

    internal override BinaryData StoreOne(ClientResult<OpenAIEmbedding> result, BatchUsage? usage, string? model) => PackedBody.Write(usage, model, json =>
    {
        // As the provider would have answered a request for this input alone.
        json.WriteString("object", "list");
        json.WriteStartArray("data");
        json.WriteStartObject();
        json.WriteString("object", "embedding");
        json.WriteNumber("index", 0);
        json.WriteBase64String("embedding", MemoryMarshal.AsBytes(result.Value.ToFloats().Span));
        json.WriteEndObject();
        json.WriteEndArray();
    });

    internal override Stored<ClientResult<OpenAIEmbedding>> RestoreOne(BinaryData body)
    {
        var stored = OpenAIJson.Read<OpenAIEmbeddingCollection>(body);
        var (usage, model) = PackedBody.Read(body);
        return new(ClientResult.FromValue(stored[0], new StoredResponse(body)), usage, model);
    }
}
