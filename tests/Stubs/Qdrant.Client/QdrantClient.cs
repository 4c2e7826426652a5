#nullable enable
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Google.Protobuf.Collections;
using Qdrant.Client.Grpc;

namespace Qdrant.Client
{
    public interface IQdrantClient : IDisposable
    {
        Task<UpdateResult> UpsertAsync(string collectionName, IReadOnlyList<PointStruct> points, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, CancellationToken cancellationToken = default);

        Task<UpdateResult> DeleteAsync(string collectionName, ulong id, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, CancellationToken cancellationToken = default);

        Task<UpdateResult> DeleteAsync(string collectionName, Guid id, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, CancellationToken cancellationToken = default);

        Task<UpdateResult> DeleteAsync(string collectionName, IReadOnlyList<ulong> ids, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, CancellationToken cancellationToken = default);

        Task<UpdateResult> DeleteAsync(string collectionName, IReadOnlyList<Guid> ids, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, CancellationToken cancellationToken = default);

        Task<UpdateResult> DeleteAsync(string collectionName, Filter filter, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, CancellationToken cancellationToken = default);

        Task<UpdateResult> SetPayloadAsync(string collectionName, IReadOnlyDictionary<string, Value> payload, ulong id, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, string? key = null, CancellationToken cancellationToken = default);

        Task<UpdateResult> SetPayloadAsync(string collectionName, IReadOnlyDictionary<string, Value> payload, Guid id, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, string? key = null, CancellationToken cancellationToken = default);

        Task<UpdateResult> SetPayloadAsync(string collectionName, IReadOnlyDictionary<string, Value> payload, IReadOnlyList<ulong> ids, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, string? key = null, CancellationToken cancellationToken = default);

        Task<UpdateResult> SetPayloadAsync(string collectionName, IReadOnlyDictionary<string, Value> payload, IReadOnlyList<Guid> ids, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, string? key = null, CancellationToken cancellationToken = default);

        Task<IReadOnlyList<ScoredPoint>> SearchAsync(string collectionName, ReadOnlyMemory<float> vector, Filter? filter = null, SearchParams? searchParams = null, ulong limit = 10, ulong offset = 0, WithPayloadSelector? payloadSelector = null, WithVectorsSelector? vectorsSelector = null, float? scoreThreshold = null, string? vectorName = null, ReadConsistency? readConsistency = null, ShardKeySelector? shardKeySelector = null, ReadOnlyMemory<uint>? sparseIndices = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default);

        Task<IReadOnlyList<BatchResult>> SearchBatchAsync(string collectionName, IReadOnlyList<SearchPoints> searches, ReadConsistency? readConsistency = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default);

        Task<IReadOnlyList<ScoredPoint>> QueryAsync(string collectionName, Query? query = null, IReadOnlyList<PrefetchQuery>? prefetch = null, string? usingVector = null, Filter? filter = null, float? scoreThreshold = null, SearchParams? searchParams = null, ulong limit = 10, ulong offset = 0, WithPayloadSelector? payloadSelector = null, WithVectorsSelector? vectorsSelector = null, ReadConsistency? readConsistency = null, ShardKeySelector? shardKeySelector = null, LookupLocation? lookupFrom = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default);

        Task<IReadOnlyList<BatchResult>> QueryBatchAsync(string collectionName, IReadOnlyList<QueryPoints> queries, ReadConsistency? readConsistency = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default);

        Task<IReadOnlyList<UpdateResult>> UpdateBatchAsync(string collectionName, IReadOnlyList<PointsUpdateOperation> operations, bool wait = true, WriteOrderingType? ordering = null, CancellationToken cancellationToken = default);
    }

