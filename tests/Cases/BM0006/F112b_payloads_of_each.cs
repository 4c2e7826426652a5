// F112b Payloads that differ from point to point
// verdict: fixed
// message: 'SetPayloadAsync' is called for one record at a time; 'UpdateBatchAsync' writes them together
// uses: Qdrant.Client
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Qdrant.Client;
using Qdrant.Client.Grpc;

public sealed record Review(ulong Id, string Language, int Stars);

public sealed class ReviewIndex(IQdrantClient qdrant)
{
    public async Task LabelAsync(IEnumerable<Review> reviews, CancellationToken cancellationToken)
    {
        foreach (var review in reviews)
        {
            await /*BM0006*/qdrant.SetPayloadAsync(
                "reviews",
                new Dictionary<string, Value> { ["language"] = review.Language, ["stars"] = review.Stars },
                review.Id,
                wait: false,
                cancellationToken: cancellationToken);
        }
    }

    public async Task<int> TagAsync(IReadOnlyDictionary<Guid, List<string>> tags)
    {
        var tagged = 0;
        foreach (var (id, names) in tags)
        {
            if (names.Count == 0)
            {
                continue;
            }

            var payload = new Dictionary<string, Value>();
            foreach (var name in names)
            {
                payload[name] = "yes";
            }

            await /*BM0006*/qdrant.SetPayloadAsync("reviews", payload, id);
            tagged++;
        }

        return tagged;
    }
}
//// run
var qdrant = new Scripted.ScriptedQdrant(Ask);
var index = new ReviewIndex(qdrant);
await index.LabelAsync([new(1, "en", 5), new(2, "fr", 3), new(3, "de", 4)], cancellationToken);
Log(await index.TagAsync(new Dictionary<Guid, List<string>> { [Guid.Empty] = ["long", "kind"], [new Guid("11111111-1111-1111-1111-111111111111")] = [], [new Guid("22222222-2222-2222-2222-222222222222")] = ["short"] }));
Log(qdrant.Contents.ToList());
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Qdrant.Client;
using Qdrant.Client.Grpc;

public sealed record Review(ulong Id, string Language, int Stars);

public sealed class ReviewIndex(IQdrantClient qdrant)
{
    public async Task LabelAsync(IEnumerable<Review> reviews, CancellationToken cancellationToken)
    {
        var operations = new List<PointsUpdateOperation>();
        foreach (var review in reviews)
        {
            operations.Add(new PointsUpdateOperation { SetPayload = new() { Payload = { ["language"] = review.Language, ["stars"] = review.Stars }, PointsSelector = new() { Points = new() { Ids = { review.Id } } } } });
        }

        foreach (var chunk in operations.Chunk(100))
        {
            await qdrant.UpdateBatchAsync("reviews", chunk, wait: false, cancellationToken: cancellationToken);
        }
    }

    public async Task<int> TagAsync(IReadOnlyDictionary<Guid, List<string>> tags)
    {
        var tagged = 0;
        var operations = new List<PointsUpdateOperation>();
        foreach (var (id, names) in tags)
        {
            if (names.Count == 0)
            {
                continue;
            }

            var payload = new Dictionary<string, Value>();
            foreach (var name in names)
            {
                payload[name] = "yes";
            }

            operations.Add(new PointsUpdateOperation { SetPayload = new() { Payload = { payload }, PointsSelector = new() { Points = new() { Ids = { id } } } } });
        }

        foreach (var chunk in operations.Chunk(100))
        {
            await qdrant.UpdateBatchAsync("reviews", chunk);
        }

        tagged += operations.Count;

        return tagged;
    }
}
