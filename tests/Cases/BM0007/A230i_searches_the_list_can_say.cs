// A230i Which arguments the searches of a list can say, and which uses of their results do not ask for the type
// verdict: fixed
// message: 'SearchAsync' is called for one query at a time; 'SearchBatchAsync' sends them together
// message: 'SearchAsync' is called for one query at a time; 'Batch.RunAsync' sends them together
// uses: Qdrant.Client
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Qdrant.Client;
using Qdrant.Client.Grpc;

namespace Birds;

public static class Songs
{
    public static int Tally<T>(this IReadOnlyList<T> points) => points.Count;

    public static int Weigh(IReadOnlyList<ScoredPoint> points) => points.Count;

    public static int Judge(IReadOnlyList<ScoredPoint> points) => points.Count;

    public static int Judge(IEnumerable<ScoredPoint> points) => -1;
}

public sealed class Aviary(IQdrantClient qdrant)
{
    public async Task<int> ToldAsync(List<float[]> songs, ReadConsistency consistency, WithPayloadSelector selector, bool isFull, float? threshold)
    {
        var count = 0;
        foreach (var song in songs)
        {
            count += (await /*BM0007*/qdrant.SearchAsync("birds", song, readConsistency: consistency, timeout: TimeSpan.FromSeconds(5))).Count;
        }

        foreach (var song in songs)
        {
            count += (await /*BM0007*/qdrant.SearchAsync("birds", song, payloadSelector: isFull)).Count;
        }

        foreach (var song in songs)
        {
            count += (await /*BM0007*/qdrant.SearchAsync("birds", song, timeout: TimeSpan.FromSeconds(song.Length))).Count;
        }

        foreach (var song in songs)
        {
            count += (await /*BM0007*/qdrant.SearchAsync("birds", song, sparseIndices: new uint[] { 1 })).Count;
        }

        foreach (var song in songs)
        {
            count += (await /*BM0007*/qdrant.SearchAsync("birds", song, payloadSelector: selector)).Count;
        }

        foreach (var song in songs)
        {
            count += (await /*BM0007*/qdrant.SearchAsync("birds", song, scoreThreshold: threshold)).Count;
        }

        foreach (var song in songs)
        {
            count += (await /*BM0007*/qdrant.SearchAsync("birds", song, filter: null)).Count;
        }

        foreach (var song in songs)
        {
            count += (await /*BM0007*/qdrant.SearchAsync("birds", song, (Filter?)null)).Count;
        }

        return count;
    }

    public async Task<List<int>> UsedAsync(List<float[]> songs)
    {
        var counts = new List<int>();
        foreach (var song in songs)
        {
            counts.Add(Songs.Weigh(await /*BM0007*/qdrant.SearchAsync("birds", song)));
        }

        foreach (var song in songs)
        {
            counts.Add((await /*BM0007*/qdrant.SearchAsync("birds", song)).Tally());
        }

        foreach (var song in songs)
        {
            counts.Add(Songs.Judge(await /*BM0007*/qdrant.SearchAsync("birds", song)));
        }

        foreach (var song in songs)
        {
            counts.Add((await /*BM0007*/qdrant.SearchAsync("birds", song)).AsEnumerable().Count());
        }

        foreach (var song in songs)
        {
            counts.Add(new List<ScoredPoint>().Concat(await /*BM0007*/qdrant.SearchAsync("birds", song)).Count());
        }

        return counts;
    }

    public async Task<List<int>> KeptAsync(List<float[]> songs)
    {
        var counts = new List<int>();
        foreach (var song in songs)
        {
            var points = await /*BM0007*/qdrant.SearchAsync("birds", song);
            foreach (var point in points)
            {
                counts.Add(points.Count);
            }
        }

        foreach (var song in songs)
        {
            var points = await /*BM0007*/qdrant.SearchAsync("birds", song);
            counts.Add(points.Count);
            counts.Add(Songs.Judge(points));
        }

        foreach (var song in songs)
        {
            IReadOnlyList<ScoredPoint> points = await /*BM0007*/qdrant.SearchAsync("birds", song);
            counts.Add(Songs.Judge(points));
        }

        return counts;
    }

