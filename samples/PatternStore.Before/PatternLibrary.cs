using System.ClientModel;
using OpenAI.Embeddings;
using PatternStore.Storing;

namespace PatternStore;

/// <summary>Stores, searches and updates patterns as it is mostly written: one request and one call of the store after another.</summary>
public sealed class PatternLibrary(EmbeddingClient embeddings, IPatternStore store)
{
    /// <summary>Stores patterns, and gives those that could not be embedded.</summary>
    public async Task<IReadOnlyList<Pattern>> StoreAsync(IEnumerable<Pattern> patterns, CancellationToken cancellationToken = default)
    {
        var failed = new List<Pattern>();
        foreach (var pattern in patterns)
        {
            try
            {
                OpenAIEmbedding embedding = await embeddings.GenerateEmbeddingAsync(pattern.Text, cancellationToken: cancellationToken);
                await store.UpsertAsync([new EmbeddedPattern(pattern, embedding.ToFloats())], cancellationToken);
            }
            catch (ClientResultException e)
            {
                Console.Error.WriteLine($"No embedding for {pattern.Id}: status {e.Status}");
                failed.Add(pattern);
            }
        }

        return failed;
    }

    /// <summary>Searches for texts, and gives what is nearest to each.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<PatternMatch>>> SearchAsync(IReadOnlyList<string> queries, int limit, CancellationToken cancellationToken = default)
    {
        var results = new List<IReadOnlyList<PatternMatch>>();
        foreach (var query in queries)
        {
            OpenAIEmbedding embedding = await embeddings.GenerateEmbeddingAsync(query, cancellationToken: cancellationToken);
            var matches = await store.SearchAsync([embedding.ToFloats()], limit, cancellationToken);
            results.Add(matches[0]);
        }

        return results;
    }

    /// <summary>Notes that patterns were used.</summary>
    public async Task CountUsesAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken = default)
    {
        foreach (var id in ids)
        {
            await store.UpdateMetricsAsync([new MetricsUpdate(id, IncrementUsage: true, SuccessRate: null, LastUsed: null)], cancellationToken);
        }
    }
}
