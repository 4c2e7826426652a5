using Microsoft.Extensions.Logging;

namespace BatchMigrate;

/// <summary>How requests are given to the provider's 24-hour service and fetched from it. An instance does not change and may be shared, except that a <see cref="ResumeFile"/> belongs to one list.</summary>
public sealed class ProviderBatchOptions
{
    // Timers take no longer waits than this.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(int.MaxValue);

    internal static ProviderBatchOptions Default { get; } = new();

    /// <summary>
    /// A file that notes what has been uploaded and created, so that the same call with the same requests, after a crash or in another process, goes on with the batches that are there and pays for
    /// none twice. Made where it does not exist; its directory must exist. It holds ids and no requests. Default none. Delete it to submit the same requests anew.
    /// </summary>
    public string? ResumeFile { get; init; }

    /// <summary>The first wait between two looks at the status; each further one is half as long again. Default 10 seconds. Waits vary by a fifth, so that many programs do not ask at once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive or longer than 24 days.</exception>
    public TimeSpan PollInterval
    {
        get;
        init => field = Wait(value, nameof(PollInterval));
    } = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait between two looks at the status. Default 5 minutes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive or longer than 24 days.</exception>
    public TimeSpan MaxPollInterval
    {
        get;
        init => field = Wait(value, nameof(MaxPollInterval));
    } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How many looks at the status in a row may fail by a lost connection, a rate limit or an error of the server before waiting fails with it. Default 20: with the other defaults more than an hour.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int MaxPollFailures
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(MaxPollFailures));
            field = value;
        }
    } = 20;

    /// <summary>The time in which the provider has to be done, in its own words. Default <c>24h</c>, the only one that OpenAI knows.</summary>
    /// <exception cref="ArgumentException">The value is null or empty.</exception>
    public string CompletionWindow
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrEmpty(value, nameof(CompletionWindow));
            field = value;
        }
    } = "24h";

    /// <summary>Names and values that the provider keeps with each batch; at most 15, for one is needed to find the batches again. Default none.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="ArgumentException">There are more than 15, or one is named <c>batchmigrate</c>.</exception>
    public IReadOnlyDictionary<string, string> Metadata
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Metadata));
            if (value.Count > 15 || value.ContainsKey(ProviderBatches.SubmissionNote.Key))
            {
                throw new ArgumentException($"There can be 15 pairs of metadata, none of them named '{ProviderBatches.SubmissionNote.Key}'.", nameof(Metadata));
            }

            field = value;
        }
    } = new Dictionary<string, string>();

    /// <summary>The most requests in one file; more of them become several batches. Default 50,000, the limit of OpenAI.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int MaxRequestsPerFile
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MaxRequestsPerFile));
            field = value;
        }
    } = 50_000;

    /// <summary>The most bytes in one file. Default 200,000,000, the limit of OpenAI. An item whose request alone is larger fails, and no other one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public long MaxFileBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MaxFileBytes));
            field = value;
        }
    } = 200_000_000;

    /// <summary>How long the upload of one file may take. Default 30 minutes: 200 MB on a slow line. It takes the place of the client's own network timeout, which is meant for short requests.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive or longer than 24 days.</exception>
    public TimeSpan UploadTimeout
    {
        get;
        init => field = Wait(value, nameof(UploadTimeout));
    } = TimeSpan.FromMinutes(30);

    /// <summary>When uploads, downloads and other single calls of the service are made again. Default null: <see cref="RetryOptions"/> with its defaults. The client's own retries are not used for them.</summary>
    public RetryOptions? Retry { get; init; }

    /// <summary>The list prices of models. Default <see cref="ModelPricing.BuiltIn"/>.</summary>
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

    /// <summary>What the service costs as a part of <see cref="Pricing"/>. Default 0.5: half the list price, as at OpenAI.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public decimal PriceFactor
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(PriceFactor));
            field = value;
        }
    } = 0.5m;

    /// <summary>Hears of every look at the status while a batch is waited for. Default none. An exception that it throws is logged and does not touch the batch.</summary>
    public IProgress<ProviderBatchStatus>? Progress { get; init; }

    /// <summary>Where is logged what is created, found again, refused and ended, never prompts or answers. Default none.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>The clock for the waits. Default <see cref="TimeProvider.System"/>.</summary>
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

    /// <summary>Random numbers from 0 to 1 for the waits.</summary>
    internal Func<double> Jitter { get; init; } = Random.Shared.NextDouble;

    private static TimeSpan Wait(TimeSpan value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LongestWait, name);
        return value;
    }
}
