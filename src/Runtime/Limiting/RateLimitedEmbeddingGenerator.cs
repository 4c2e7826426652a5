using BatchMigrate.Engine;
using BatchMigrate.Limiting;
using Microsoft.Extensions.AI;

namespace BatchMigrate;

/// <summary>Lets embeddings that are not part of a batch share a <see cref="RateLimit"/> with batches: each call waits for its turn, and what it used is counted.</summary>
/// <remarks>A batch that is sent through this generator with the same limit in its options counts each request once, and leaves the waiting to this generator.</remarks>
/// <typeparam name="TInput">The type of an input.</typeparam>
/// <typeparam name="TEmbedding">The type of an embedding.</typeparam>
/// <param name="innerGenerator">The generator to send with.</param>
/// <param name="limit">The limit.</param>
/// <param name="estimator">Guesses tokens before a request is sent; null for <see cref="CalibratingTokenEstimator.Shared"/>.</param>
/// <param name="timeProvider">The clock, where the limit has none yet; null for the system's.</param>
public sealed class RateLimitedEmbeddingGenerator<TInput, TEmbedding>(
    IEmbeddingGenerator<TInput, TEmbedding> innerGenerator, RateLimit limit, ITokenEstimator? estimator = null, TimeProvider? timeProvider = null)
    : DelegatingEmbeddingGenerator<TInput, TEmbedding>(innerGenerator)
    where TEmbedding : Embedding
{
    private readonly LimitedCalls _calls = new(limit, estimator, timeProvider);

    /// <summary>The limit.</summary>
    public RateLimit Limit => limit;

    /// <inheritdoc/>
    public override async Task<GeneratedEmbeddings<TEmbedding>> GenerateAsync(
        IEnumerable<TInput> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var inputs = values as IReadOnlyList<TInput> ?? [.. values];
        var call = await _calls.StartAsync(() => EmbeddingRequestSize.Of(EmbeddingRequestSize.ModelOf(InnerGenerator, options), inputs), cancellationToken).ConfigureAwait(false);
        var embeddings = await base.GenerateAsync(inputs, options, cancellationToken).ConfigureAwait(false);
        _calls.End(call, embeddings.Usage is { } usage ? CachedTokens.Count(usage) : null);
        return embeddings;
    }
}
