// S111 Lists that are written already, and one record that nothing repeats
// verdict: silent
// uses: Microsoft.Extensions.VectorData.Abstractions, Qdrant.Client
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.VectorData;
using Qdrant.Client;
using Qdrant.Client.Grpc;

public sealed class Entry
{
    [VectorStoreKey]
    public string Key { get; set; } = "";
}

public sealed class Writer(VectorStoreCollection<string, Entry> entries, IQdrantClient qdrant)
{
    public async Task WriteAsync(IEnumerable<Entry> all)
    {
        foreach (var chunk in all.Chunk(200))
        {
            await entries.UpsertAsync(chunk);
        }
    }

    public async Task WritePointsAsync(IEnumerable<List<PointStruct>> pages)
    {
        foreach (var page in pages)
        {
            await qdrant.UpsertAsync("pages", page);
        }
    }

    public Task OneAsync(Entry entry) => entries.UpsertAsync(entry);
}
