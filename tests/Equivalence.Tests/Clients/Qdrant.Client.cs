using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Qdrant.Client;
using Qdrant.Client.Grpc;

namespace Scripted;

/// <summary>Points in memory. A write of many asks for each of them, and ends at the first that fails.</summary>
public sealed class ScriptedQdrant(Func<string, CancellationToken, Task<string>> ask) : QdrantClient
{
    private readonly SortedDictionary<string, SortedDictionary<string, string>> points = new(StringComparer.Ordinal);

    public IEnumerable<string> Contents => points.Select(p => p.Key + ": " + string.Join(", ", p.Value.Select(v => v.Key + "=" + v.Value)));

    public override async Task<UpdateResult> UpsertAsync(string collectionName, IReadOnlyList<PointStruct> points, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, CancellationToken cancellationToken = default)
    {
        foreach (var point in points)
        {
            await ask($"upsert {collectionName} {Text(point.Id!)}", cancellationToken);
            Set(point.Id!, point.Payload);
        }

        return new UpdateResult();
    }

    public override Task<UpdateResult> DeleteAsync(string collectionName, ulong id, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, CancellationToken cancellationToken = default) =>
        DeleteAsync(collectionName, [id], cancellationToken: cancellationToken);

    public override Task<UpdateResult> DeleteAsync(string collectionName, Guid id, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, CancellationToken cancellationToken = default) =>
        DeleteAsync(collectionName, [id], cancellationToken: cancellationToken);

    public override Task<UpdateResult> DeleteAsync(string collectionName, IReadOnlyList<ulong> ids, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, CancellationToken cancellationToken = default) =>
        RemoveAsync(collectionName, ids.Select(id => (PointId)id), cancellationToken);

    public override Task<UpdateResult> DeleteAsync(string collectionName, IReadOnlyList<Guid> ids, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, CancellationToken cancellationToken = default) =>
        RemoveAsync(collectionName, ids.Select(id => (PointId)id), cancellationToken);

