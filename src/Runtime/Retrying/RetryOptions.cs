namespace BatchMigrate;

/// <summary>When a request is sent again. An instance does not change and may be shared.</summary>
/// <remarks>
/// Without an instance (<see cref="BatchOptions.Retry"/> is null) there is still one retry loop and never two: rate limits are waited for, because the
/// batch itself brings them about; other passing failures are retried only where the client leaves that to the batch
/// (<see cref="OpenAIClientOptionsBatchExtensions.UseBatchMigrate"/>), because other clients have retried them already; and operations of
/// <see cref="Batch"/>, which may do more than one call, run once.
/// </remarks>
public sealed class RetryOptions
{
    internal static RetryOptions Default { get; } = new();

    /// <summary>Every request is sent once.</summary>
    public static RetryOptions None { get; } = new() { MaxErrorRetries = 0, MaxRateLimitRetries = 0 };

    /// <summary>How often an item is sent again after passing failures. Default 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int MaxErrorRetries
    {
        get;
        init => field = NotNegative(value, nameof(MaxErrorRetries));
    } = 3;

    /// <summary>How often an item is sent again after rate limits, which are not its fault. Default 20.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int MaxRateLimitRetries
    {
        get;
        init => field = NotNegative(value, nameof(MaxRateLimitRetries));
    } = 20;

    /// <summary>The upper end of the first back-off, doubled for each further one of the item; the wait is a random part of it (full jitter). Default half a second.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive or longer than a day.</exception>
    public TimeSpan BaseDelay
    {
        get;
        init => field = UpToADay(value, nameof(BaseDelay));
    } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest back-off. Default 30 seconds. Waits that the provider names are bounded by <see cref="MaxRetryAfter"/> instead.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive or longer than a day.</exception>
    public TimeSpan MaxDelay
    {
        get;
        init => field = UpToADay(value, nameof(MaxDelay));
    } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The longest wait that the provider may ask for. Default 60 seconds. An item that is asked to wait longer fails with the provider's exception and says so in
    /// <see cref="BatchItem{T}.GaveUpBecause"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive or longer than a day.</exception>
    public TimeSpan MaxRetryAfter
    {
        get;
        init => field = UpToADay(value, nameof(MaxRetryAfter));
    } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Judges exceptions that the runtime does not know, such as those of another provider's library; null leaves the judgement to the runtime. Asked first, concurrently.
    /// An exception that it throws is ignored. Default none.
    /// </summary>
    public Func<Exception, BatchFailure?>? Classify { get; init; }

    /// <summary>Random numbers from 0 to 1 for the jitter.</summary>
    internal Func<double> Jitter { get; init; } = Random.Shared.NextDouble;

    private static int NotNegative(int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value, name);
        return value;
    }

    private static TimeSpan UpToADay(TimeSpan value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromDays(1), name);
        return value;
    }
}
