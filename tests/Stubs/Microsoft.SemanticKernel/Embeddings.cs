using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.SemanticKernel.Embeddings;

public interface IEmbeddingGenerationService<TValue, TEmbedding>
    where TEmbedding : unmanaged
{
    Task<IList<ReadOnlyMemory<TEmbedding>>> GenerateEmbeddingsAsync(IList<TValue> data, Kernel? kernel = null, CancellationToken cancellationToken = default);
}

public interface ITextEmbeddingGenerationService : IEmbeddingGenerationService<string, float>;

public static class EmbeddingGenerationExtensions
{
    public static async Task<ReadOnlyMemory<TEmbedding>> GenerateEmbeddingAsync<TValue, TEmbedding>(this IEmbeddingGenerationService<TValue, TEmbedding> generator, TValue value, Kernel? kernel = null, CancellationToken cancellationToken = default)
        where TEmbedding : unmanaged =>
        (await generator.GenerateEmbeddingsAsync([value], kernel, cancellationToken)).First();
}
