namespace BatchMigrate.Packing;

/// <summary>A number of items with their tokens: what a pack holds, or the most that one may hold.</summary>
internal readonly record struct PackSize(int Items, long Tokens)
{
    internal static PackSize Unlimited { get; } = new(int.MaxValue, long.MaxValue);

    /// <summary>What a user has set, and for the rest what is known.</summary>
    internal static PackSize Of(PackLimits? given, PackSize known) => new(given?.MaxItems ?? known.Items, given?.MaxTokens ?? known.Tokens);

    /// <summary>Whether a pack of this size takes another item. An empty one takes any.</summary>
    internal bool Takes(long tokens, PackSize most) => Items == 0 || (!IsFull(most) && tokens <= most.Tokens - Tokens);

    /// <summary>Whether nothing more goes into a pack of this size.</summary>
    internal bool IsFull(PackSize most) => Items >= most.Items || Tokens >= most.Tokens;

    internal PackSize With(long tokens) => new(Items + 1, tokens > long.MaxValue - Tokens ? long.MaxValue : Tokens + tokens);

    /// <summary>A smaller limit after a pack was refused that is taken in halves. Which of the two was exceeded nobody says: the one that it came nearer to.</summary>
    /// <param name="refused">The pack.</param>
    /// <param name="half">The larger one of its halves.</param>
    internal PackSize After(PackSize refused, PackSize half) => (double)refused.Items / Items >= (double)refused.Tokens / Tokens
        ? this with { Items = Math.Min(Items, half.Items) }
        : this with { Tokens = Math.Min(Tokens, half.Tokens) };
}
