using PatternStore.Storing;

namespace PatternStore;

/// <summary>Keeps patterns while the program runs, and counts its calls.</summary>
public sealed class InMemoryPatternStore(int dimensions) : IPatternStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, EmbeddedPattern> _patterns = [];

    public int Dimensions => dimensions;

    /// <summary>How often the store was called.</summary>
    public int Calls { get; private set; }

    public Task<IReadOnlyList<string?>> UpsertAsync(IReadOnlyList<EmbeddedPattern> patterns, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            Calls++;
            foreach (var pattern in patterns)
            {
                _patterns[pattern.Pattern.Id] = pattern;
            }
        }

        return Task.FromResult<IReadOnlyList<string?>>(new string?[patterns.Count]);
    }

    public Task<IReadOnlyList<IReadOnlyList<PatternMatch>>> SearchAsync(
        IReadOnlyList<ReadOnlyMemory<float>> vectors, int limit, CancellationToken cancellationToken = default)
    {
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

    public Task<IReadOnlySet<Guid>> UpdateMetricsAsync(IReadOnlyList<MetricsUpdate> updates, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            Calls++;
            var unknown = updates.Select(update => update.Id).Where(id => !_patterns.ContainsKey(id)).ToHashSet();
            foreach (var update in unknown.Count == 0 ? updates : [])
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

            return Task.FromResult<IReadOnlySet<Guid>>(unknown);
        }
    }

    public Task<Pattern?> GetAsync(Guid id, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            Calls++;
            return Task.FromResult(_patterns.GetValueOrDefault(id)?.Pattern);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

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
