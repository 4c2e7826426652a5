namespace BatchMigrate.Retrying;

/// <summary>How often one item has been sent again, by why.</summary>
internal struct RetryCount
{
    internal int Errors;
    internal int Waits;
}

/// <summary>What is done about a failed attempt: wait and send again, or fail, and then perhaps with a word on why no more was tried.</summary>
internal readonly record struct RetryVerdict(TimeSpan? Delay, string? GaveUpBecause = null, BatchFailureKind Kind = BatchFailureKind.Unknown);

/// <summary>
/// Decides about retries. Waits are "full jitter" (Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015), or what the provider asks for.
/// </summary>
internal sealed class RetryLoop(RetryOptions? options, bool isModelCall)
{
    // Timers and clocks are some milliseconds off: a retry that is early is a retry that is lost.
    internal static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(20);

    // So often an item waits just as long as it is asked to. If it is still rejected then the hints are too short, and would use up its budget in no time.
    private const int BelievedHints = 3;

    private readonly RetryOptions _options = options ?? RetryOptions.Default;
    private readonly bool _isExplicit = options is not null;

    internal RetryOptions Options => _options;

    /// <summary>Whether anything is sent again at all, and whether account failures stop the run: not where an operation may be more than a call.</summary>
    internal bool IsOn => _isExplicit || isModelCall;

    internal RetryVerdict Decide(BatchFailure failure, bool clientLeavesRetries, ref RetryCount count)
    {
        var isWait = failure.Kind == BatchFailureKind.RateLimited || (failure.Kind == BatchFailureKind.Capacity && failure.RetryAfter is not null);
        var isError = !isWait && failure.Kind is BatchFailureKind.Transient or BatchFailureKind.Capacity;
        if (!IsOn || !(isWait || (isError && (_isExplicit || clientLeavesRetries))))
        {
            return default;
        }

        if (failure.RetryAfter > _options.MaxRetryAfter)
        {
            return new(null, $"The provider asks to wait {failure.RetryAfter}, longer than the {_options.MaxRetryAfter} that are allowed.");
        }

        ref var used = ref isWait ? ref count.Waits : ref count.Errors;
        var most = isWait ? _options.MaxRateLimitRetries : _options.MaxErrorRetries;
        if (used >= most)
        {
            return most == 0 ? default : new(null, $"It was sent again {used} times after {(isWait ? "rate limits" : "passing failures")}, as often as is allowed.");
        }

        used++;
        return new(failure.RetryAfter is { } asked ? Longer(asked + Margin, used > BelievedHints ? BackOff(used - BelievedHints - 1) : default) : BackOff(used - 1), null, failure.Kind);
    }

    private static TimeSpan Longer(TimeSpan left, TimeSpan right) => left > right ? left : right;

    /// <summary>The wait before a retry that nobody has named.</summary>
    /// <param name="retry">The number of the retry, from zero.</param>
    internal TimeSpan BackOff(int retry)
    {
        var most = Math.Min(_options.MaxDelay.TotalMilliseconds, _options.BaseDelay.TotalMilliseconds * Math.Pow(2, Math.Min(retry, 60)));
        return TimeSpan.FromMilliseconds(_options.Jitter() * most);
    }
}
