namespace BatchMigrate.Packing;

/// <summary>Shares out the tokens of one request over its items.</summary>
internal static class UsageShares
{
    /// <summary>Parts in proportion to weights. Each count of all parts together is exactly that of the whole: a part ends where the rounded sum of weights up to it does.</summary>
    internal static BatchUsage[] Of(BatchUsage whole, IReadOnlyList<long> weights)
    {
        var sum = weights.Aggregate(Int128.Zero, (total, weight) => total + weight);
        var shares = new BatchUsage[weights.Count];
        var (before, after) = (Int128.Zero, Int128.Zero);
        for (var i = 0; i < shares.Length; i++)
        {
            // Where nothing is known about their sizes all are alike.
            after += sum == 0 ? 1 : weights[i];
            var (from, to, of) = (before, after, sum == 0 ? shares.Length : sum);
            var cached = Part(whole.CachedInputTokens);
            var input = cached + Part(whole.InputTokens - whole.CachedInputTokens);
            var output = Part(whole.OutputTokens);
            shares[i] = new BatchUsage(input, output, input + output + Part(whole.TotalTokens - whole.InputTokens - whole.OutputTokens), cached);
            before = after;

            long Part(long tokens) => (long)((tokens * to / of) - (tokens * from / of));
        }

        return shares;
    }
}
