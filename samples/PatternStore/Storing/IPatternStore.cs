namespace PatternStore.Storing;

/// <summary>Keeps patterns with their vectors. All methods can be called at the same time.</summary>
public interface IPatternStore : IAsyncDisposable
{
    /// <summary>The length of every vector.</summary>
    int Dimensions { get; }

    /// <summary>Writes patterns in bulk. One with an id that is there already replaces it, metrics and all.</summary>
    /// <param name="patterns">The patterns, no two with the same id.</param>
    /// <param name="cancellationToken">Cancels before the write, never in its middle.</param>
    /// <returns>One entry for each pattern, in their order: null when it is stored, otherwise why it is not.</returns>
    /// <exception cref="PatternStoreException">Nothing was written.</exception>
    Task<IReadOnlyList<string?>> UpsertAsync(IReadOnlyList<EmbeddedPattern> patterns, CancellationToken cancellationToken = default);

    /// <summary>Finds the patterns that are nearest to each vector.</summary>
    /// <param name="vectors">What to search for.</param>
    /// <param name="limit">The most patterns to find for each.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>What was found for each vector, in their order, the nearest first.</returns>
    /// <exception cref="PatternStoreException">The store cannot be read.</exception>
    Task<IReadOnlyList<IReadOnlyList<PatternMatch>>> SearchAsync(IReadOnlyList<ReadOnlyMemory<float>> vectors, int limit, CancellationToken cancellationToken = default);

    /// <summary>Changes metrics in bulk, one after another for updates of the same pattern. Updates at the same time lose nothing.</summary>
    /// <param name="updates">The changes.</param>
    /// <param name="cancellationToken">Cancels before the write, never in its middle.</param>
    /// <returns>The ids that are unknown; where there is one, nothing was changed.</returns>
    /// <exception cref="PatternStoreException">The store cannot be written.</exception>
    Task<IReadOnlySet<Guid>> UpdateMetricsAsync(IReadOnlyList<MetricsUpdate> updates, CancellationToken cancellationToken = default);

    /// <summary>Gets one pattern, or null.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="PatternStoreException">The store cannot be read.</exception>
    Task<Pattern?> GetAsync(Guid id, CancellationToken cancellationToken = default);
}

/// <summary>The store cannot be opened, read or written. The message is fit for a caller of the service.</summary>
public sealed class PatternStoreException(string message, Exception? innerException = null) : Exception(message, innerException);
