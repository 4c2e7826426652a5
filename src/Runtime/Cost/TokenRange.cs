namespace BatchMigrate.Cost;

/// <summary>The least and the most that an estimate may mean: a guess by length is some fifth off, and an answer may be half or twice as long as those before it.</summary>
internal readonly record struct TokenRange(TokenEstimate Low, TokenEstimate High)
{
    internal static TokenRange Around(TokenEstimate estimate, int? maxOutputTokens) => new(
        new((long)(estimate.InputTokens * 0.8), Math.Min(estimate.OutputTokens / 2, maxOutputTokens ?? long.MaxValue)),
        // Where the request bounds its answer the bound is certain.
        new((long)Math.Ceiling(estimate.InputTokens * 1.25), maxOutputTokens ?? estimate.OutputTokens * 2));

    internal static BatchUsage AsUsage(TokenEstimate tokens) => new(tokens.InputTokens, tokens.OutputTokens, tokens.InputTokens + tokens.OutputTokens);
}
