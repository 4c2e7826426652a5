using PatternStore.Storing;

namespace PatternStore.Http;

/// <summary>How many items came out how.</summary>
/// <param name="Total">All.</param>
/// <param name="Successful">Those that are done.</param>
/// <param name="Failed">Those that are not; <c>errors</c> has one entry for each.</param>
public sealed record Summary(int Total, int Successful, int Failed)
{
    /// <summary><c>success</c> when all are done, <c>partial</c> when some are, <c>failed</c> when none is.</summary>
    internal string Status => Failed == 0 ? "success" : Successful == 0 ? "failed" : "partial";
}

/// <summary>A pattern that was not stored.</summary>
/// <param name="Index">Its place in the request.</param>
/// <param name="Pattern">The pattern as it was sent.</param>
/// <param name="Error">Why not.</param>
public sealed record StoreError(int Index, NewPattern Pattern, string Error);

/// <summary>What became of the patterns.</summary>
/// <param name="Status"><c>success</c>, <c>partial</c> or <c>failed</c>.</param>
/// <param name="Summary">How many were stored.</param>
/// <param name="Ids">The id of each pattern, in the order of the request; null where it was not stored.</param>
/// <param name="Errors">The patterns that were not stored.</param>
public sealed record StoreResponse(string Status, Summary Summary, IReadOnlyList<Guid?> Ids, IReadOnlyList<StoreError> Errors);

/// <summary>A pattern was stored.</summary>
/// <param name="Status"><c>success</c>.</param>
/// <param name="Id">Its id.</param>
public sealed record StoredResponse(string Status, Guid Id);

/// <summary>A pattern that was found.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Description">What it does.</param>
/// <param name="Code">The code.</param>
/// <param name="Language">The programming language.</param>
/// <param name="Score">How near it is: the cosine, -1 to 1.</param>
/// <param name="Metadata">Its metrics, and what else is known about it.</param>
public sealed record FoundPattern(Guid Id, string Description, string Code, string Language, float Score, PatternMetadata Metadata)
{
    internal static FoundPattern Of(PatternMatch match) =>
        new(match.Pattern.Id, match.Pattern.Description, match.Pattern.Code, match.Pattern.Language, match.Score, match.Pattern.Metadata);
}

/// <summary>What was found for one query.</summary>
/// <param name="Query">What was searched for.</param>
/// <param name="Ids">The ids of what was found, the nearest first.</param>
/// <param name="Results">What was found, the nearest first; nothing for a query that failed.</param>
public sealed record QueryResponse(string Query, IReadOnlyList<Guid> Ids, IReadOnlyList<FoundPattern> Results);

/// <summary>A query that was not searched for.</summary>
/// <param name="Index">Its place in the request.</param>
/// <param name="Query">The query as it was sent.</param>
/// <param name="Error">Why not.</param>
public sealed record SearchError(int Index, string Query, string Error);

/// <summary>What was found.</summary>
/// <param name="Status"><c>success</c>, <c>partial</c> or <c>failed</c>.</param>
/// <param name="Summary">How many queries were searched for.</param>
/// <param name="BatchResults">What was found for each query, in the order of the request.</param>
/// <param name="Errors">The queries that were not searched for.</param>
public sealed record BatchSearchResponse(string Status, Summary Summary, IReadOnlyList<QueryResponse> BatchResults, IReadOnlyList<SearchError> Errors);

/// <summary>An update that was not made.</summary>
/// <param name="Index">Its place in the request.</param>
/// <param name="Id">The pattern.</param>
/// <param name="Error">Why not.</param>
public sealed record UpdateError(int Index, Guid Id, string Error);

/// <summary>Metrics were changed.</summary>
/// <param name="Status"><c>success</c>.</param>
/// <param name="Summary">How many changes were made.</param>
/// <param name="Ids">The pattern of each change, in the order of the request.</param>
/// <param name="Errors">Empty: changes are made all together or not at all.</param>
public sealed record UpdateResponse(string Status, Summary Summary, IReadOnlyList<Guid> Ids, IReadOnlyList<UpdateError> Errors);

/// <summary>The metrics of a pattern were changed.</summary>
/// <param name="Status"><c>success</c>.</param>
/// <param name="Id">The pattern.</param>
public sealed record UpdatedResponse(string Status, Guid Id);
