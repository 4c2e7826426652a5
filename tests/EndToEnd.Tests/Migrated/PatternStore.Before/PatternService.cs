using System.ClientModel;
using BatchMigrate;
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
        var batch = await EmbedBatchAsync(patterns.Select(pattern => pattern.Text), cancellationToken);
        var inputs = new List<EmbeddedPattern>();
        foreach (var (pattern, item) in patterns.Zip(batch))
        {
            ReadOnlyMemory<float> vector;
            try
            {
                vector = item.Response;
            }
            catch (ClientResultException e)
            {
                logger.LogWarning("No embedding for {Id}: status {Status}", pattern.Id, e.Status);
                failed.Add(pattern.Id);
                continue;
            }

            inputs.Add(new EmbeddedPattern(pattern, vector));
        }

        await store.UpsertAllAsync(inputs, cancellationToken);

        return failed;
    }

    public async Task<IReadOnlyList<PatternMatch>> SearchAsync(string query, int limit, CancellationToken cancellationToken) =>
        await store.SearchAsync(await EmbedAsync(query, cancellationToken), limit, cancellationToken);

    /// <summary>Finds what is nearest to each query.</summary>
    public async Task<List<IReadOnlyList<PatternMatch>>> SearchManyAsync(IReadOnlyList<string> queries, int limit, CancellationToken cancellationToken)
    {
        var results = new List<IReadOnlyList<PatternMatch>>();
        var batch = await EmbedBatchAsync(queries, cancellationToken);
        var vectors = new List<ReadOnlyMemory<float>>();
        foreach (var item in batch)
        {
            var vector = item.Response;
            vectors.Add(vector);
        }

        var results2 = await store.SearchAllAsync(vectors, limit, cancellationToken);
        foreach (var result in results2)
        {
            results.Add(result);
        }

        return results;
    }

    public Task UpdateAsync(MetricsUpdate update, CancellationToken cancellationToken) => store.UpdateMetricsAsync(update, cancellationToken);

    /// <summary>Changes the metrics of patterns.</summary>
    public async Task UpdateManyAsync(IReadOnlyList<MetricsUpdate> updates, CancellationToken cancellationToken)
    {
        await store.UpdateAllMetricsAsync(updates, cancellationToken);
    }

    private async Task<ReadOnlyMemory<float>> EmbedAsync(string text, CancellationToken cancellationToken) =>
        (await EmbedBatchAsync([text], cancellationToken))[0].Response;

    /// <summary>Does what <c>EmbedAsync</c> does, for many texts in one batch: an outcome for each, in their order.</summary>
    private async Task<BatchResult<ReadOnlyMemory<float>>> EmbedBatchAsync(IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        var batch = await embeddings.EmbedBatchAsync(texts, cancellationToken: cancellationToken);
        return batch.Map(result =>
        {
            OpenAIEmbedding embedding = result;
            return embedding.ToFloats();
        });
    }
}
