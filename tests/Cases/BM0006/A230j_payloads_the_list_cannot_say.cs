// A230j Payloads that can be filled into the list's own, and such as cannot
// verdict: fixed
// message: 'SetPayloadAsync' is called for one record at a time; 'UpdateBatchAsync' writes them together
// message: The calls of 'SetPayloadAsync' could be one batch, but if a write failed, records that come later would have been written all the same
// uses: Qdrant.Client
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Qdrant.Client;
using Qdrant.Client.Grpc;

namespace Cheeses;

public sealed record Cheese(ulong Id, string Name);

public sealed class Cellar(IQdrantClient qdrant)
{
    public async Task NameAsync(IReadOnlyList<Cheese> cheeses)
    {
        foreach (var cheese in cheeses)
        {
            await /*BM0006*/qdrant.SetPayloadAsync("cheeses", new Dictionary<string, Value> { ["name"] = cheese.Name }, cheese.Id);
        }
    }

    // The list's own payload takes no dictionary that can only be read.
    public async Task CopyAsync(IReadOnlyDictionary<ulong, IReadOnlyDictionary<string, Value>> payloads)
    {
        foreach (var (id, payload) in payloads)
        {
            await /*BM0010*/qdrant.SetPayloadAsync("cheeses", payload, id);
        }
    }
}
//// run
var qdrant = new Scripted.ScriptedQdrant(Ask);
var cellar = new Cellar(qdrant);
await cellar.NameAsync([new(1, "Brie"), new(2, "Gouda")]);
Log(qdrant.Contents.ToList());
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Qdrant.Client;
using Qdrant.Client.Grpc;

namespace Cheeses;

public sealed record Cheese(ulong Id, string Name);

public sealed class Cellar(IQdrantClient qdrant)
{
    public async Task NameAsync(IReadOnlyList<Cheese> cheeses)
    {
        var operations = new List<PointsUpdateOperation>();
        foreach (var cheese in cheeses)
        {
            operations.Add(new PointsUpdateOperation { SetPayload = new() { Payload = { ["name"] = cheese.Name }, PointsSelector = new() { Points = new() { Ids = { cheese.Id } } } } });
        }

        foreach (var chunk in operations.Chunk(100))
        {
            await qdrant.UpdateBatchAsync("cheeses", chunk);
        }
    }

    // The list's own payload takes no dictionary that can only be read.
    public async Task CopyAsync(IReadOnlyDictionary<ulong, IReadOnlyDictionary<string, Value>> payloads)
    {
        foreach (var (id, payload) in payloads)
        {
            await qdrant.SetPayloadAsync("cheeses", payload, id);
        }
    }
}
