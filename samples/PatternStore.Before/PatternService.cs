using System.ClientModel;
using OpenAI.Embeddings;
using PatternStore.Storing;

namespace PatternStore;

/// <summary>Stores, searches and updates patterns.</summary>
public sealed class PatternService(EmbeddingClient embeddings, InMemoryPatternStore store, ILogger<PatternService> logger)
{
    public async Task StoreAsync(Pattern pattern, CancellationToken cancellationToken) =>
        await store.UpsertAsync(new EmbeddedPattern(pattern, await EmbedAsync(pattern.Text, cancellationToken)), cancellationToken);

    /// <summary>Stores patterns, and gives the ids of those that could not be embedded.</summary>
    public async Task<List<Guid>> StoreManyAsync(IReadOnlyList<Pattern> patterns, CancellationToken cancellationToken)
    {
        var failed = new List<Guid>();
        foreach (var pattern in patterns)
        {
            ReadOnlyMemory<float> vector;
            try
            {
                vector = await EmbedAsync(pattern.Text, cancellationToken);
            }
            catch (ClientResultException e)
            {
                logger.LogWarning("No embedding for {Id}: status {Status}", pattern.Id, e.Status);
                failed.Add(pattern.Id);
                continue;
            }

            await store.UpsertAsync(new EmbeddedPattern(pattern, vector), cancellationToken);
        }

        return failed;
    }

    public async Task<IReadOnlyList<PatternMatch>> SearchAsync(string query, int limit, CancellationToken cancellationToken) =>
        await store.SearchAsync(await EmbedAsync(query, cancellationToken), limit, cancellationToken);

    /// <summary>Finds what is nearest to each query.</summary>
    public async Task<List<IReadOnlyList<PatternMatch>>> SearchManyAsync(IReadOnlyList<string> queries, int limit, CancellationToken cancellationToken)
    {
        var results = new List<IReadOnlyList<PatternMatch>>();
        foreach (var query in queries)
        {
            var vector = await EmbedAsync(query, cancellationToken);
            results.Add(await store.SearchAsync(vector, limit, cancellationToken));
        }

        return results;
    }

    public Task UpdateAsync(MetricsUpdate update, CancellationToken cancellationToken) => store.UpdateMetricsAsync(update, cancellationToken);

    /// <summary>Changes the metrics of patterns.</summary>
    public async Task UpdateManyAsync(IReadOnlyList<MetricsUpdate> updates, CancellationToken cancellationToken)
    {
        foreach (var update in updates)
        {
            await store.UpdateMetricsAsync(update, cancellationToken);
        }
    }

    private async Task<ReadOnlyMemory<float>> EmbedAsync(string text, CancellationToken cancellationToken)
    {
        OpenAIEmbedding embedding = await embeddings.GenerateEmbeddingAsync(text, cancellationToken: cancellationToken);
        return embedding.ToFloats();
    }
}
