using System.Text.Json;

namespace PatternStore.Storing;

/// <summary>The shapes of Qdrant's HTTP API that the store uses; the API names fields in snake case.</summary>
internal static class QdrantProtocol
{
    /// <summary>How they are written and read.</summary>
    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Every answer.</summary>
    public sealed record Reply<T>(T? Result);

    /// <summary>An answer that something failed.</summary>
    public sealed record Failure(FailureStatus? Status);

    public sealed record FailureStatus(string? Error);

    public sealed record Collection(CollectionConfig Config);

    public sealed record CollectionConfig(CollectionParameters Params);

    /// <summary>The vectors of each point by their names, or, of a collection made by somebody else, one without a name.</summary>
    public sealed record CollectionParameters(JsonElement Vectors);

    public sealed record NewCollection(Dictionary<string, VectorParameters> Vectors);

    public sealed record VectorParameters(int Size, string Distance);

    public sealed record Point(Guid Id, Dictionary<string, ReadOnlyMemory<float>> Vector, Payload Payload);

    public sealed record Payload(string Description, string Code, string Language, string? Category, double? SuccessRate, long UsageCount, DateTimeOffset? LastUsed, Dictionary<string, JsonElement>? Other);

    public sealed record QueryBatch(IEnumerable<Query> Searches);

    /// <param name="Vector">The vector to search for, which the API calls the query.</param>
    /// <param name="Using">The name of the points' vector to compare it with.</param>
    /// <param name="Limit">The most points to find.</param>
    /// <param name="WithPayload">Whether they come with their payloads.</param>
    public sealed record Query([property: System.Text.Json.Serialization.JsonPropertyName("query")] ReadOnlyMemory<float> Vector, string Using, int Limit, bool WithPayload = true);

    public sealed record QueryResult(IReadOnlyList<ScoredPoint> Points);

    public sealed record ScoredPoint(Guid Id, float Score, Payload Payload);

    public sealed record IdQuery(IEnumerable<Guid> Ids, bool WithPayload = true);

    public sealed record StoredPoint(Guid Id, Payload Payload);

    public sealed record Operations([property: System.Text.Json.Serialization.JsonPropertyName("operations")] IEnumerable<Operation> All);

    public sealed record Operation(SetPayload SetPayload);

    /// <param name="Payload">What changes; what is null stays.</param>
    /// <param name="Points">The points to change.</param>
    public sealed record SetPayload(ChangedPayload Payload, IEnumerable<Guid> Points);

    public sealed record ChangedPayload(long UsageCount, double? SuccessRate, DateTimeOffset? LastUsed);
}