    // Its methods are not virtual in the library; here the tests script them.
    public class QdrantClient : IQdrantClient
    {
        public virtual Task<UpdateResult> UpsertAsync(string collectionName, IReadOnlyList<PointStruct> points, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public virtual Task<UpdateResult> DeleteAsync(string collectionName, ulong id, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public virtual Task<UpdateResult> DeleteAsync(string collectionName, Guid id, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public virtual Task<UpdateResult> DeleteAsync(string collectionName, IReadOnlyList<ulong> ids, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public virtual Task<UpdateResult> DeleteAsync(string collectionName, IReadOnlyList<Guid> ids, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public virtual Task<UpdateResult> DeleteAsync(string collectionName, Filter filter, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public virtual Task<UpdateResult> SetPayloadAsync(string collectionName, IReadOnlyDictionary<string, Value> payload, ulong id, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, string? key = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public virtual Task<UpdateResult> SetPayloadAsync(string collectionName, IReadOnlyDictionary<string, Value> payload, Guid id, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, string? key = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public virtual Task<UpdateResult> SetPayloadAsync(string collectionName, IReadOnlyDictionary<string, Value> payload, IReadOnlyList<ulong> ids, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, string? key = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public virtual Task<UpdateResult> SetPayloadAsync(string collectionName, IReadOnlyDictionary<string, Value> payload, IReadOnlyList<Guid> ids, bool wait = true, WriteOrderingType? ordering = null, ShardKeySelector? shardKeySelector = null, string? key = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public virtual Task<IReadOnlyList<ScoredPoint>> SearchAsync(string collectionName, ReadOnlyMemory<float> vector, Filter? filter = null, SearchParams? searchParams = null, ulong limit = 10, ulong offset = 0, WithPayloadSelector? payloadSelector = null, WithVectorsSelector? vectorsSelector = null, float? scoreThreshold = null, string? vectorName = null, ReadConsistency? readConsistency = null, ShardKeySelector? shardKeySelector = null, ReadOnlyMemory<uint>? sparseIndices = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public virtual Task<IReadOnlyList<BatchResult>> SearchBatchAsync(string collectionName, IReadOnlyList<SearchPoints> searches, ReadConsistency? readConsistency = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public virtual Task<IReadOnlyList<ScoredPoint>> QueryAsync(string collectionName, Query? query = null, IReadOnlyList<PrefetchQuery>? prefetch = null, string? usingVector = null, Filter? filter = null, float? scoreThreshold = null, SearchParams? searchParams = null, ulong limit = 10, ulong offset = 0, WithPayloadSelector? payloadSelector = null, WithVectorsSelector? vectorsSelector = null, ReadConsistency? readConsistency = null, ShardKeySelector? shardKeySelector = null, LookupLocation? lookupFrom = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public virtual Task<IReadOnlyList<BatchResult>> QueryBatchAsync(string collectionName, IReadOnlyList<QueryPoints> queries, ReadConsistency? readConsistency = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public virtual Task<IReadOnlyList<UpdateResult>> UpdateBatchAsync(string collectionName, IReadOnlyList<PointsUpdateOperation> operations, bool wait = true, WriteOrderingType? ordering = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }
}

namespace Qdrant.Client.Grpc
{
    public enum WriteOrderingType
    {
        Weak,
        Medium,
        Strong,
    }

    public sealed class ShardKeySelector
    {
    }

    public sealed class SearchParams
    {
    }

    public sealed class ReadConsistency
    {
    }

    public sealed class PrefetchQuery
    {
    }

    public sealed class LookupLocation
    {
    }

    public sealed class WithVectorsSelector
    {
        public static implicit operator WithVectorsSelector(bool enable) => new();
    }

    public sealed class WithPayloadSelector
    {
        public bool Enable { get; set; }

        public static implicit operator WithPayloadSelector(bool enable) => new() { Enable = enable };
    }

    public sealed class Filter
    {
        public IList<string> Must { get; } = new List<string>();
    }

    public sealed class Query
    {
        public ReadOnlyMemory<float> Nearest { get; set; }

        public static implicit operator Query(float[] values) => new() { Nearest = values };
    }

    public sealed class UpdateResult
    {
        public ulong OperationId { get; set; }
    }

    public sealed class Value
    {
        public string StringValue { get; set; } = "";

        public static implicit operator Value(string value) => new() { StringValue = value };

        public static implicit operator Value(long value) => new() { StringValue = value.ToString(System.Globalization.CultureInfo.InvariantCulture) };
    }

    public sealed class PointId
    {
        public ulong Num { get; set; }

        public string Uuid { get; set; } = "";

        public static implicit operator PointId(ulong num) => new() { Num = num };

        public static implicit operator PointId(Guid uuid) => new() { Uuid = uuid.ToString() };
    }

    public sealed class Vectors
    {
        public RepeatedField<float> Data { get; } = new();

        public static implicit operator Vectors(float[] values)
        {
            var vectors = new Vectors();
            foreach (var value in values)
            {
                vectors.Data.Add(value);
            }

            return vectors;
        }
    }

    public sealed class PointStruct
    {
        public PointId? Id { get; set; }

        public Vectors? Vectors { get; set; }

        public MapField<string, Value> Payload { get; } = new();
    }

    public sealed class ScoredPoint
    {
        public PointId? Id { get; set; }

        public float Score { get; set; }

        public MapField<string, Value> Payload { get; } = new();
    }

    public sealed class SearchPoints
    {
        public string CollectionName { get; set; } = "";

        public RepeatedField<float> Vector { get; } = new();

        public Filter? Filter { get; set; }

        public ulong Limit { get; set; }

        public WithPayloadSelector? WithPayload { get; set; }

        public SearchParams? Params { get; set; }

        public float ScoreThreshold { get; set; }

        public ulong Offset { get; set; }

        public string VectorName { get; set; } = "";

        public WithVectorsSelector? WithVectors { get; set; }

        public ShardKeySelector? ShardKeySelector { get; set; }
    }

    public sealed class QueryPoints
    {
        public string CollectionName { get; set; } = "";

        public Query? Query { get; set; }

        public string Using { get; set; } = "";

        public Filter? Filter { get; set; }

        public ulong Limit { get; set; }

        public WithPayloadSelector? WithPayload { get; set; }

        public SearchParams? Params { get; set; }

        public float ScoreThreshold { get; set; }

        public ulong Offset { get; set; }

        public WithVectorsSelector? WithVectors { get; set; }

        public ShardKeySelector? ShardKeySelector { get; set; }

        public LookupLocation? LookupFrom { get; set; }
    }

    public sealed class BatchResult
    {
        public RepeatedField<ScoredPoint> Result { get; } = new();
    }

    public sealed class PointsIdsList
    {
        public RepeatedField<PointId> Ids { get; } = new();
    }

    public sealed class PointsSelector
    {
        public PointsIdsList? Points { get; set; }
    }

    public sealed class PointsUpdateOperation
    {
        public Types.SetPayload? SetPayload { get; set; }

        public static class Types
        {
            public sealed class SetPayload
            {
                public MapField<string, Value> Payload { get; } = new();

                public PointsSelector? PointsSelector { get; set; }

                public ShardKeySelector? ShardKeySelector { get; set; }
            }
        }
    }
}
