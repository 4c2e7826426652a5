using BatchMigrate.Checkpointing;
using BatchMigrate.Cost;
using BatchMigrate.Limiting;
using BatchMigrate.Retrying;
using BatchMigrate.Telemetry;

namespace BatchMigrate.Engine;

/// <summary>An attempt's right to start, and what it has taken for it.</summary>
internal readonly record struct Permit(int Generation, Reservation? Reservation = null, TokenRequest? Size = null, decimal SetAside = 0);

/// <summary>
/// What the items of one batch share: how many may start, what they wait for, and whether the batch goes on at all. Every attempt enters and leaves here.
/// </summary>
internal sealed class BatchFlow : IDisposable
{
    /// <summary>Why a request that serves several items is not sent again as it is.</summary>
    internal const string TooLarge = "The request may be larger than all that the provider grants in a minute.";

    // An estimate is up to a quarter too low.
    private const double Certain = 0.8;

    private readonly BatchOptions _options;
    private readonly TimeProvider _clock;
    private readonly ConcurrencyGate _gate;
    private readonly Limiter _limiter;
    private readonly RetryLoop _retries;
    private readonly CostGuard? _costs;
    private readonly TokenGuess _guess;
    private readonly bool _describesAll;
    private readonly CancellationTokenSource? _timeout;
    private readonly CancellationTokenSource? _operations;
    private readonly CancellationTokenSource _waits;
    private Exception? _stopError;
    private Exception? _lastError;

    internal BatchFlow(BatchOptions options, int? total, bool isModelCall, RateLimit? countedBy, CancellationToken cancellationToken, bool describesAll = false)
    {
        _options = options;
        _clock = options.TimeProvider;
        if (options.Checkpoint is { } checkpoint)
        {
            Checkpoint = isModelCall ? new CheckpointStore(checkpoint.Path) : throw new NotSupportedException($"{nameof(BatchOptions.Checkpoint)} is for chat requests and embeddings: what an operation does cannot be known by its content.");
        }

        _guess = new TokenGuess(options.TokenEstimator);
        _describesAll = describesAll;
        _gate = new ConcurrencyGate(options.MaxConcurrency, options.AdaptiveConcurrency);
        // What the client counts itself is not counted twice.
        _limiter = (options.RateLimit is { } limit && limit != countedBy ? limit : new RateLimit()).LimiterFor(_clock);
        _retries = new RetryLoop(options.Retry, isModelCall);
        _costs = options.SharedCosts ?? (options.MaxCost is { } most ? new CostGuard(most) : null);
        Monitor = new BatchMonitor(options, total);
        OperationToken = cancellationToken;
        if (options.Timeouts.Batch is { } time)
        {
            _timeout = new CancellationTokenSource(time, _clock);
            _operations = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _timeout.Token);
            OperationToken = _operations.Token;
            _timeout.Token.UnsafeRegister(
                static state => ((BatchFlow)state!).Stop(new BatchStoppedException(BatchStopReason.Timeout, $"The batch took longer than {((BatchFlow)state!)._options.Timeouts.Batch}.")), this);
        }

