using System.Collections.Immutable;

namespace BatchMigrate.Analyzers.Catalog;

/// <summary>The calls of Qdrant's client, which older versions declare on the class alone.</summary>
internal static class QdrantCalls
{
    private static readonly ImmutableArray<(string, string)> OfAnySearch =
    [
        ("filter", "Filter"), ("searchParams", "Params"), ("limit", "Limit"), ("offset", "Offset"), ("scoreThreshold", "ScoreThreshold"), ("payloadSelector", "WithPayload"), ("vectorsSelector", "WithVectors"),
        ("shardKeySelector", "ShardKeySelector"),
    ];

    // The client asks for ten points and, in a search, for their payloads unless told otherwise; the objects ask for neither.
    private static readonly ListCall Searches = new("SearchBatchAsync", "searches", "Qdrant.Client.Grpc.SearchPoints")
    {
        GivesOutcomes = true,
        Result = "Result",
        Members = [("vector", "Vector"), ("vectorName", "VectorName"), .. OfAnySearch],
        Defaults = [("limit", "Limit = 10"), ("payloadSelector", "WithPayload = true")],
    };

    private static readonly ListCall Queries = new("QueryBatchAsync", "queries", "Qdrant.Client.Grpc.QueryPoints")
    {
        GivesOutcomes = true,
        Result = "Result",
        Members = [("query", "Query"), ("usingVector", "Using"), ("lookupFrom", "LookupFrom"), .. OfAnySearch],
        Defaults = [("limit", "Limit = 10")],
        Required = ["payloadSelector"],
    };

    private static readonly ListCall Payloads = new("UpdateBatchAsync", "operations", "Qdrant.Client.Grpc.PointsUpdateOperation")
    {
        Members = [("payload", "SetPayload.Payload"), ("id", "SetPayload.PointsSelector.Points.Ids"), ("shardKeySelector", "SetPayload.ShardKeySelector")],
    };

    public static IEnumerable<CallEntry> Entries { get; } = new[] { "Qdrant.Client.IQdrantClient", "Qdrant.Client.QdrantClient" }.SelectMany(static client => new[]
    {
        Call(client, "UpsertAsync", "points", CallKind.StoreWrite),
        Call(client, "DeleteAsync", "id", CallKind.StoreWrite),
        Call(client, "SetPayloadAsync", "id", CallKind.StoreWrite) with { Many = Payloads },
        Call(client, "SearchAsync", "vector", CallKind.StoreSearch) with { Many = Searches },
        Call(client, "QueryAsync", "query", CallKind.StoreSearch) with { Many = Queries },
    });

    private static CallEntry Call(string client, string method, string request, CallKind kind) => new(client, method, client, request, null, null, "RunAsync", []) { Kind = kind };
}
