// F113a Points for many queries
// verdict: fixed
// message: 'SearchAsync' is called for one query at a time; 'SearchBatchAsync' sends them together
// message: 'QueryAsync' is called for one query at a time; 'Batch.RunAsync' sends them together
// uses: Qdrant.Client
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Qdrant.Client;
using Qdrant.Client.Grpc;

public sealed record Question(string Text, float[] Vector);

public sealed class Finder(IQdrantClient qdrant)
{
    public async Task<Dictionary<string, float>> FindAsync(IReadOnlyList<Question> questions, CancellationToken cancellationToken)
    {
        var best = new Dictionary<string, float>();
        foreach (var question in questions)
        {
            IReadOnlyList<ScoredPoint> points = await /*BM0007*/qdrant.SearchAsync("articles", question.Vector, limit: 3, cancellationToken: cancellationToken);
            best[question.Text] = points.Count > 0 ? points[0].Score : 0;
        }

        return best;
    }

    public async Task<List<ulong>> QueryAsync(float[][] vectors)
    {
        var ids = new List<ulong>();
        foreach (var vector in vectors)
        {
            var points = await /*BM0007*/qdrant.QueryAsync("articles", vector);
            ids.AddRange(points.Select(p => p.Id!.Num));
        }

        return ids;
    }
}
//// run
using var qdrant = new Scripted.ScriptedQdrant(Ask);
Log(await new Finder(qdrant).FindAsync([new("a", [1f, 2f]), new("b", [3f]), new("c", [4f, 5f, 6f])], cancellationToken));
Log(await new Finder(qdrant).QueryAsync([[1f], [2f]]));
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Qdrant.Client;
using Qdrant.Client.Grpc;

public sealed record Question(string Text, float[] Vector);

public sealed class Finder(IQdrantClient qdrant)
{
    public async Task<Dictionary<string, float>> FindAsync(IReadOnlyList<Question> questions, CancellationToken cancellationToken)
    {
        var best = new Dictionary<string, float>();
        var searches = new List<SearchPoints>();
        foreach (var question in questions)
        {
            searches.Add(new SearchPoints { Vector = { question.Vector }, Limit = 3, WithPayload = true });
        }

        var batch = new List<BatchResult>();
        foreach (var chunk in searches.Chunk(100))
        {
            batch.AddRange(await qdrant.SearchBatchAsync("articles", chunk, cancellationToken: cancellationToken));
        }

        foreach (var (question, item) in questions.Zip(batch))
        {
            IReadOnlyList<ScoredPoint> points = item.Result;
            best[question.Text] = points.Count > 0 ? points[0].Score : 0;
        }

        return best;
    }

    public async Task<List<ulong>> QueryAsync(float[][] vectors)
    {
        var ids = new List<ulong>();
        var queries = new List<Query?>();
        foreach (var vector in vectors)
        {
            queries.Add(vector);
        }

        var batch = await Batch.RunAsync(queries, (query, ct) => qdrant.QueryAsync("articles", query, cancellationToken: ct));
        foreach (var item in batch)
        {
            var points = item.Response;
            ids.AddRange(points.Select(p => p.Id!.Num));
        }

        return ids;
    }
}