    public async Task<int> PairedAsync(List<float[]> songs)
    {
        var pairs = new List<(int Length, object Points)>();
        foreach (var song in songs)
        {
            pairs.Add((song.Length, await /*BM0007*/qdrant.SearchAsync("birds", song)));
        }

        return pairs.Count;
    }
}
//// run
using var qdrant = new Scripted.ScriptedQdrant(Ask);
var aviary = new Aviary(qdrant);
Log(await aviary.ToldAsync([[1f, 2f], [3f]], new Qdrant.Client.Grpc.ReadConsistency(), true, true, 0.5f));
Log(await aviary.UsedAsync([[1f, 2f], [3f]]));
Log(await aviary.KeptAsync([[1f, 2f], [3f]]));
Log(await aviary.PairedAsync([[1f, 2f], [3f]]));
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Qdrant.Client;
using Qdrant.Client.Grpc;

namespace Birds;

public static class Songs
{
    public static int Tally<T>(this IReadOnlyList<T> points) => points.Count;

    public static int Weigh(IReadOnlyList<ScoredPoint> points) => points.Count;

    public static int Judge(IReadOnlyList<ScoredPoint> points) => points.Count;

    public static int Judge(IEnumerable<ScoredPoint> points) => -1;
}

public sealed class Aviary(IQdrantClient qdrant)
{
    public async Task<int> ToldAsync(List<float[]> songs, ReadConsistency consistency, WithPayloadSelector selector, bool isFull, float? threshold)
    {
        var count = 0;
        var searches = new List<SearchPoints>();
        foreach (var song in songs)
        {
            searches.Add(new SearchPoints { Vector = { song }, Limit = 10, WithPayload = true });
        }

        var batch = new List<BatchResult>();
        foreach (var chunk in searches.Chunk(100))
        {
            batch.AddRange(await qdrant.SearchBatchAsync("birds", chunk, readConsistency: consistency, timeout: TimeSpan.FromSeconds(5)));
        }

        foreach (var item in batch)
        {
            count += item.Result.Count;
        }

        var inputs = new List<SearchPoints>();
        foreach (var song in songs)
        {
            inputs.Add(new SearchPoints { Vector = { song }, WithPayload = isFull, Limit = 10 });
        }

        var batch2 = new List<BatchResult>();
        foreach (var chunk2 in inputs.Chunk(100))
        {
            batch2.AddRange(await qdrant.SearchBatchAsync("birds", chunk2));
        }

        foreach (var item in batch2)
        {
            count += item.Result.Count;
        }

        var inputs2 = new List<(ReadOnlyMemory<float> vector, TimeSpan? timeout)>();
        foreach (var song in songs)
        {
            inputs2.Add((song, TimeSpan.FromSeconds(song.Length)));
        }

        var batch3 = await Batch.RunAsync(
            inputs2,
            (input, ct) => qdrant.SearchAsync("birds", input.vector, timeout: input.timeout, cancellationToken: ct));
        foreach (var item in batch3)
        {
            count += item.Response.Count;
        }

        var vectors = new List<ReadOnlyMemory<float>>();
        foreach (var song in songs)
        {
            vectors.Add(song);
        }

        var batch4 = await Batch.RunAsync(
            vectors,
            (vector, ct2) => qdrant.SearchAsync("birds", vector, sparseIndices: new uint[] { 1 }, cancellationToken: ct2));
        foreach (var item in batch4)
        {
            count += item.Response.Count;
        }

        var inputs3 = new List<ReadOnlyMemory<float>>();
        foreach (var song in songs)
        {
            inputs3.Add(song);
        }

        var batch5 = await Batch.RunAsync(
            inputs3,
            (vector, ct3) => qdrant.SearchAsync("birds", vector, payloadSelector: selector, cancellationToken: ct3));
        foreach (var item in batch5)
        {
            count += item.Response.Count;
        }

        var inputs4 = new List<ReadOnlyMemory<float>>();
        foreach (var song in songs)
        {
            inputs4.Add(song);
        }

        var batch6 = await Batch.RunAsync(
            inputs4,
            (vector, ct4) => qdrant.SearchAsync("birds", vector, scoreThreshold: threshold, cancellationToken: ct4));
        foreach (var item in batch6)
        {
            count += item.Response.Count;
        }

        var inputs5 = new List<ReadOnlyMemory<float>>();
        foreach (var song in songs)
        {
            inputs5.Add(song);
        }

        var batch7 = await Batch.RunAsync(
            inputs5,
            (vector, ct5) => qdrant.SearchAsync("birds", vector, filter: null, cancellationToken: ct5));
        foreach (var item in batch7)
        {
            count += item.Response.Count;
        }

        var inputs6 = new List<ReadOnlyMemory<float>>();
        foreach (var song in songs)
        {
            inputs6.Add(song);
        }

        var batch8 = await Batch.RunAsync(
            inputs6,
            (vector, ct6) => qdrant.SearchAsync("birds", vector, (Filter?)null, cancellationToken: ct6));
        foreach (var item in batch8)
        {
            count += item.Response.Count;
        }

        return count;
    }

