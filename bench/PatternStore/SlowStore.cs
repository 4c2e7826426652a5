using PatternStore.Storing;

namespace PatternStore.Bench;

/// <summary>A store with the latency of one that is elsewhere.</summary>
internal sealed class SlowStore(IPatternStore store) : IPatternStore
{
    public int Dimensions => store.Dimensions;

    public async Task<IReadOnlyList<string?>> UpsertAsync(IReadOnlyList<EmbeddedPattern> patterns, CancellationToken cancellationToken = default)
    {
        await Task.Delay(Latency.OfWrite(patterns.Count), cancellationToken);
        return await store.UpsertAsync(patterns, cancellationToken);
    }

    public async Task<IReadOnlyList<IReadOnlyList<PatternMatch>>> SearchAsync(IReadOnlyList<ReadOnlyMemory<float>> vectors, int limit, CancellationToken cancellationToken = default)
    {
        await Task.Delay(Latency.OfSearch(vectors.Count), cancellationToken);
        return await store.SearchAsync(vectors, limit, cancellationToken);
    }

    public Task<IReadOnlySet<Guid>> UpdateMetricsAsync(IReadOnlyList<MetricsUpdate> updates, CancellationToken cancellationToken = default) => store.UpdateMetricsAsync(updates, cancellationToken);

    public Task<Pattern?> GetAsync(Guid id, CancellationToken cancellationToken = default) => store.GetAsync(id, cancellationToken);

    public ValueTask DisposeAsync() => store.DisposeAsync();
}

/// <summary>What calls take: chosen so that one pattern takes 0.1 s to store and 0.06 s to search for, as in the published figures.</summary>
internal static class Latency
{
    /// <summary>A request for embeddings.</summary>
    public static TimeSpan OfEmbedding(int inputs) => TimeSpan.FromMilliseconds(49 + inputs);

    /// <summary>A write of the store.</summary>
    public static TimeSpan OfWrite(int patterns) => TimeSpan.FromMilliseconds(49 + patterns);

    /// <summary>A search of the store.</summary>
    public static TimeSpan OfSearch(int queries) => TimeSpan.FromMilliseconds(9 + queries);
}