        _waits = CancellationTokenSource.CreateLinkedTokenSource(OperationToken);
        WaitToken = _waits.Token;
    }

    internal BatchMonitor Monitor { get; }

    /// <summary>Where answers are kept; null where they are not.</summary>
    internal CheckpointStore? Checkpoint { get; }

    /// <summary>Cancelled by the caller and at the end of the batch's time.</summary>
    internal CancellationToken OperationToken { get; }

    /// <summary>Cancelled also when the batch stops: what has not started need not wait any more.</summary>
    internal CancellationToken WaitToken { get; }

    /// <summary>Why nothing more is sent; null while the batch goes on.</summary>
    internal Exception? StopError => Volatile.Read(ref _stopError);

    /// <summary>Whether the batch takes the retries from clients that leave them.</summary>
    internal bool TakesRetries => _retries.IsOn;

    /// <summary>The most tokens for one request that the limits leave, as far as they are known: no wait helps a request that is larger than a minute's worth.</summary>
    internal long MostTokens => (long)Math.Clamp(_limiter.MostInputTokens * Certain, 1, long.MaxValue / 2);

    /// <summary>Whether the limits leave so many tokens for one request, prompt and answer, as far as they are known.</summary>
    internal bool Grants(TokenEstimate tokens) => _limiter.Grants(tokens, Certain);

    /// <summary>Guesses the tokens of a request.</summary>
    internal TokenEstimate Estimate(TokenRequest size) => _guess.Estimate(size);

    /// <summary>Starts an attempt at once, where there is nothing to wait for and nothing to count.</summary>
    internal bool TryEnter(out Permit permit)
    {
        permit = new Permit(_gate.Generation);
        return _costs is null && !_describesAll && _limiter.IsOpen && _gate.TryEnter();
    }

    /// <summary>Waits until an attempt may start: for a slot, then for the limits.</summary>
    /// <param name="describe">Tells the request's size.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<Permit> EnterAsync(Func<TokenRequest?> describe, CancellationToken cancellationToken)
    {
        var size = _describesAll || _limiter.LimitsTokens || _costs is not null ? describe() : null;
        var estimate = size is null ? default : _guess.Estimate(size);
        var setAside = _costs is null ? 0 : await SetAsideAsync(_costs, size, estimate, cancellationToken).ConfigureAwait(false);
        var entered = false;
        try
        {
            entered = _gate.TryEnter();
            if (!entered)
            {
                await WaitAsync(WaitReason.Slot, _gate.EnterAsync(cancellationToken)).ConfigureAwait(false);
                entered = true;
            }

            var reservation = new Reservation(estimate);
            if (!_limiter.TryAcquire(reservation))
            {
                await WaitAsync(WaitReason.Limit, _limiter.AcquireAsync(reservation, cancellationToken)).ConfigureAwait(false);
            }

            return new Permit(_gate.Generation, reservation, size, setAside);
        }
        catch (Exception)
        {
            _costs?.Settle(setAside, 0);
            if (entered)
            {
                _gate.Leave(succeeded: false);
            }

            throw;
        }
    }

    /// <summary>Waits before an item is sent again.</summary>
    internal Task BackOffAsync(int index, int attempts, RetryVerdict verdict, CancellationToken cancellationToken)
    {
        Monitor.Retrying(index, attempts, verdict.Kind.ToString(), verdict.Delay!.Value);
        return WaitAsync(WaitReason.Retry, Task.Delay(verdict.Delay.Value, _clock, cancellationToken));
    }

    /// <summary>Ends an attempt that has brought an answer.</summary>
    internal void Succeeded(Permit permit, BatchUsage? usage, decimal? cost, ProviderReply? reply)
    {
        // Where the reply does not tell, what was set aside for it counts as spent.
        _costs?.Settle(permit.SetAside, cost ?? permit.SetAside);
        if (permit.Size is { } size && usage is { } counted)
        {
            _guess.Learn(size, counted);
        }

        _limiter.Settle(permit.Reservation, usage is { } used ? new TokenEstimate(used.InputTokens, used.OutputTokens) : null, reply?.Limits);
        _gate.Leave(succeeded: true);
        Monitor.LimitChanged(_gate.Limit);
    }

    /// <summary>Ends an attempt that has failed: slows down, stops the batch, or says when to send again.</summary>
    internal RetryVerdict Failed(Permit permit, Exception error, AttemptScope? scope, bool isShared, ref RetryCount count)
    {
        var spent = 0m;
        try
        {
            if (OperationToken.IsCancellationRequested)
            {
                return default;
            }

            var reply = scope?.Reply ?? FailureClassifier.ReplyIn(error, _clock);
            var failure = FailureClassifier.Classify(error, reply, _retries.Options);
            spent = FailureClassifier.MayBeAnswered(error, failure) ? permit.SetAside : 0;
            _limiter.Settle(permit.Reservation, null, reply?.Limits);
            if (isShared && failure.Kind == BatchFailureKind.RateLimited && permit.Reservation is { } reservation && !Grants(reservation.Tokens))
            {
                // Nothing was granted for it.
                _limiter.Settle(permit.Reservation, new TokenEstimate(0, 0), null);
                return new RetryVerdict(null, TooLarge);
            }

            var verdict = _retries.Decide(failure, scope?.LeavesRetries == true, ref count);
            SlowDown(permit, failure, verdict, error);
            if (failure.Kind is BatchFailureKind.Authentication or BatchFailureKind.Quota && _retries.IsOn)
            {
                Stop(error);
            }

            return verdict;
        }
        finally
        {
            // Providers bill answers, not refusals; an answer that was cut or came too late is one as well.
            _costs?.Settle(permit.SetAside, spent);
            _gate.Leave(succeeded: false);
        }
    }

    /// <summary>Keeps an answer. Where that cannot be done the batch stops: what it is asked for could not be resumed.</summary>
    internal void Keep(string id, Func<BinaryData> body)
    {
        try
        {
            Checkpoint!.Append(id, body());
        }
        catch (Exception e)
        {
            Stop(e);
        }
    }

    /// <summary>Notes a failure.</summary>
    internal void Keep(string id, Exception error)
    {
        try
        {
            Checkpoint!.Append(id, error);
        }
        catch (Exception e)
        {
            Stop(e);
        }
    }

    /// <summary>Sends nothing more. The first reason stays.</summary>
    internal void Stop(Exception error)
    {
        if (Interlocked.CompareExchange(ref _stopError, error, null) is null)
        {
            Monitor.StopsSending(error);
            // Elsewhere: what waits goes on by itself, and not inside of the call that has stopped the batch. If that comes after the end, from an abandoned call or the last
            // moment of the batch's time, nothing waits any more, and nobody will ask for the exception that says so.
            _ = _waits.CancelAsync().ContinueWith(static late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    /// <summary>Keeps an attempt from starting after a stop whose cancellation is still on its way.</summary>
    /// <exception cref="Exception">The batch has stopped: <see cref="StopError"/>.</exception>
    internal void ThrowIfStopped()
    {
        if (StopError is { } stopped)
        {
            throw stopped;
        }
    }

    /// <summary>Counts an item that has ended, and stops the batch where enough of them have failed.</summary>
    internal void ItemEnded<T>(BatchItem<T> item)
    {
        Monitor.ItemEnded(item, isLogged: item.Attempts > 0 || StopError is null);
        _lastError = item.Error ?? _lastError;
        if (_lastError is not null && StopError is null && _options.OnFailure.Stops(Monitor.Failed, Monitor.Completed))
        {
            Stop(new BatchStoppedException(BatchStopReason.Failures, $"The batch stopped after {Monitor.Failed} failed items.", _lastError));
        }
    }

    public void Dispose()
    {
        Checkpoint?.Dispose();
        _waits.Dispose();
        _operations?.Dispose();
        _timeout?.Dispose();
    }

    private void SlowDown(Permit permit, BatchFailure failure, RetryVerdict verdict, Exception error)
    {
        switch (failure.Kind)
        {
            case BatchFailureKind.RateLimited:
                Monitor.RateLimited();
                var isFirst = _gate.Cut(permit.Generation, startSlowly: true);
                var asked = Within(failure.RetryAfter);
                // One pause for a burst; only what the provider says itself may make it longer, and never beyond the bound.
                var pause = isFirst ? verdict.Delay ?? asked : asked;
                if (pause is { } time)
                {
                    _limiter.Pause(time);
                }

                SayIf(isFirst, failure.Kind, pause);
                break;
            case BatchFailureKind.Capacity:
            case BatchFailureKind.Transient when _retries.IsOn && error is TimeoutException or OperationCanceledException:
                SayIf(_gate.Cut(permit.Generation, startSlowly: false), failure.Kind, null);
                break;
        }
    }

    private void SayIf(bool isFirst, BatchFailureKind kind, TimeSpan? pause)
    {
        if (isFirst)
        {
            Monitor.SlowedDown(kind.ToString(), pause, _gate.Limit);
            Monitor.LimitChanged(_gate.Limit);
        }
    }

    private async Task WaitAsync(WaitReason reason, Task wait)
    {
        var began = Monitor.WaitBegan(reason);
        try
        {
            await wait.ConfigureAwait(false);
        }
        finally
        {
            Monitor.WaitEnded(reason, began);
        }
    }

    /// <summary>Sets aside what a request may cost at most; where that would cross the bound nothing more is sent.</summary>
    private async Task<decimal> SetAsideAsync(CostGuard costs, TokenRequest? size, TokenEstimate estimate, CancellationToken cancellationToken)
    {
        var price = _options.Pricing.PriceOf(size?.Model)
            ?? throw new InvalidOperationException($"The price of the model '{size?.Model ?? "(unknown)"}' is not known, so {nameof(BatchOptions.MaxCost)} cannot be kept. Add it to {nameof(BatchOptions.Pricing)}.");
        var amount = price.CostOf(TokenRange.AsUsage(TokenRange.Around(estimate, size!.MaxOutputTokens).High));
        while (!costs.TryReserve(amount, out var wait))
        {
            if (wait is null)
            {
                Stop(new BatchStoppedException(BatchStopReason.Cost, $"Another request could have cost more than the {_options.MaxCost} that are allowed."));
                cancellationToken.ThrowIfCancellationRequested();
                throw StopError!;
            }

            await WaitAsync(WaitReason.Cost, wait.WaitAsync(cancellationToken)).ConfigureAwait(false);
        }

        return amount;
    }

    private TimeSpan? Within(TimeSpan? asked) => asked <= _retries.Options.MaxRetryAfter ? asked + RetryLoop.Margin : null;
}
