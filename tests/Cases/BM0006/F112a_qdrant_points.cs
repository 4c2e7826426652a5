// F112a One point a request, and points that are deleted
// verdict: fixed
// message: 'UpsertAsync' is called for one record at a time; 'UpsertAsync' writes them together
// message: 'DeleteAsync' is called for one record at a time; 'DeleteAsync' writes them together
// message: 'SetPayloadAsync' is called for one record at a time; 'SetPayloadAsync' writes them together
// uses: Qdrant.Client
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Qdrant.Client;
using Qdrant.Client.Grpc;

public sealed record Snippet(ulong Id, string Code, float[] Vector);

public sealed class SnippetIndex(IQdrantClient qdrant)
{
    private const string Collection = "snippets";

    public async Task AddAsync(IReadOnlyCollection<Snippet> snippets, CancellationToken cancellationToken)
    {
        foreach (var snippet in snippets)
        {
            var point = new PointStruct
            {
                Id = snippet.Id,
                Vectors = snippet.Vector,
                Payload = { ["code"] = snippet.Code },
            };
            await /*BM0006*/qdrant.UpsertAsync(Collection, [point], cancellationToken: cancellationToken);
        }
    }

    public async Task AddOldAsync(Snippet[] snippets)
    {
        foreach (var snippet in snippets)
        {
            await /*BM0006*/qdrant.UpsertAsync(Collection, new List<PointStruct> { new() { Id = snippet.Id, Vectors = snippet.Vector } }, wait: false);
        }
    }

    public async Task RemoveAsync(IEnumerable<Guid> ids)
    {
        foreach (var id in ids)
        {
            await /*BM0006*/qdrant.DeleteAsync(Collection, id);
        }
    }

    public async Task MarkAsync(IEnumerable<ulong> ids, string state)
    {
        var payload = new Dictionary<string, Value> { ["state"] = state };
        foreach (var id in ids)
        {
            await /*BM0006*/qdrant.SetPayloadAsync(Collection, payload, id);
        }
    }
}
//// run
var qdrant = new Scripted.ScriptedQdrant(Ask);
var index = new SnippetIndex(qdrant);
Snippet[] snippets = [new(1, "a", [1f]), new(2, "b", [2f]), new(3, "c", [3f])];
await index.AddAsync(snippets, cancellationToken);
await index.AddOldAsync([new(7, "x", [1f]), new(8, "y", [2f])]);
await index.MarkAsync([1, 2, 3], "old");
await index.RemoveAsync([Guid.Empty, new Guid("11111111-1111-1111-1111-111111111111")]);
Log(qdrant.Contents.ToList());
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Qdrant.Client;
using Qdrant.Client.Grpc;

public sealed record Snippet(ulong Id, string Code, float[] Vector);

public sealed class SnippetIndex(IQdrantClient qdrant)
{
    private const string Collection = "snippets";

    public async Task AddAsync(IReadOnlyCollection<Snippet> snippets, CancellationToken cancellationToken)
    {
        var points = new List<PointStruct>();
        foreach (var snippet in snippets)
        {
            var point = new PointStruct
            {
                Id = snippet.Id,
                Vectors = snippet.Vector,
                Payload = { ["code"] = snippet.Code },
            };
            points.Add(point);
        }

        foreach (var chunk in points.Chunk(100))
        {
            await qdrant.UpsertAsync(Collection, chunk, cancellationToken: cancellationToken);
        }
    }

    public async Task AddOldAsync(Snippet[] snippets)
    {
        var points = new List<PointStruct>();
        foreach (var snippet in snippets)
        {
            points.Add(new() { Id = snippet.Id, Vectors = snippet.Vector });
        }

        foreach (var chunk in points.Chunk(100))
        {
            await qdrant.UpsertAsync(Collection, chunk, wait: false);
        }
    }

    public async Task RemoveAsync(IEnumerable<Guid> ids)
    {
        foreach (var chunk in ids.Chunk(100))
        {
            await qdrant.DeleteAsync(Collection, chunk);
        }
    }

    public async Task MarkAsync(IEnumerable<ulong> ids, string state)
    {
        var payload = new Dictionary<string, Value> { ["state"] = state };
        foreach (var chunk in ids.Chunk(100))
        {
            await qdrant.SetPayloadAsync(Collection, payload, chunk);
        }
    }
}
