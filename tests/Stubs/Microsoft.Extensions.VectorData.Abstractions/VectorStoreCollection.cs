#nullable enable
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.Extensions.VectorData
{
    public class RecordRetrievalOptions
    {
        public bool IncludeVectors { get; set; }
    }

    public class VectorSearchOptions<TRecord>
    {
        public int Skip { get; set; }

        public bool IncludeVectors { get; set; }
    }

    public class VectorSearchResult<TRecord>
    {
        public VectorSearchResult(TRecord record, double? score)
        {
            Record = record;
            Score = score;
        }

        public TRecord Record { get; }

        public double? Score { get; }
    }

    public interface IVectorSearchable<TRecord>
    {
        IAsyncEnumerable<VectorSearchResult<TRecord>> SearchAsync<TInput>(TInput searchValue, int top, VectorSearchOptions<TRecord>? options = null, CancellationToken cancellationToken = default)
            where TInput : notnull;
    }

    public abstract class VectorStoreCollection<TKey, TRecord> : IVectorSearchable<TRecord>, IDisposable
        where TKey : notnull
        where TRecord : class
    {
        public abstract string Name { get; }

        public abstract Task<bool> CollectionExistsAsync(CancellationToken cancellationToken = default);

        public abstract Task EnsureCollectionExistsAsync(CancellationToken cancellationToken = default);

        public abstract Task<TRecord?> GetAsync(TKey key, RecordRetrievalOptions? options = default, CancellationToken cancellationToken = default);

        public abstract IAsyncEnumerable<TRecord> GetAsync(IEnumerable<TKey> keys, RecordRetrievalOptions? options = default, CancellationToken cancellationToken = default);

        public abstract Task DeleteAsync(TKey key, CancellationToken cancellationToken = default);

        public abstract Task DeleteAsync(IEnumerable<TKey> keys, CancellationToken cancellationToken = default);

        public abstract Task UpsertAsync(TRecord record, CancellationToken cancellationToken = default);

        public abstract Task UpsertAsync(IEnumerable<TRecord> records, CancellationToken cancellationToken = default);

        public abstract IAsyncEnumerable<VectorSearchResult<TRecord>> SearchAsync<TInput>(TInput searchValue, int top, VectorSearchOptions<TRecord>? options = null, CancellationToken cancellationToken = default)
            where TInput : notnull;

        public void Dispose() => Dispose(true);

        protected virtual void Dispose(bool disposing)
        {
        }
    }

    [AttributeUsage(AttributeTargets.Property)]
    public sealed class VectorStoreKeyAttribute : Attribute
    {
    }

    [AttributeUsage(AttributeTargets.Property)]
    public sealed class VectorStoreDataAttribute : Attribute
    {
    }

    [AttributeUsage(AttributeTargets.Property)]
    public sealed class VectorStoreVectorAttribute : Attribute
    {
        public VectorStoreVectorAttribute(int dimensions) => Dimensions = dimensions;

        public int Dimensions { get; }
    }
}
