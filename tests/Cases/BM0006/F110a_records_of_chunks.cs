// F110a A record is built for each chunk and written at once
// verdict: fixed
// message: 'UpsertAsync' is called for one record at a time; 'UpsertAsync' writes them together
// uses: Microsoft.Extensions.VectorData.Abstractions
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.VectorData;

namespace Handbook;

public sealed record Passage(string Id, string Text, ReadOnlyMemory<float> Vector);

public sealed class PassageRecord
{
    [VectorStoreKey]
    public string Key { get; set; } = "";

    [VectorStoreData]
    public string Text { get; set; } = "";

    [VectorStoreVector(3)]
    public ReadOnlyMemory<float> Vector { get; set; }
}

public sealed class PassageStore(VectorStoreCollection<string, PassageRecord> collection)
{
    public async Task SaveAsync(IEnumerable<Passage> passages, CancellationToken cancellationToken)
    {
        await collection.EnsureCollectionExistsAsync(cancellationToken);

        foreach (var passage in passages)
        {
            // an empty one finds nothing
            if (passage.Text.Length == 0)
            {
                continue;
            }

            var record = new PassageRecord
            {
                Key = passage.Id,
                Text = passage.Text,
                Vector = passage.Vector,
            };
            await /*BM0006*/collection.UpsertAsync(record, cancellationToken);
        }
    }
}
//// run
var collection = new Scripted.ScriptedCollection<PassageRecord>(Ask, r => r.Key);
await new PassageStore(collection).SaveAsync([new("a", "one", new float[] { 1 }), new("b", "", default), new("c", "three", new float[] { 3 }), new("d", "four", new float[] { 4 })], cancellationToken);
Log(collection.Contents.ToList());
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.VectorData;

namespace Handbook;

public sealed record Passage(string Id, string Text, ReadOnlyMemory<float> Vector);

public sealed class PassageRecord
{
    [VectorStoreKey]
    public string Key { get; set; } = "";

    [VectorStoreData]
    public string Text { get; set; } = "";

    [VectorStoreVector(3)]
    public ReadOnlyMemory<float> Vector { get; set; }
}

public sealed class PassageStore(VectorStoreCollection<string, PassageRecord> collection)
{
    public async Task SaveAsync(IEnumerable<Passage> passages, CancellationToken cancellationToken)
    {
        await collection.EnsureCollectionExistsAsync(cancellationToken);

        var records = new List<PassageRecord>();
        foreach (var passage in passages)
        {
            // an empty one finds nothing
            if (passage.Text.Length == 0)
            {
                continue;
            }

            var record = new PassageRecord
            {
                Key = passage.Id,
                Text = passage.Text,
                Vector = passage.Vector,
            };
            records.Add(record);
        }

        foreach (var chunk in records.Chunk(100))
        {
            await collection.UpsertAsync(chunk, cancellationToken);
        }
    }
}
