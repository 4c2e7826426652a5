using System.Text.Json;
using BatchMigrate.Packing;
using Microsoft.Extensions.AI;

namespace BatchMigrate.Engine;

/// <summary>Sends inputs to an <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/>, which gives its embeddings in the order of the inputs.</summary>
internal sealed class EmbeddingGeneratorStep<TItem, TInput, TEmbedding>(IEmbeddingGenerator<TInput, TEmbedding> generator, Func<TItem, TInput?> select, EmbeddingGenerationOptions? options)
    : PackStep<TItem, TInput, GeneratedEmbeddings<TEmbedding>, TEmbedding>
    where TEmbedding : Embedding
{
    private readonly string? _model = EmbeddingRequestSize.ModelOf(generator, options);
    private BinaryData[]? _identity;

    internal override RateLimit? CountedBy => generator.GetService<RateLimitedEmbeddingGenerator<TInput, TEmbedding>>()?.Limit;

    internal override PackSize Most => EmbeddingLimits.Of(_model);

    internal override bool Prepare(TItem item, out TInput input)
    {
        input = select(item)!;
        return input is not null;
    }

    internal override ValueTask<GeneratedEmbeddings<TEmbedding>> SendAsync(IReadOnlyList<TInput> request, CancellationToken cancellationToken) =>
        Started(generator.GenerateAsync(request, options, cancellationToken));

    internal override string? ModelOf(IReadOnlyList<TInput> request, GeneratedEmbeddings<TEmbedding> result) => result.FirstOrDefault()?.ModelId ?? _model;

    internal override TokenRequest? Describe(IReadOnlyList<TInput> request) => EmbeddingRequestSize.Of(_model, request);

    internal override TokenRequest SizeOf(TInput input) => EmbeddingRequestSize.Of(_model, [input]);

    internal override BatchUsage? UsageOf(GeneratedEmbeddings<TEmbedding> result) => result?.Usage is { } usage ? CachedTokens.Count(usage) : null;

    internal override IReadOnlyList<Unpacked<TEmbedding>> Unpack(GeneratedEmbeddings<TEmbedding> answer, IReadOnlyList<TInput> inputs) => answer?.Count == inputs.Count
        ? [.. answer.Select(static embedding => embedding is null ? new Unpacked<TEmbedding>(null!, new InvalidOperationException("The generator gave null for an embedding.")) : new(embedding))]
        : throw new InvalidOperationException($"The generator gave {answer?.Count ?? 0} embeddings for {inputs.Count} inputs.");

    internal override IEnumerable<BinaryData> IdentityOf(TInput input) =>
    [
        .. _identity ??= [BinaryData.FromString("embedding"), BinaryData.FromString(_model ?? string.Empty), BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(options, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(EmbeddingGenerationOptions))))],
        input is string text ? BinaryData.FromString(text) : BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(input, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(TInput)))),
    ];

    internal override BinaryData StoreOne(TEmbedding result, BatchUsage? usage, string? model) => PackedBody.Write(usage, model, json =>
    {
        json.WritePropertyName("embedding");
        JsonSerializer.Serialize(json, result, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(TEmbedding)));
    });

    internal override Stored<TEmbedding> RestoreOne(BinaryData body)
    {
        using var json = JsonDocument.Parse(body);
        var embedding = (TEmbedding?)json.RootElement.GetProperty("embedding").Deserialize(AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(TEmbedding)));
        var (usage, model) = PackedBody.Read(body);
        return new(embedding ?? throw new JsonException("There is no embedding."), usage, model);
    }
}
