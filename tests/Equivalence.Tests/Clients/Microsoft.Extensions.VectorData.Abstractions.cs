using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.VectorData;

namespace Scripted;

/// <summary>A collection in memory. A write of many asks for each of its records, and ends at the first that fails.</summary>
public sealed class ScriptedCollection<TRecord>(Func<string, CancellationToken, Task<string>> ask, Func<TRecord, string> keyOf) : VectorStoreCollection<string, TRecord>
    where TRecord : class
{
    private readonly SortedDictionary<string, TRecord> records = new(StringComparer.Ordinal);

    public override string Name => "scripted";

    public IEnumerable<KeyValuePair<string, TRecord>> Contents => records;

    public override Task<bool> CollectionExistsAsync(CancellationToken cancellationToken = default) => Task.FromResult(true);

    public override Task EnsureCollectionExistsAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public override async Task<TRecord?> GetAsync(string key, RecordRetrievalOptions? options = null, CancellationToken cancellationToken = default)
    {
        await ask("get " + key, cancellationToken);
        lock (records)
        {
            return records.TryGetValue(key, out var record) ? record : null;
        }
    }

    public override async IAsyncEnumerable<TRecord> GetAsync(IEnumerable<string> keys, RecordRetrievalOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var key in keys)
        {
            if (await GetAsync(key, options, cancellationToken) is { } record)
            {
                yield return record;
            }
        }
    }

    public override async Task DeleteAsync(string key, CancellationToken cancellationToken = default)
    {
        await ask("delete " + key, cancellationToken);
        lock (records)
        {
            records.Remove(key);
        }
    }

    public override async Task DeleteAsync(IEnumerable<string> keys, CancellationToken cancellationToken = default)
    {
        foreach (var key in keys)
        {
            await DeleteAsync(key, cancellationToken);
        }
    }

    public override async Task UpsertAsync(TRecord record, CancellationToken cancellationToken = default)
    {
        await ask("upsert " + keyOf(record), cancellationToken);
        lock (records)
        {
            records[keyOf(record)] = record;
        }
    }

    public override async Task UpsertAsync(IEnumerable<TRecord> records, CancellationToken cancellationToken = default)
    {
        foreach (var record in records)
        {
            await UpsertAsync(record, cancellationToken);
        }
    }

    public override async IAsyncEnumerable<VectorSearchResult<TRecord>> SearchAsync<TInput>(TInput searchValue, int top, VectorSearchOptions<TRecord>? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await ask($"search {searchValue}", cancellationToken);
        TRecord[] found;
        lock (records)
        {
            found = [.. records.Values.Take(top)];
        }

        foreach (var record in found)
        {
            yield return new VectorSearchResult<TRecord>(record, searchValue.ToString()!.Length);
        }
    }
}
