using Microsoft.Extensions.AI;

namespace BatchMigrate.Engine;

/// <summary>What is known about a request for embeddings of the common abstractions before it is sent.</summary>
internal static class EmbeddingRequestSize
{
    internal static string? ModelOf(IEmbeddingGenerator generator, EmbeddingGenerationOptions? options) =>
        options?.ModelId ?? generator.GetService<EmbeddingGeneratorMetadata>()?.DefaultModelId;

    /// <summary>Of inputs that are no texts the size is not known.</summary>
    internal static TokenRequest Of<TInput>(string? model, IEnumerable<TInput> inputs) => new(model, [.. inputs.Select(input => input as string ?? string.Empty)], 0);
}
