using BatchMigrate;
using SqlDocs.Storing;

namespace SqlDocs.Indexing;

/// <summary>What documents would take, before anything is sent.</summary>
/// <param name="Items">Tables or relationships.</param>
/// <param name="Requests">Requests for descriptions and for embeddings, where none has to be repeated.</param>
/// <param name="FewestTokens">The fewest tokens that are likely.</param>
/// <param name="MostTokens">The most tokens that are likely.</param>
/// <param name="LowestCost">What the fewest cost in dollars; null where a price is not known.</param>
/// <param name="HighestCost">What the most cost in dollars; null where a price is not known.</param>
internal sealed record CostEstimate(long Items, long Requests, long FewestTokens, long MostTokens, decimal? LowestCost, decimal? HighestCost)
{
    // Four characters are about a token.
    private static readonly string LongestDescription = new('x', 4 * Provider.MostTokensOfDescription);

    /// <summary>Both together.</summary>
    public static CostEstimate operator +(CostEstimate one, CostEstimate other) => new(
        one.Items + other.Items,
        one.Requests + other.Requests,
        one.FewestTokens + other.FewestTokens,
        one.MostTokens + other.MostTokens,
        one.LowestCost + other.LowestCost,
        one.HighestCost + other.HighestCost);

    /// <summary>Estimates the items of a kind. They are read one page at a time, and nothing is sent.</summary>
    /// <param name="store">The items.</param>
    /// <param name="provider">The models.</param>
    /// <param name="kind">Which items.</param>
    /// <param name="options">What is to be done with them.</param>
    /// <param name="cancellationToken">Ends the estimate.</param>
    public static async Task<CostEstimate> OfAsync(DocumentStore store, Provider provider, ItemKind kind, RunOptions options, CancellationToken cancellationToken)
    {
        var isRebuild = options.Command == Command.Rebuild;
        var described = isRebuild && options.Descriptions ? ItemState.Indexed : ItemState.Found;
        var embedded = isRebuild ? ItemState.Indexed : ItemState.Described;
        var sending = provider.Sending();
        var chat = await provider.Chat.EstimateAsync(store.Read(kind, described), Provider.Question, provider.ChatOptions, sending, cancellationToken);

        // What is embedded holds a description that is not there yet.
        var shortest = await provider.Embeddings.EstimateAsync(store.Read(kind, embedded), item => item.Document, provider.EmbeddingOptions, sending, cancellationToken);
        var longest = await provider.Embeddings.EstimateAsync(store.Read(kind, embedded), item => item.DocumentWith(LongestDescription), provider.EmbeddingOptions, sending, cancellationToken);
        return new CostEstimate(
            longest.Items,
            chat.Requests + (long)longest.Requests,
            chat.Low.InputTokens + chat.Low.OutputTokens + shortest.Low.InputTokens,
            chat.High.InputTokens + chat.High.OutputTokens + longest.High.InputTokens,
            chat.CostLow + shortest.CostLow,
            chat.CostHigh + longest.CostHigh);
    }
}
