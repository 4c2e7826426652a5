using System.ClientModel;
using System.Globalization;
using BatchMigrate;
using OpenAI.Embeddings;
using PatternStore.Http;
using PatternStore.Storing;

namespace PatternStore;

/// <summary>Stores, searches and updates many patterns at once: embeddings packed and several requests at a time, then one call of the store.</summary>
internal sealed class PatternService(IPatternStore store, EmbeddingClient embeddings, int? dimensions)
{
    // Ten packs of a hundred at a time: a full bulk is under way in one go, and each request stays short.
    private static readonly BatchOptions Sending = new() { MaxConcurrency = 10, Pack = new PackLimits { MaxItems = 100 } };

    public int Dimensions => store.Dimensions;

    /// <summary>Stores patterns. What is wrong with one keeps no other from being stored.</summary>
    public async Task<(IReadOnlyList<Guid?> Ids, IReadOnlyList<StoreError> Errors)> StoreAsync(IReadOnlyList<NewPattern> patterns, CancellationToken cancellationToken)
    {
        var records = patterns.Select(ToPattern).ToList();
        var vectors = await EmbedAsync([.. patterns.Zip(records, (sent, record) => sent.Embedding is null ? record.Text : null)], cancellationToken);
        var errors = new string?[patterns.Count];
        var (bulk, places) = (new List<EmbeddedPattern>(), new List<int>());
        for (var i = 0; i < patterns.Count; i++)
        {
            var vector = patterns[i].Embedding is { } given ? (ReadOnlyMemory<float>)given.ToArray() : vectors[i].Vector;
            errors[i] = vectors[i].Error;
            if (errors[i] is null)
            {
                bulk.Add(new EmbeddedPattern(records[i], vector));
                places.Add(i);
            }
        }

        if (bulk.Count > 0)
        {
            foreach (var (place, error) in places.Zip(await store.UpsertAsync(bulk, cancellationToken)))
            {
                errors[place] = error;
            }
        }

        return ([.. records.Zip(errors, (record, error) => error is null ? record.Id : (Guid?)null)],
            [.. errors.Index().Where(one => one.Item is not null).Select(one => new StoreError(one.Index, patterns[one.Index], one.Item!))]);
    }

    /// <summary>Searches for texts. What is wrong with one keeps no other from being searched for.</summary>
    public async Task<(IReadOnlyList<QueryResponse> Results, IReadOnlyList<SearchError> Errors)> SearchAsync(IReadOnlyList<string> queries, int? limit, CancellationToken cancellationToken)
    {
        var vectors = await EmbedAsync(queries, cancellationToken);
        var good = vectors.Where(vector => vector.Error is null).Select(vector => vector.Vector).ToList();
        var found = new Queue<IReadOnlyList<PatternMatch>>(good.Count > 0 ? await store.SearchAsync(good, limit ?? Checks.DefaultLimit, cancellationToken) : []);
        var (results, errors) = (new List<QueryResponse>(), new List<SearchError>());
        foreach (var (index, (query, vector)) in queries.Zip(vectors).Index())
        {
            var matches = vector.Error is null ? found.Dequeue() : [];
            results.Add(new QueryResponse(query, [.. matches.Select(match => match.Pattern.Id)], [.. matches.Select(FoundPattern.Of)]));
            if (vector.Error is { } error)
            {
                errors.Add(new SearchError(index, query, error));
            }
        }

        return (results, errors);
    }

    /// <summary>Changes metrics, all or, where a pattern is unknown, none.</summary>
    public Task<IReadOnlySet<Guid>> UpdateAsync(IReadOnlyList<MetricsUpdate> updates, CancellationToken cancellationToken) => store.UpdateMetricsAsync(updates, cancellationToken);

    public Task<Pattern?> GetAsync(Guid id, CancellationToken cancellationToken) => store.GetAsync(id, cancellationToken);

    private async Task<IReadOnlyList<(ReadOnlyMemory<float> Vector, string? Error)>> EmbedAsync(IReadOnlyList<string?> texts, CancellationToken cancellationToken)
    {
        var options = dimensions is null ? null : new EmbeddingGenerationOptions { Dimensions = dimensions };
        var batch = await embeddings.EmbedBatchAsync(texts, options, Sending, cancellationToken);
        return [.. batch.Select(item =>
        {
            if (item.Skipped)
            {
                return default;
            }

            if (!item.Succeeded)
            {
                return (default, Describe(item.Error!));
            }

            var vector = item.Response.Value.ToFloats();
            return (vector, PatternVector.Mistake(vector.Span, store.Dimensions));
        })];
    }

    // Never the exception's own message: a provider may repeat the text in it, and an address may stand there.
    private static string Describe(Exception error) => error switch
    {
        ClientResultException { Status: > 0 } answered => string.Create(CultureInfo.InvariantCulture, $"No embedding: the provider answered {answered.Status}."),
        BatchStoppedException => "No embedding: the provider refused the requests before this one.",
        _ => "No embedding: the provider gave no answer that could be used.",
    };

    private static Pattern ToPattern(NewPattern pattern) => new()
    {
        Id = pattern.Id ?? Guid.CreateVersion7(),
        Description = pattern.Description!,
        Code = pattern.Code!,
        Language = pattern.Language!,
        Metadata = pattern.Metadata ?? new PatternMetadata(),
    };
}
