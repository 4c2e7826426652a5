namespace BatchMigrate;

/// <summary>The tokens that the provider says it has counted, for one item or for a whole batch.</summary>
/// <param name="InputTokens">Tokens of the prompts, cached ones included.</param>
/// <param name="OutputTokens">Tokens of the answers.</param>
/// <param name="TotalTokens">The provider's own total.</param>
/// <param name="CachedInputTokens">The part of <paramref name="InputTokens"/> that the provider took from its prompt cache.</param>
public readonly record struct BatchUsage(long InputTokens, long OutputTokens, long TotalTokens, long CachedInputTokens = 0)
{
    /// <summary>Adds two counts, part by part.</summary>
    /// <param name="left">One count.</param>
    /// <param name="right">The other count.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="OverflowException">A part of the sum is larger than <see cref="long.MaxValue"/>.</exception>
    public static BatchUsage operator +(BatchUsage left, BatchUsage right) => checked(new(
        left.InputTokens + right.InputTokens,
        left.OutputTokens + right.OutputTokens,
        left.TotalTokens + right.TotalTokens,
        left.CachedInputTokens + right.CachedInputTokens));

    /// <summary>Adds two counts, part by part.</summary>
    /// <param name="left">One count.</param>
    /// <param name="right">The other count.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="OverflowException">A part of the sum is larger than <see cref="long.MaxValue"/>.</exception>
    public static BatchUsage Add(BatchUsage left, BatchUsage right) => left + right;
}
