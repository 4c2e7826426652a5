namespace BatchMigrate.Limiting;

/// <summary>Calls outside of batches that share a limit with them: each waits for its turn, and what it used is counted.</summary>
internal sealed class LimitedCalls(RateLimit limit, ITokenEstimator? estimator, TimeProvider? timeProvider)
{
    private readonly TokenGuess _guess = new(estimator ?? CalibratingTokenEstimator.Shared);
    private readonly Limiter _limiter = (limit ?? throw new ArgumentNullException(nameof(limit))).LimiterFor(timeProvider ?? TimeProvider.System);

    /// <summary>Waits until a call may start; null where there is nothing to wait for and nothing to count.</summary>
    internal async Task<(Reservation Reservation, TokenRequest Size)?> StartAsync(Func<TokenRequest> describe, CancellationToken cancellationToken)
    {
        if (_limiter.IsOpen)
        {
            return null;
        }

        var size = describe();
        var reservation = new Reservation(_limiter.LimitsTokens ? _guess.Estimate(size) : default);
        if (!_limiter.TryAcquire(reservation))
        {
            await _limiter.AcquireAsync(reservation, cancellationToken).ConfigureAwait(false);
        }

        return (reservation, size);
    }

    /// <summary>Ends a call that has brought an answer.</summary>
    internal void End((Reservation Reservation, TokenRequest Size)? call, BatchUsage? usage)
    {
        if (call is { } started && usage is { } used)
        {
            _guess.Learn(started.Size, used);
            _limiter.Settle(started.Reservation, new TokenEstimate(used.InputTokens, used.OutputTokens), null);
        }
    }
}