    public override Task<UpdateResult> DeleteAsync(string collectionName, Filter filter, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public override Task<UpdateResult> SetPayloadAsync(string collectionName, IReadOnlyDictionary<string, Value> payload, ulong id, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, string? key = null, CancellationToken cancellationToken = default) =>
        SetAsync(collectionName, payload, [id], cancellationToken);

    public override Task<UpdateResult> SetPayloadAsync(string collectionName, IReadOnlyDictionary<string, Value> payload, Guid id, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, string? key = null, CancellationToken cancellationToken = default) =>
        SetAsync(collectionName, payload, [id], cancellationToken);

    public override Task<UpdateResult> SetPayloadAsync(string collectionName, IReadOnlyDictionary<string, Value> payload, IReadOnlyList<ulong> ids, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, string? key = null, CancellationToken cancellationToken = default) =>
        SetAsync(collectionName, payload, ids.Select(id => (PointId)id), cancellationToken);

    public override Task<UpdateResult> SetPayloadAsync(string collectionName, IReadOnlyDictionary<string, Value> payload, IReadOnlyList<Guid> ids, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, string? key = null, CancellationToken cancellationToken = default) =>
        SetAsync(collectionName, payload, ids.Select(id => (PointId)id), cancellationToken);

    public override async Task<IReadOnlyList<ScoredPoint>> SearchAsync(string collectionName, ReadOnlyMemory<float> vector, Filter? filter = null, SearchParams? searchParams = null, ulong limit = 10, ulong offset = 0, WithPayloadSelector? payloadSelector = null, WithVectorsSelector? vectorsSelector = null, float? scoreThreshold = null, string? vectorName = null, ReadConsistency? readConsistency = null, ShardKeySelector? shardKeySelector = null, ReadOnlyMemory<uint>? sparseIndices = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        return await FindAsync("search", collectionName, vector, limit, offset, scoreThreshold, payloadSelector?.Enable ?? true, vectorName, cancellationToken);
    }

    public override async Task<IReadOnlyList<BatchResult>> SearchBatchAsync(string collectionName, IReadOnlyList<SearchPoints> searches, ReadConsistency? readConsistency = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        var results = new List<BatchResult>();
        foreach (var search in searches)
        {
            results.Add(Result(await FindAsync("search", collectionName, search.Vector.ToArray(), search.Limit, search.Offset, search.ScoreThreshold, search.WithPayload?.Enable ?? false, search.VectorName, cancellationToken)));
        }

        return results;
    }

    public override async Task<IReadOnlyList<ScoredPoint>> QueryAsync(string collectionName, Query? query = null, IReadOnlyList<PrefetchQuery>? prefetch = null, string? usingVector = null, Filter? filter = null, float? scoreThreshold = null, SearchParams? searchParams = null, ulong limit = 10, ulong offset = 0, WithPayloadSelector? payloadSelector = null, WithVectorsSelector? vectorsSelector = null, ReadConsistency? readConsistency = null, ShardKeySelector? shardKeySelector = null, LookupLocation? lookupFrom = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        return await FindAsync("query", collectionName, query!.Nearest, limit, offset, scoreThreshold, payloadSelector?.Enable ?? true, usingVector, cancellationToken);
    }

    public override async Task<IReadOnlyList<BatchResult>> QueryBatchAsync(string collectionName, IReadOnlyList<QueryPoints> queries, ReadConsistency? readConsistency = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        var results = new List<BatchResult>();
        foreach (var query in queries)
        {
            results.Add(Result(await FindAsync("query", collectionName, query.Query!.Nearest, query.Limit, query.Offset, query.ScoreThreshold, query.WithPayload?.Enable ?? false, query.Using, cancellationToken)));
        }

        return results;
    }

    public override async Task<IReadOnlyList<UpdateResult>> UpdateBatchAsync(string collectionName, IReadOnlyList<PointsUpdateOperation> operations, bool wait = true, WriteOrderingType? ordering = null, CancellationToken cancellationToken = default)
    {
        var results = new List<UpdateResult>();
        foreach (var operation in operations)
        {
            results.Add(await SetAsync(collectionName, operation.SetPayload!.Payload, operation.SetPayload.PointsSelector!.Points!.Ids, cancellationToken));
        }

        return results;
    }

    /// <summary>Everything that a search says of itself is a part of its request.</summary>
    private async Task<IReadOnlyList<ScoredPoint>> FindAsync(string verb, string collectionName, ReadOnlyMemory<float> vector, ulong limit, ulong offset, float? threshold, bool withPayload, string? vectorName, CancellationToken cancellationToken)
    {
        await ask($"{verb} {collectionName} {string.Join(' ', vector.ToArray())} {limit} {offset} {threshold ?? 0} {withPayload} {vectorName}", cancellationToken);
        return [new ScoredPoint { Id = (ulong)vector.Length, Score = vector.Span[0] }];
    }

    private static BatchResult Result(IReadOnlyList<ScoredPoint> points)
    {
        var result = new BatchResult();
        result.Result.AddRange(points);
        return result;
    }

    private static string Text(PointId id) => id.Uuid.Length > 0 ? id.Uuid : id.Num.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task<UpdateResult> RemoveAsync(string collectionName, IEnumerable<PointId> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            await ask($"delete {collectionName} {Text(id)}", cancellationToken);
            lock (points)
            {
                points.Remove(Text(id));
            }
        }

        return new UpdateResult();
    }

    private async Task<UpdateResult> SetAsync(string collectionName, IReadOnlyDictionary<string, Value> payload, IEnumerable<PointId> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            await ask($"payload {collectionName} {Text(id)}", cancellationToken);
            Set(id, payload);
        }

        return new UpdateResult();
    }

    private void Set(PointId id, IEnumerable<KeyValuePair<string, Value>> payload)
    {
        lock (points)
        {
            if (!points.TryGetValue(Text(id), out var values))
            {
                points[Text(id)] = values = new(StringComparer.Ordinal);
            }

            foreach (var (key, value) in payload)
            {
                values[key] = value.StringValue;
            }
        }
    }
}
