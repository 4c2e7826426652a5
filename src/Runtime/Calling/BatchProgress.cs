namespace BatchMigrate;

/// <summary>How far a batch is. Counts never go down from one report to the next, except <see cref="InFlight"/> and <see cref="Waiting"/>.</summary>
/// <param name="Total">The number of items; null while the source does not say and has not ended.</param>
/// <param name="Completed">Items that have ended: with a response, with an error, or because they needed no request.</param>
/// <param name="Failed">Those of them that ended with an error.</param>
/// <param name="Skipped">Those of them that needed no request.</param>
/// <param name="InFlight">Requests that have been started and have not ended.</param>
/// <param name="Elapsed">The time since the batch began.</param>
/// <param name="IsFinal">Whether this is the last report of the batch, after its last item, a cancellation or a failure of the source.</param>
public readonly record struct BatchProgress(int? Total, int Completed, int Failed, int Skipped, int InFlight, TimeSpan Elapsed, bool IsFinal)
{
    /// <summary>What items wait for that have been taken and have no request under way.</summary>
    public BatchWaiting Waiting { get; init; }

    /// <summary>How often the provider has rejected a request as one too many.</summary>
    public int RateLimited { get; init; }

    /// <summary>The tokens of the items that have ended, as the provider counted them.</summary>
    public BatchUsage Usage { get; init; }

    /// <summary>What the items that have ended have cost; null where the price of one of them is not known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Items of <see cref="Completed"/> whose answers were in the file of <see cref="BatchOptions.Checkpoint"/>. They take next to no time, so the rates leave them out.</summary>
    public int FromCheckpoint { get; init; }

    /// <summary>Items a second since the beginning, without those from a checkpoint; zero at the very beginning.</summary>
    public double ItemsPerSecond => Elapsed > TimeSpan.Zero ? (Completed - FromCheckpoint) / Elapsed.TotalSeconds : 0;

    /// <summary>The time that the rest takes at the rate so far; null while that cannot be told.</summary>
    public TimeSpan? TimeLeft => Total is { } total
        ? total == Completed ? TimeSpan.Zero : Completed > FromCheckpoint ? (total - Completed) * (Elapsed / (Completed - FromCheckpoint)) : null
        : null;
}

/// <summary>How many items wait, by what for.</summary>
/// <param name="Slot">For their turn, while fewer requests are sent at a time than <see cref="BatchOptions.MaxConcurrency"/>.</param>
/// <param name="Limit">For requests and tokens of the limit, or the end of a pause that the provider asked for.</param>
/// <param name="Retry">For their next attempt.</param>
/// <param name="Cost">For requests under way to tell what they cost, close to <see cref="BatchOptions.MaxCost"/>.</param>
public readonly record struct BatchWaiting(int Slot, int Limit, int Retry, int Cost)
{
    /// <summary>All of them.</summary>
    public int Total => Slot + Limit + Retry + Cost;
}
