namespace BatchMigrate;

/// <summary>What a model's tokens cost, in the currency of your choice: the built-in prices are US dollars.</summary>
/// <param name="InputPerMillion">The price of a million tokens of prompts.</param>
/// <param name="OutputPerMillion">The price of a million tokens of answers.</param>
/// <param name="CachedInputPerMillion">The price of a million tokens of prompts that the provider took from its cache; null where they cost as much as others.</param>
public sealed record ModelPrice(decimal InputPerMillion, decimal OutputPerMillion, decimal? CachedInputPerMillion = null)
{
    /// <summary>What an amount of tokens costs.</summary>
    /// <param name="usage">The tokens.</param>
    /// <returns>The cost.</returns>
    public decimal CostOf(BatchUsage usage)
    {
        var cached = Math.Min(usage.CachedInputTokens, usage.InputTokens);
        return (((usage.InputTokens - cached) * InputPerMillion)
            + (cached * (CachedInputPerMillion ?? InputPerMillion))
            + (usage.OutputTokens * OutputPerMillion)) / 1_000_000m;
    }
}
