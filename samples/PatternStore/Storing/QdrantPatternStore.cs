using System.Net;
using System.Text.Json;
using static PatternStore.Storing.QdrantProtocol;

namespace PatternStore.Storing;

/// <summary>
/// The store in a Qdrant server, through its HTTP API. A bulk is one request, or as few as Qdrant's limit for requests allows. The vector of a point has the model's name, so
/// that vectors of two models never meet.
/// </summary>
internal sealed class QdrantPatternStore : IPatternStore
{
    /// <summary>A little less than the 32 MiB that Qdrant takes in one request by default.</summary>
    internal const int MostBytes = 30 * 1024 * 1024;

    private readonly HttpClient _http;
    private readonly string _collection;
    private readonly string _space;
    private readonly int _mostBytes;

    // Qdrant cannot add to a number: metrics are read, added to and written, while nobody else writes.
    private readonly SemaphoreSlim _gate = new(1);

    private QdrantPatternStore(HttpClient http, string collection, string space, int dimensions, int mostBytes)
    {
        (_http, _collection, _space, Dimensions, _mostBytes) = (http, $"collections/{Uri.EscapeDataString(collection)}", space, dimensions, mostBytes);
    }

    public int Dimensions { get; }

    /// <summary>Connects to a collection, or makes it.</summary>
    /// <param name="address">The server, such as <c>http://localhost:6333</c>.</param>
    /// <param name="apiKey">Its key, or null.</param>
    /// <param name="collection">The collection's name.</param>
    /// <param name="space">What makes the vectors; their name in the collection.</param>
    /// <param name="dimensions">The length of every vector.</param>
    /// <param name="mostBytes">The largest request.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="PatternStoreException">The server cannot be reached, or the collection has vectors of another model or length.</exception>
    public static async Task<QdrantPatternStore> OpenAsync(
        Uri address, string? apiKey, string collection, string space, int dimensions, int mostBytes = MostBytes, CancellationToken cancellationToken = default)
    {
        var http = new HttpClient { BaseAddress = new Uri($"{address.AbsoluteUri.TrimEnd('/')}/") };
        if (apiKey is not null)
        {
            http.DefaultRequestHeaders.Add("api-key", apiKey);
        }

        var store = new QdrantPatternStore(http, collection, space, dimensions, mostBytes);
        try
        {
            await store.PrepareAsync(collection, cancellationToken);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    public async Task<IReadOnlyList<string?>> UpsertAsync(IReadOnlyList<EmbeddedPattern> patterns, CancellationToken cancellationToken = default)
    {
        var errors = new string?[patterns.Count];
        await _gate.WaitAsync(cancellationToken);
        try
        {
            foreach (var (first, points) in Requests(patterns))
            {
                try
                {
                    await UpsertAsync(points);
                }
                catch (PatternStoreException e)
                {
                    Array.Fill(errors, e.Message, first, points.Count);
                }
            }
        }
        finally
        {
            _gate.Release();
        }

        return errors;
    }

    public async Task<IReadOnlyList<IReadOnlyList<PatternMatch>>> SearchAsync(IReadOnlyList<ReadOnlyMemory<float>> vectors, int limit, CancellationToken cancellationToken = default)
    {
        var results = await SendAsync<IReadOnlyList<QueryResult>>(
            HttpMethod.Post, "/points/query/batch", JsonContent.Create(new QueryBatch(vectors.Select(vector => new Query(vector, _space, limit))), options: Json), cancellationToken);
        return results!.Count == vectors.Count
            ? [.. results.Select(result => result.Points.Select(point => new PatternMatch(ToPattern(point.Id, point.Payload), point.Score)).ToList())]
            : throw new PatternStoreException($"Qdrant gave {results.Count} results for {vectors.Count} queries.");
    }

    public async Task<IReadOnlySet<Guid>> UpdateMetricsAsync(IReadOnlyList<MetricsUpdate> updates, CancellationToken cancellationToken = default)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var there = (await ReadAsync(updates.Select(update => update.Id).Distinct(), cancellationToken)).ToDictionary(point => point.Id, point => point.Payload);
            var unknown = updates.Select(update => update.Id).Where(id => !there.ContainsKey(id)).ToHashSet();
            if (unknown.Count == 0)
            {
                var changes = updates.GroupBy(update => update.Id).Select(pattern => new Operation(new SetPayload(Changed(there[pattern.Key], pattern), [pattern.Key])));
                await SendAsync<JsonElement>(HttpMethod.Post, "/points/batch?wait=true", JsonContent.Create(new Operations(changes), options: Json), CancellationToken.None);
            }

            return unknown;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<Pattern?> GetAsync(Guid id, CancellationToken cancellationToken = default) =>
        (await ReadAsync([id], cancellationToken)) is [var point] ? ToPattern(point.Id, point.Payload) : null;

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        _gate.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task PrepareAsync(string name, CancellationToken cancellationToken)
    {
        var there = await SendAsync<Collection>(HttpMethod.Get, "", null, cancellationToken, orNothing: true);
        if (there is null)
        {
            var vectors = new NewCollection(new() { [_space] = new VectorParameters(Dimensions, "Cosine") });
            await SendAsync<JsonElement>(HttpMethod.Put, "", JsonContent.Create(vectors, options: Json), cancellationToken);
        }
        else if (!there.Config.Params.Vectors.TryGetProperty(_space, out var vector) || vector.Deserialize<VectorParameters>(Json) is not { Distance: "Cosine" } parameters || parameters.Size != Dimensions)
        {
            throw new PatternStoreException(
                $"The collection '{name}' has no vector '{_space}' with {Dimensions} dimensions compared by cosine. Take the same settings, or another collection with --collection.");
        }
    }

    private async Task<IReadOnlyList<StoredPoint>> ReadAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken) =>
        (await SendAsync<IReadOnlyList<StoredPoint>>(HttpMethod.Post, "/points", JsonContent.Create(new IdQuery(ids), options: Json), cancellationToken))!;

    /// <summary>Cuts a bulk where it would be larger than a request may be.</summary>
    private IEnumerable<(int First, List<byte[]> Points)> Requests(IReadOnlyList<EmbeddedPattern> patterns)
    {
        var (points, bytes) = (new List<byte[]>(), 0);
        for (var i = 0; i < patterns.Count; i++)
        {
            var point = JsonSerializer.SerializeToUtf8Bytes(ToPoint(patterns[i]), Json);
            if (points.Count > 0 && bytes + point.Length > _mostBytes)
            {
                yield return (i - points.Count, points);
                (points, bytes) = ([], 0);
            }

            points.Add(point);
            bytes += point.Length + 1;
        }

        if (points.Count > 0)
        {
            yield return (patterns.Count - points.Count, points);
        }
    }

    private async Task UpsertAsync(List<byte[]> points)
    {
        using var body = new MemoryStream();
        body.Write("{\"points\":["u8);
        for (var i = 0; i < points.Count; i++)
        {
            body.Write(i == 0 ? ""u8 : ","u8);
            body.Write(points[i]);
        }

        body.Write("]}"u8);
        body.Position = 0;
        using var content = new StreamContent(body) { Headers = { ContentType = new("application/json") } };
        await SendAsync<JsonElement>(HttpMethod.Put, "/points?wait=true", content, CancellationToken.None);
    }

    private async Task<T?> SendAsync<T>(HttpMethod method, string path, HttpContent? body, CancellationToken cancellationToken, bool orNothing = false)
    {
        try
        {
            using var request = new HttpRequestMessage(method, _collection + path) { Content = body };
            using var response = await _http.SendAsync(request, cancellationToken);
            if (orNothing && response.StatusCode == HttpStatusCode.NotFound)
            {
                return default;
            }

            if (!response.IsSuccessStatusCode)
            {
                throw new PatternStoreException($"Qdrant answered {(int)response.StatusCode}.");
            }

            return (await response.Content.ReadFromJsonAsync<Reply<T>>(Json, cancellationToken))!.Result;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new PatternStoreException(e is JsonException ? "Qdrant's answer cannot be read." : "Qdrant cannot be reached.", e);
        }
    }

    private Point ToPoint(EmbeddedPattern one) => new(
        one.Pattern.Id,
        new() { [_space] = one.Vector },
        new(one.Pattern.Description, one.Pattern.Code, one.Pattern.Language, one.Pattern.Metadata.Category, one.Pattern.Metadata.SuccessRate, one.Pattern.Metadata.UsageCount,
            one.Pattern.Metadata.LastUsed, one.Pattern.Metadata.Other));

    private static Pattern ToPattern(Guid id, Payload payload) => new()
    {
        Id = id,
        Description = payload.Description,
        Code = payload.Code,
        Language = payload.Language,
        Metadata = new() { Category = payload.Category, SuccessRate = payload.SuccessRate, UsageCount = payload.UsageCount, LastUsed = payload.LastUsed, Other = payload.Other },
    };

    private static ChangedPayload Changed(Payload payload, IEnumerable<MetricsUpdate> updates) => updates.Aggregate(
        new ChangedPayload(payload.UsageCount, null, null),
        (changed, update) => new(changed.UsageCount + (update.IncrementUsage ? 1 : 0), update.SuccessRate ?? changed.SuccessRate, update.LastUsed ?? changed.LastUsed));
}
