// F112c Qdrant's client by its class, as older versions have it
// verdict: fixed
// message: 'UpsertAsync' is called for one record at a time; 'UpsertAsync' writes them together
// message: 'SetPayloadAsync' is called for one record at a time; 'UpdateBatchAsync' writes them together
// message: 'DeleteAsync' is called for one record at a time; 'DeleteAsync' writes them together
// message: 'SearchAsync' is called for one query at a time; 'SearchBatchAsync' sends them together
// uses: Qdrant.Client
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Qdrant.Client;
using Qdrant.Client.Grpc;

public sealed record Photo(ulong Id, string Place, float[] Vector);

public sealed class Album(QdrantClient qdrant)
{
    public async Task AddAsync(IReadOnlyList<Photo> photos)
    {
        foreach (var photo in photos)
        {
            await /*BM0006*/qdrant.UpsertAsync("photos", [new() { Id = photo.Id, Vectors = photo.Vector }]);
        }
    }

    public async Task LabelAsync(IReadOnlyList<Photo> photos)
    {
        foreach (var photo in photos)
        {
            await /*BM0006*/qdrant.SetPayloadAsync("photos", new Dictionary<string, Value> { ["place"] = photo.Place }, photo.Id);
        }
    }

    public async Task RemoveAsync(IReadOnlyList<Photo> photos)
    {
        foreach (var photo in photos)
        {
            await /*BM0006*/qdrant.DeleteAsync("photos", photo.Id);
        }
    }

    public async Task<List<ulong>> SimilarAsync(IReadOnlyList<Photo> photos)
    {
        var ids = new List<ulong>();
        foreach (var photo in photos)
        {
            var points = await /*BM0007*/qdrant.SearchAsync("photos", photo.Vector, limit: 2, offset: 1);
            ids.AddRange(points.Select(point => point.Id!.Num));
        }

        return ids;
    }
}
//// run
using var qdrant = new Scripted.ScriptedQdrant(Ask);
Photo[] photos = [new(1, "Rome", [1f]), new(2, "Oslo", [2f]), new(3, "Cairo", [3f])];
var album = new Album(qdrant);
await album.AddAsync(photos);
await album.LabelAsync(photos);
Log(await album.SimilarAsync(photos));
await album.RemoveAsync(photos[..2]);
Log(qdrant.Contents.ToList());
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Qdrant.Client;
using Qdrant.Client.Grpc;

public sealed record Photo(ulong Id, string Place, float[] Vector);

public sealed class Album(QdrantClient qdrant)
{
    public async Task AddAsync(IReadOnlyList<Photo> photos)
    {
        var points = new List<PointStruct>();
        foreach (var photo in photos)
        {
            points.Add(new() { Id = photo.Id, Vectors = photo.Vector });
        }

        foreach (var chunk in points.Chunk(100))
        {
            await qdrant.UpsertAsync("photos", chunk);
        }
    }

    public async Task LabelAsync(IReadOnlyList<Photo> photos)
    {
        var operations = new List<PointsUpdateOperation>();
        foreach (var photo in photos)
        {
            operations.Add(new PointsUpdateOperation { SetPayload = new() { Payload = { ["place"] = photo.Place }, PointsSelector = new() { Points = new() { Ids = { photo.Id } } } } });
        }

        foreach (var chunk in operations.Chunk(100))
        {
            await qdrant.UpdateBatchAsync("photos", chunk);
        }
    }

    public async Task RemoveAsync(IReadOnlyList<Photo> photos)
    {
        foreach (var chunk in photos.Select(photo => photo.Id).Chunk(100))
        {
            await qdrant.DeleteAsync("photos", chunk);
        }
    }

    public async Task<List<ulong>> SimilarAsync(IReadOnlyList<Photo> photos)
    {
        var ids = new List<ulong>();
        var searches = new List<SearchPoints>();
        foreach (var photo in photos)
        {
            searches.Add(new SearchPoints { Vector = { photo.Vector }, Limit = 2, Offset = 1, WithPayload = true });
        }

        var batch = new List<BatchResult>();
        foreach (var chunk in searches.Chunk(100))
        {
            batch.AddRange(await qdrant.SearchBatchAsync("photos", chunk));
        }

        foreach (var item in batch)
        {
            var points = item.Result;
            ids.AddRange(points.Select(point => point.Id!.Num));
        }

        return ids;
    }
}
