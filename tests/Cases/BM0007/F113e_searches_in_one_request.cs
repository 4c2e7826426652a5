// F113e Searches that the store takes together
// verdict: fixed
// message: 'SearchAsync' is called for one query at a time; 'SearchBatchAsync' sends them together
// message: 'QueryAsync' is called for one query at a time; 'QueryBatchAsync' sends them together
// message: 'QueryAsync' is called for one query at a time; 'Batch.RunAsync' sends them together
// message: 'SearchAsync' is called for one query at a time; 'Batch.RunAsync' sends them together
// uses: Qdrant.Client
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Qdrant.Client;
using Qdrant.Client.Grpc;

public sealed class Matcher(QdrantClient qdrant, IQdrantClient other)
{
    public async Task<List<ulong>> NearestAsync(IReadOnlyList<ReadOnlyMemory<float>> faces, Filter filter, CancellationToken cancellationToken)
    {
        var ids = new List<ulong>();
        for (var i = 0; i < faces.Count; i++)
        {
            foreach (var point in await /*BM0007*/other.SearchAsync("faces", faces[i], filter, payloadSelector: false, scoreThreshold: 0.5f, vectorName: "front", cancellationToken: cancellationToken))
            {
                ids.Add(point.Id!.Num);
            }
        }

        return ids;
    }

    public async Task<Dictionary<string, IReadOnlyList<ScoredPoint>>> AllAsync(Dictionary<string, float[]> faces)
    {
        var all = new Dictionary<string, IReadOnlyList<ScoredPoint>>();
        foreach (var (name, vector) in faces)
        {
            if (vector.Length > 0)
            {
                all[name] = await /*BM0007*/other.QueryAsync("faces", vector, limit: 2, payloadSelector: true).ConfigureAwait(false);
            }
        }

        return all;
    }

    // What the client does about payloads unless told is its own affair.
    public async Task<int> CountAsync(IEnumerable<Query> queries)
    {
        var count = 0;
        foreach (var query in queries)
        {
            count += (await /*BM0007*/qdrant.QueryAsync("faces", query)).Count;
        }

        return count;
    }

    // Each search ends for itself.
    public async Task<List<float>> ScoresAsync(IEnumerable<float[]> vectors)
    {
        var scores = new List<float>();
        foreach (var vector in vectors)
        {
            try
            {
                var points = await /*BM0007*/other.SearchAsync("faces", vector);
                scores.Add(points[0].Score);
            }
            catch (TimeoutException)
            {
                scores.Add(0);
            }
        }

        return scores;
    }
}
//// run
using var qdrant = new Scripted.ScriptedQdrant(Ask);
var matcher = new Matcher(null!, qdrant);
Log(await matcher.NearestAsync([new float[] { 1f, 2f }, new float[] { 3f }], new Qdrant.Client.Grpc.Filter(), cancellationToken));
Log((await matcher.AllAsync(new() { ["a"] = [1f], ["b"] = [], ["c"] = [2f, 3f] })).Select(pair => pair.Key + pair.Value[0].Score));
Log(await matcher.ScoresAsync([[4f], [5f]]));
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Qdrant.Client;
using Qdrant.Client.Grpc;

public sealed class Matcher(QdrantClient qdrant, IQdrantClient other)
{
    public async Task<List<ulong>> NearestAsync(IReadOnlyList<ReadOnlyMemory<float>> faces, Filter filter, CancellationToken cancellationToken)
    {
        var ids = new List<ulong>();
        var batch = new List<BatchResult>();
        foreach (var chunk in faces.Select(vector => new SearchPoints { Vector = { vector.ToArray() }, Filter = filter, WithPayload = false, ScoreThreshold = 0.5f, VectorName = "front", Limit = 10 }).Chunk(100))
        {
            batch.AddRange(await other.SearchBatchAsync("faces", chunk, cancellationToken: cancellationToken));
        }

        foreach (var item in batch)
        {
            foreach (var point in item.Result)
            {
                ids.Add(point.Id!.Num);
            }
        }

        return ids;
    }

    public async Task<Dictionary<string, IReadOnlyList<ScoredPoint>>> AllAsync(Dictionary<string, float[]> faces)
    {
        var all = new Dictionary<string, IReadOnlyList<ScoredPoint>>();
        var pending = new List<string>();
        var queries = new List<QueryPoints>();
        foreach (var (name, vector) in faces)
        {
            if (vector.Length > 0)
            {
                pending.Add(name);
                queries.Add(new QueryPoints { Query = vector, Limit = 2, WithPayload = true });
            }
        }

        var batch = new List<BatchResult>();
        foreach (var chunk in queries.Chunk(100))
        {
            batch.AddRange(await other.QueryBatchAsync("faces", chunk).ConfigureAwait(false));
        }

        foreach (var (name, item) in pending.Zip(batch))
        {
            all[name] = item.Result;
        }

        return all;
    }

    // What the client does about payloads unless told is its own affair.
    public async Task<int> CountAsync(IEnumerable<Query> queries)
    {
        var count = 0;
        var batch = await Batch.RunAsync(queries, (query, ct) => qdrant.QueryAsync("faces", query, cancellationToken: ct));
        foreach (var item in batch)
        {
            count += item.Response.Count;
        }

        return count;
    }

    // Each search ends for itself.
    public async Task<List<float>> ScoresAsync(IEnumerable<float[]> vectors)
    {
        var scores = new List<float>();
        var inputs = new List<ReadOnlyMemory<float>>();
        foreach (var vector in vectors)
        {
            inputs.Add(vector);
        }

        var batch = await Batch.RunAsync(inputs, (vector, ct) => other.SearchAsync("faces", vector, cancellationToken: ct));
        foreach (var item in batch)
        {
            try
            {
                var points = item.Response;
                scores.Add(points[0].Score);
            }
            catch (TimeoutException)
            {
                scores.Add(0);
            }
        }

        return scores;
    }
}
