using PatternStore.Storing;

namespace PatternStore;

/// <summary>Keeps patterns while the program runs, and counts its calls. Each method for one has one for many beside it.</summary>
public sealed class InMemoryPatternStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, EmbeddedPattern> _patterns = [];

    /// <summary>How often the store was called.</summary>
    public int Calls { get; private set; }

    public Task UpsertAsync(EmbeddedPattern pattern, CancellationToken cancellationToken = default) => UpsertAllAsync([pattern], cancellationToken);

    public Task UpsertAllAsync(IReadOnlyList<EmbeddedPattern> patterns, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            Calls++;
            foreach (var pattern in patterns)
            {
                _patterns[pattern.Pattern.Id] = pattern;
            }
        }

        return Task.CompletedTask;
    }

    public async Task<IReadOnlyList<PatternMatch>> SearchAsync(ReadOnlyMemory<float> vector, int limit, CancellationToken cancellationToken = default) =>
        (await SearchAllAsync([vector], limit, cancellationToken))[0];

    public Task<IReadOnlyList<IReadOnlyList<PatternMatch>>> SearchAllAsync(IReadOnlyList<ReadOnlyMemory<float>> vectors, int limit, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            Calls++;
            return Task.FromResult<IReadOnlyList<IReadOnlyList<PatternMatch>>>(
                [.. vectors.Select(vector => _patterns.Values
                    .Select(one => new PatternMatch(one.Pattern, Cosine(one.Vector.Span, vector.Span)))
                    .OrderByDescending(match => match.Score)
                    .Take(limit)
                    .ToList())]);
        }
    }

    public Task UpdateMetricsAsync(MetricsUpdate update, CancellationToken cancellationToken = default) => UpdateAllMetricsAsync([update], cancellationToken);

    public Task UpdateAllMetricsAsync(IReadOnlyList<MetricsUpdate> updates, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            Calls++;
            foreach (var update in updates)
            {
                var (pattern, vector) = _patterns[update.Id];
                var metadata = pattern.Metadata with
                {
                    UsageCount = pattern.Metadata.UsageCount + (update.IncrementUsage ? 1 : 0),
                    SuccessRate = update.SuccessRate ?? pattern.Metadata.SuccessRate,
                    LastUsed = update.LastUsed ?? pattern.Metadata.LastUsed,
                };
                _patterns[update.Id] = new EmbeddedPattern(pattern with { Metadata = metadata }, vector);
            }
        }

        return Task.CompletedTask;
    }

    public Task<Pattern?> GetAsync(Guid id, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return Task.FromResult(_patterns.GetValueOrDefault(id)?.Pattern);
        }
    }

    private static float Cosine(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var (dot, lengthOfA, lengthOfB) = (0f, 0f, 0f);
        for (var i = 0; i < a.Length; i++)
        {
            dot += a[i] * b[i];
            lengthOfA += a[i] * a[i];
            lengthOfB += b[i] * b[i];
        }

        return dot / MathF.Sqrt(lengthOfA * lengthOfB);
    }
}
