using BatchMigrate.Cost;
using Microsoft.Extensions.Logging;

namespace BatchMigrate;

/// <summary>How a batch is sent. An instance does not change and may be shared by any number of batches.</summary>
public sealed class BatchOptions
{
    // Timers take no longer waits than this.
    private static readonly TimeSpan LongestPacing = TimeSpan.FromMilliseconds(int.MaxValue);

    private readonly int? _maxConcurrency;

    /// <summary>Makes options that are all at their defaults.</summary>
    public BatchOptions()
    {
    }

    /// <summary>A copy, for forms that change some of what they were given.</summary>
    internal BatchOptions(BatchOptions other)
    {
        _maxConcurrency = other._maxConcurrency;
        Pacing = other.Pacing;
        AdaptiveConcurrency = other.AdaptiveConcurrency;
        Retry = other.Retry;
        RateLimit = other.RateLimit;
        TokenEstimator = other.TokenEstimator;
        Pricing = other.Pricing;
        MaxCost = other.MaxCost;
        Checkpoint = other.Checkpoint;
        StreamOrder = other.StreamOrder;
        OnFailure = other.OnFailure;
        Timeouts = other.Timeouts;
        Pack = other.Pack;
        Progress = other.Progress;
        LoggerFactory = other.LoggerFactory;
        CancellationGrace = other.CancellationGrace;
        TimeProvider = other.TimeProvider;
        SharedCosts = other.SharedCosts;
    }

    internal static BatchOptions Default { get; } = new();

    /// <summary>The largest number of requests under way at the same time. Default 10; 1 sends them one after another.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int MaxConcurrency
    {
        get => _maxConcurrency ?? 10;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MaxConcurrency));
            _maxConcurrency = value;
        }
    }

    /// <summary><see cref="MaxConcurrency"/> where it was set, for forms with another default.</summary>
    internal int? GivenConcurrency => _maxConcurrency;

    /// <summary>The smallest time between the starts of two requests. Default zero: no pacing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or longer than 24 days.</exception>
    public TimeSpan Pacing
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero, nameof(Pacing));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LongestPacing, nameof(Pacing));
            field = value;
        }
    }

    /// <summary>
    /// Whether fewer requests are sent at a time while the provider rejects them (429, 503) or does not answer in time, and more again, up to
    /// <see cref="MaxConcurrency"/>, while it does not. Default true.
    /// </summary>
    public bool AdaptiveConcurrency { get; init; } = true;

    /// <summary>
    /// When a request is sent again. Default null, which is right for most: <see cref="RetryOptions"/> says what it means. <see cref="RetryOptions.None"/> sends every
    /// request once.
    /// </summary>
    public RetryOptions? Retry { get; init; }

    /// <summary>The provider's limits of requests and tokens a minute. Default none: they are learned from the replies' headers. Share the instance to share the limit.</summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>Guesses tokens for <see cref="RateLimit"/> and <see cref="Pack"/> before a request is sent. Default <see cref="CalibratingTokenEstimator.Shared"/>.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public ITokenEstimator TokenEstimator
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(TokenEstimator));
            field = value;
        }
    } = CalibratingTokenEstimator.Shared;

    /// <summary>The prices of models. Default <see cref="ModelPricing.BuiltIn"/>.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public ModelPricing Pricing
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Pricing));
            field = value;
        }
    } = ModelPricing.BuiltIn;

    /// <summary>
    /// The most that the batch may cost, in the currency of <see cref="Pricing"/>. Default null: no bound. A request starts only if it fits at its dearest, by an estimate of
    /// its prompt and by its own limit of output tokens; where that has none, the estimate of its answer is doubled, and a longer one may cross the bound.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public decimal? MaxCost
    {
        get;
        init
        {
            if (value is { } most)
            {
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most, nameof(MaxCost));
            }

            field = value;
        }
    }

    /// <summary>A file that keeps answers as they come, so that a batch that did not end asks only for what is missing. For chat requests and embeddings. Default none.</summary>
    public BatchCheckpoint? Checkpoint { get; init; }

    /// <summary>
    /// How much goes into one request where requests serve several items. Default null: for embeddings as much as the model's provider takes, as far as that is known, for items of chat
    /// requests 15 of them and 25,000 tokens; <see cref="PackLimits"/> has the table.
    /// </summary>
    public PackLimits? Pack { get; init; }

    /// <summary>In which order the streaming forms hand out their items. Default <see cref="BatchOrder.Input"/>.</summary>
    public BatchOrder StreamOrder { get; init; }

    /// <summary>What failed items mean for the rest of the batch. Default <see cref="FailureMode.Collect"/>.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public FailureMode OnFailure
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(OnFailure));
            field = value;
        }
    } = FailureMode.Collect;

    /// <summary>How long an attempt, an item and the batch may take. Default no limits.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public BatchTimeouts Timeouts
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Timeouts));
            field = value;
        }
    } = BatchTimeouts.None;

    /// <summary>
    /// Hears of every item that ends, and once more at the end of the batch (<see cref="BatchProgress.IsFinal"/>). Default none.
    /// Called by one thread at a time, on threads of the thread pool; an exception that it throws is logged and does not touch the batch.
    /// </summary>
    public IProgress<BatchProgress>? Progress { get; init; }

    /// <summary>Where the batch logs its start, its end and failed items, never prompts or answers. Default none.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>What keeps several batches below one <see cref="MaxCost"/>; null where each has its own.</summary>
    internal CostGuard? SharedCosts { get; init; }

    /// <summary>How long calls that have been cancelled may take to unwind before they are left to themselves.</summary>
    internal TimeSpan CancellationGrace { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The clock for pacing and for elapsed times. Default <see cref="TimeProvider.System"/>.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public TimeProvider TimeProvider
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(TimeProvider));
            field = value;
        }
    } = TimeProvider.System;
}