    public async Task<List<int>> UsedAsync(List<float[]> songs)
    {
        var counts = new List<int>();
        var searches = new List<SearchPoints>();
        foreach (var song in songs)
        {
            searches.Add(new SearchPoints { Vector = { song }, Limit = 10, WithPayload = true });
        }

        var batch = new List<BatchResult>();
        foreach (var chunk in searches.Chunk(100))
        {
            batch.AddRange(await qdrant.SearchBatchAsync("birds", chunk));
        }

        foreach (var item in batch)
        {
            counts.Add(Songs.Weigh(item.Result));
        }

        var vectors = new List<ReadOnlyMemory<float>>();
        foreach (var song in songs)
        {
            vectors.Add(song);
        }

        var batch2 = await Batch.RunAsync(vectors, (vector, ct) => qdrant.SearchAsync("birds", vector, cancellationToken: ct));
        foreach (var item in batch2)
        {
            counts.Add(item.Response.Tally());
        }

        var inputs = new List<ReadOnlyMemory<float>>();
        foreach (var song in songs)
        {
            inputs.Add(song);
        }

        var batch3 = await Batch.RunAsync(
            inputs,
            (vector, ct2) => qdrant.SearchAsync("birds", vector, cancellationToken: ct2));
        foreach (var item in batch3)
        {
            counts.Add(Songs.Judge(item.Response));
        }

        var inputs2 = new List<ReadOnlyMemory<float>>();
        foreach (var song in songs)
        {
            inputs2.Add(song);
        }

        var batch4 = await Batch.RunAsync(
            inputs2,
            (vector, ct3) => qdrant.SearchAsync("birds", vector, cancellationToken: ct3));
        foreach (var item in batch4)
        {
            counts.Add(item.Response.AsEnumerable().Count());
        }

        var inputs3 = new List<ReadOnlyMemory<float>>();
        foreach (var song in songs)
        {
            inputs3.Add(song);
        }

        var batch5 = await Batch.RunAsync(
            inputs3,
            (vector, ct4) => qdrant.SearchAsync("birds", vector, cancellationToken: ct4));
        foreach (var item in batch5)
        {
            counts.Add(new List<ScoredPoint>().Concat(item.Response).Count());
        }

        return counts;
    }

    public async Task<List<int>> KeptAsync(List<float[]> songs)
    {
        var counts = new List<int>();
        var searches = new List<SearchPoints>();
        foreach (var song in songs)
        {
            searches.Add(new SearchPoints { Vector = { song }, Limit = 10, WithPayload = true });
        }

        var batch = new List<BatchResult>();
        foreach (var chunk in searches.Chunk(100))
        {
            batch.AddRange(await qdrant.SearchBatchAsync("birds", chunk));
        }

        foreach (var item in batch)
        {
            var points = item.Result;
            foreach (var point in points)
            {
                counts.Add(points.Count);
            }
        }

        var vectors = new List<ReadOnlyMemory<float>>();
        foreach (var song in songs)
        {
            vectors.Add(song);
        }

        var batch2 = await Batch.RunAsync(vectors, (vector, ct) => qdrant.SearchAsync("birds", vector, cancellationToken: ct));
        foreach (var item in batch2)
        {
            var points = item.Response;
            counts.Add(points.Count);
            counts.Add(Songs.Judge(points));
        }

        var inputs = new List<SearchPoints>();
        foreach (var song in songs)
        {
            inputs.Add(new SearchPoints { Vector = { song }, Limit = 10, WithPayload = true });
        }

        var batch3 = new List<BatchResult>();
        foreach (var chunk2 in inputs.Chunk(100))
        {
            batch3.AddRange(await qdrant.SearchBatchAsync("birds", chunk2));
        }

        foreach (var item in batch3)
        {
            IReadOnlyList<ScoredPoint> points = item.Result;
            counts.Add(Songs.Judge(points));
        }

        return counts;
    }

    public async Task<int> PairedAsync(List<float[]> songs)
    {
        var pairs = new List<(int Length, object Points)>();
        var vectors = new List<ReadOnlyMemory<float>>();
        foreach (var song in songs)
        {
            vectors.Add(song);
        }

        var batch = await Batch.RunAsync(vectors, (vector, ct) => qdrant.SearchAsync("birds", vector, cancellationToken: ct));
        foreach (var (song, item) in songs.Zip(batch))
        {
            pairs.Add((song.Length, item.Response));
        }

        return pairs.Count;
    }
}
