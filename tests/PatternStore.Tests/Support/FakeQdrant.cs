using System.Collections.Concurrent;
using System.Net;
using System.Numerics.Tensors;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace PatternStore.Tests.Support;

/// <summary>The endpoints of Qdrant that the store uses, with the shapes of its HTTP API, in memory.</summary>
internal sealed class FakeQdrant : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, JsonObject> _vectors = [];
    private readonly Dictionary<string, SortedDictionary<string, JsonObject>> _points = [];

    private FakeQdrant(WebApplication app)
    {
        _app = app;
        app.MapFallback("{**path}", (RequestDelegate)AnswerAsync);
    }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>What was asked, such as <c>PUT /collections/code_patterns/points?wait=true</c>.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>The key that every request must bring, if one is needed.</summary>
    public string? ApiKey { get; set; }

    /// <summary>A status to answer requests with, by what is asked and the body; null to serve them.</summary>
    public Func<string, string, int?> Fault { get; set; } = (_, _) => null;

    public static async Task<FakeQdrant> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = 32 * 1024 * 1024;
        });
        builder.Services.AddRoutingCore();
        var qdrant = new FakeQdrant(builder.Build());
        await qdrant._app.StartAsync();
        return qdrant;
    }

    /// <summary>How many points a collection has.</summary>
    public int Count(string collection = "code_patterns")
    {
        lock (_lock)
        {
            return _points[collection].Count;
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var asked = $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}";
        Requests.Enqueue(asked);
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync();
        var (status, result) = Serve(context, asked, text);
        var body = status == 200
            ? new JsonObject { ["result"] = result, ["status"] = "ok", ["time"] = 0.001 }
            : new JsonObject { ["status"] = new JsonObject { ["error"] = result }, ["time"] = 0.001 };
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body.ToJsonString());
    }

    private (int Status, JsonNode? Result) Serve(HttpContext context, string asked, string text)
    {
        if (ApiKey is { } key && context.Request.Headers["api-key"] != key)
        {
            return (401, "Must provide an API key or an Authorization bearer token");
        }

        if (Fault(asked, text) is { } status)
        {
            return (status, "Service internal error");
        }

        try
        {
            lock (_lock)
            {
                var body = text.Length > 0 ? JsonNode.Parse(text)!.AsObject() : [];
                string[] path = [.. context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries)];
                var name = path[1];
                var isThere = _vectors.ContainsKey(name);
                return (context.Request.Method, path[2..]) switch
                {
                    ("PUT", []) => isThere ? (409, $"Wrong input: Collection `{name}` already exists!") : (200, Create(name, body)),
                    _ when !isThere => (404, $"Not found: Collection `{name}` doesn't exist!"),
                    ("GET", []) => (200, new JsonObject { ["status"] = "green", ["config"] = new JsonObject { ["params"] = new JsonObject { ["vectors"] = _vectors[name].DeepClone() } } }),
                    ("PUT", ["points"]) => (200, Upsert(name, body)),
                    ("POST", ["points"]) => (200, Retrieve(name, body)),
                    ("POST", ["points", "batch"]) => (200, new JsonArray([.. body["operations"]!.AsArray().Select(operation => SetPayload(name, operation!["set_payload"]!.AsObject()))])),
                    ("POST", ["points", "query", "batch"]) => (200, new JsonArray([.. body["searches"]!.AsArray().Select(search => Query(name, search!.AsObject()))])),
                    _ => (404, ""),
                };
            }
        }
        catch (Exception e) when (e is FormatException or JsonException or NullReferenceException or InvalidOperationException)
        {
            return (400, $"Wrong input: {e.Message}");
        }
    }

    private static JsonObject Completed() => new() { ["operation_id"] = 1, ["status"] = "completed" };

    private JsonValue Create(string name, JsonObject body)
    {
        _vectors.Add(name, body["vectors"]!.DeepClone().AsObject());
        _points.Add(name, []);
        return JsonValue.Create(true);
    }

    private JsonObject Upsert(string name, JsonObject body)
    {
        // The whole request is looked at before any of it is done.
        var points = body["points"]!.AsArray().Select(point => point!.AsObject()).ToList();
        foreach (var point in points)
        {
            Guid.Parse((string)point["id"]!);
            foreach (var (vector, values) in point["vector"]!.AsObject())
            {
                var size = (int)(_vectors[name][vector] ?? throw new FormatException($"Not existing vector name error: {vector}"))["size"]!;
                if (values!.AsArray().Count != size)
                {
                    throw new FormatException($"Vector dimension error: expected dim: {size}, got {values.AsArray().Count}");
                }
            }
        }

        foreach (var point in points)
        {
            _points[name][(string)point["id"]!] = point.DeepClone().AsObject();
        }

        return Completed();
    }

    private JsonArray Retrieve(string name, JsonObject body) => new([.. body["ids"]!.AsArray()
        .Select(id => _points[name].GetValueOrDefault((string)id!))
        .OfType<JsonObject>()
        .Select(point => new JsonObject { ["id"] = point["id"]!.DeepClone(), ["payload"] = point["payload"]!.DeepClone() })]);

    private JsonObject SetPayload(string name, JsonObject operation)
    {
        foreach (var id in operation["points"]!.AsArray())
        {
            // Points that are not there are passed over, as Qdrant does.
            if (_points[name].GetValueOrDefault((string)id!) is { } point)
            {
                foreach (var (field, value) in operation["payload"]!.AsObject())
                {
                    point["payload"]![field] = value?.DeepClone();
                }
            }
        }

        return Completed();
    }

    private JsonObject Query(string name, JsonObject search)
    {
        var query = search["query"].Deserialize<float[]>()!;
        var vector = (string)search["using"]!;
        var found = _points[name].Values
            .Select(point => (Point: point, Score: TensorPrimitives.CosineSimilarity<float>(query, point["vector"]![vector].Deserialize<float[]>()!)))
            .OrderByDescending(hit => hit.Score)
            .Take((int)search["limit"]!)
            .Select(hit => new JsonObject
            {
                ["id"] = hit.Point["id"]!.DeepClone(),
                ["version"] = 1,
                ["score"] = hit.Score,
                ["payload"] = (bool)search["with_payload"]! ? hit.Point["payload"]!.DeepClone() : null,
            });
        return new JsonObject { ["points"] = new JsonArray([.. found]) };
    }
}
