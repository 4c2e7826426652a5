namespace SimulatedProvider;

/// <summary>How the simulated 24-hour service works. Without any setting a batch is done as soon as somebody asks for it. Times are by <see cref="SimulatedProviderOptions.TimeProvider"/>.</summary>
public sealed record BatchServiceOptions
{
    /// <summary>How long a batch is <c>validating</c>.</summary>
    public TimeSpan ValidationTime { get; init; }

    /// <summary>How long a valid batch is <c>in_progress</c>. One that would take longer than its 24 hours expires.</summary>
    public TimeSpan RunTime { get; init; }

    /// <summary>How long a batch is <c>finalizing</c>.</summary>
    public TimeSpan FinalizingTime { get; init; }

    /// <summary>How long a cancelled batch is <c>cancelling</c>.</summary>
    public TimeSpan CancellingTime { get; init; }

    /// <summary>The share of requests, 0 to 1, that are done when a batch expires or is cancelled.</summary>
    public double FinishedShare { get; init; } = 0.5;

    /// <summary>The most requests in one batch.</summary>
    public int MaxRequests { get; init; } = 50_000;

    /// <summary>Sees the lines of each file of results before it is written, and gives those to write: a test damages them with it.</summary>
    public Func<IReadOnlyList<string>, IEnumerable<string>>? Lines { get; init; }

    /// <summary>The first setting that is wrong, in words, or <see langword="null"/>.</summary>
    internal string? FindMistake()
    {
        TimeSpan[] times = [ValidationTime, RunTime, FinalizingTime, CancellingTime];
        return times.Any(time => time < TimeSpan.Zero) ? "The times of the batch service must not be negative."
            : FinishedShare is not (>= 0 and <= 1) ? $"{nameof(FinishedShare)} must be 0 to 1."
            : MaxRequests < 1 ? $"{nameof(MaxRequests)} must be positive."
            : null;
    }
}

/// <summary>What the 24-hour service has seen since the provider started or was last reset: a snapshot.</summary>
public sealed record BatchServiceCounters
{
    /// <summary>Files that were uploaded.</summary>
    public int Uploads { get; init; }

    /// <summary>Batches that were created, refused ones included.</summary>
    public int Batches { get; init; }

    /// <summary>Requests that were answered with 200 in batches that have ended: those that are billed.</summary>
    public int Answered { get; init; }
}
