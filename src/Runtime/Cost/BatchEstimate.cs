namespace BatchMigrate;

/// <summary>What a batch is expected to take, before anything is sent.</summary>
/// <param name="Items">The number of inputs.</param>
/// <param name="Requests">The requests: one for each input that needs one, or for each pack of them where requests serve several.</param>
/// <param name="Low">The fewest tokens that are likely, of prompts and of answers.</param>
/// <param name="High">The most tokens that are likely; certain for answers where every request bounds them.</param>
/// <param name="CostLow">What <paramref name="Low"/> costs; null where the price of a model is not known.</param>
/// <param name="CostHigh">What <paramref name="High"/> costs; null where the price of a model is not known.</param>
/// <param name="TimeAtLimit">
/// The least time that <see cref="BatchOptions.RateLimit"/> leaves for the requests and the fewest tokens; null where no limit is set. How long the answers take is not in it.
/// </param>
public sealed record BatchEstimate(int Items, int Requests, TokenEstimate Low, TokenEstimate High, decimal? CostLow, decimal? CostHigh, TimeSpan? TimeAtLimit);
