namespace BatchMigrate.Limiting;

/// <summary>What one request has taken from a <see cref="Limiter"/>, and where its buckets stood then.</summary>
internal sealed class Reservation(TokenEstimate tokens)
{
    internal TokenEstimate Tokens { get; } = tokens;

    internal long StartedAt { get; set; }

    /// <summary><see cref="RateBucket.Taken"/> of each bucket.</summary>
    internal double[] Taken { get; } = new double[4];
}

/// <summary>
/// Requests and tokens a minute, taken together or not at all, and the pause that a provider asks for. Waiting requests stand in one line; small ones
/// may pass one that has to wait for more, a bounded number of times.
/// </summary>
internal sealed class Limiter
{
    // How far down the line small requests are looked for.
    private const int MostLookedAt = 64;

    private readonly object _gate = new();
    private readonly TimeProvider _clock;
    private readonly int _maxOvertaking;
    private readonly RateBucket?[] _buckets;
    private readonly LinkedList<Waiter> _line = new();
    private ITimer? _timer;
    private long? _pausedUntil;
    private volatile bool _isOpen;

    internal Limiter(RateLimit limit, TimeProvider clock)
    {
        _clock = clock;
        _maxOvertaking = limit.MaxOvertaking;
        int?[] perMinute = [limit.RequestsPerMinute, limit.TokensPerMinute, limit.InputTokensPerMinute, limit.OutputTokensPerMinute];
        _buckets = [.. perMinute.Select(rate => rate is { } known ? new RateBucket(known, isConfigured: true, clock) : null)];
        _isOpen = _buckets.All(bucket => bucket is null);
        LimitsTokens = _buckets.Skip(1).Any(bucket => bucket is not null);
    }

    /// <summary>Whether there is nothing to wait for and nothing to count: no limit is known and no pause is on.</summary>
    internal bool IsOpen => _isOpen;

    /// <summary>Whether estimates of tokens are needed.</summary>
    internal bool LimitsTokens { get; private set; }

    /// <summary>The most tokens of prompts that are granted in a minute, as far as that is known.</summary>
    internal double MostInputTokens
    {
        get
        {
            lock (_gate)
            {
                return Math.Min(_buckets[1]?.PerMinute ?? double.PositiveInfinity, _buckets[2]?.PerMinute ?? double.PositiveInfinity);
            }
        }
    }

    /// <summary>Whether a request of this size is within what is granted in a minute, as far as that is known. More than that is granted late or never.</summary>
    internal bool Grants(TokenEstimate tokens, double share)
    {
        lock (_gate)
        {
            for (var i = 1; i < _buckets.Length; i++)
            {
                if (_buckets[i] is { } bucket && Amount(i, tokens) > bucket.PerMinute * share)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Takes a request and its tokens at once, or says that it has to wait.</summary>
    internal bool TryAcquire(Reservation reservation)
    {
        lock (_gate)
        {
            if (_line.Count > 0 || WaitFor(reservation) > TimeSpan.Zero)
            {
                return false;
            }

            Take(reservation);
            return true;
        }
    }

    /// <summary>Waits in line for a request and its tokens.</summary>
    internal async Task AcquireAsync(Reservation reservation, CancellationToken cancellationToken)
    {
        LinkedListNode<Waiter> place;
        lock (_gate)
        {
            place = _line.AddLast(new Waiter(reservation));
            Serve();
        }

        try
        {
            await place.Value.Granted.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            lock (_gate)
            {
                if (place.List is null)
                {
                    // Granted in the same moment: nothing will be sent for it.
                    Correct(reservation, new TokenEstimate(0, 0));
                    _buckets[0]?.Correct(1);
                }
                else
                {
                    _line.Remove(place);
                }

                Serve();
            }

            throw;
        }
    }

    /// <summary>Puts the tokens that a reply counted in the place of the estimate, and learns from its headers.</summary>
    internal void Settle(Reservation? reservation, TokenEstimate? used, RateSnapshot? told)
    {
        if (reservation is null && told is null)
        {
            return;
        }

        lock (_gate)
        {
            if (reservation is not null && used is { } tokens)
            {
                Correct(reservation, tokens);
            }

            if (told is not null)
            {
                Learn(told, reservation);
            }

            Serve();
        }
    }

    /// <summary>Lets nothing start for a while. A pause under way is only ever made longer.</summary>
    internal void Pause(TimeSpan time)
    {
        lock (_gate)
        {
            var until = _clock.GetTimestamp() + (long)Math.Ceiling(time.TotalSeconds * _clock.TimestampFrequency);
            if (_pausedUntil is null || until > _pausedUntil)
            {
                _pausedUntil = until;
                _isOpen = false;
                Serve();
            }
        }
    }

    private void Learn(RateSnapshot told, Reservation? reservation)
    {
        RateReading[] readings = [told.Requests, told.Tokens, told.InputTokens, told.OutputTokens];
        for (var i = 0; i < readings.Length; i++)
        {
            if (_buckets[i] is null && readings[i].PerMinute is > 0 and var perMinute)
            {
                _buckets[i] = new RateBucket(perMinute, isConfigured: false, _clock);
                LimitsTokens |= i > 0;
                _isOpen = false;
            }

            // Requests that started before the bucket was known have nothing to compare with.
            _buckets[i]?.Learn(readings[i], reservation?.Taken[i] ?? _buckets[i]!.Taken, reservation?.StartedAt ?? _clock.GetTimestamp());
        }
    }

    private void Correct(Reservation reservation, TokenEstimate used)
    {
        var (input, output) = (reservation.Tokens.InputTokens - used.InputTokens, reservation.Tokens.OutputTokens - used.OutputTokens);
        _buckets[1]?.Correct(input + output);
        _buckets[2]?.Correct(input);
        _buckets[3]?.Correct(output);
    }

    private void Take(Reservation reservation)
    {
        reservation.StartedAt = _clock.GetTimestamp();
        for (var i = 0; i < _buckets.Length; i++)
        {
            _buckets[i]?.Take(Amount(i, reservation.Tokens));
            reservation.Taken[i] = _buckets[i]?.Taken ?? 0;
        }
    }

    private TimeSpan WaitFor(Reservation reservation)
    {
        var wait = SharedWait();
        for (var i = 1; i < _buckets.Length; i++)
        {
            if (_buckets[i]?.WaitFor(Amount(i, reservation.Tokens)) is { } needed && needed > wait)
            {
                wait = needed;
            }
        }

        return wait;
    }

    private TimeSpan Pausing()
    {
        if (_pausedUntil is not { } until)
        {
            return TimeSpan.Zero;
        }

        var now = _clock.GetTimestamp();
        if (until > now)
        {
            return _clock.GetElapsedTime(now, until);
        }

        _pausedUntil = null;
        _isOpen = _buckets.All(bucket => bucket is null);
        return TimeSpan.Zero;
    }

    private static double Amount(int bucket, TokenEstimate tokens) => bucket switch
    {
        0 => 1,
        1 => tokens.InputTokens + tokens.OutputTokens,
        2 => tokens.InputTokens,
        _ => tokens.OutputTokens,
    };

    /// <summary>Lets everybody go who may, in the order of the line, and sets the timer for the next.</summary>
    private void Serve()
    {
        var next = TimeSpan.MaxValue;
        var place = _line.First;
        for (var looked = 0; place is not null && looked < MostLookedAt; looked++)
        {
            if (SharedWait() is { Ticks: > 0 } shared)
            {
                // What holds up one holds up all.
                next = shared;
                break;
            }

            if (place != _line.First && _line.First!.Value.Overtaken >= _maxOvertaking)
            {
                break;
            }

            var (following, waiter) = (place.Next, place.Value);
            var wait = WaitFor(waiter.Reservation);
            if (wait > TimeSpan.Zero)
            {
                next = wait < next ? wait : next;
            }
            else
            {
                Take(waiter.Reservation);
                for (var earlier = _line.First; earlier != place; earlier = earlier!.Next)
                {
                    earlier!.Value.Overtaken++;
                }

                _line.Remove(place);
                waiter.Granted.SetResult();
            }

            place = following;
        }

        if (_line.Count > 0 && next != TimeSpan.MaxValue)
        {
            SetTimer(next);
        }
    }

    /// <summary>What everybody has to wait for: the pause and the next request.</summary>
    private TimeSpan SharedWait()
    {
        var (pause, request) = (Pausing(), _buckets[0]?.WaitFor(1) ?? TimeSpan.Zero);
        return pause > request ? pause : request;
    }

    private void SetTimer(TimeSpan wait)
    {
        if (_timer is null)
        {
            // Nothing of whoever happens to wait first may live as long as the limit.
            using (ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow())
            {
                _timer = _clock.CreateTimer(static state => ((Limiter)state!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }

        // Up to whole milliseconds, because timers round down and would fire for nothing.
        _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(Math.Min(wait.TotalMilliseconds, int.MaxValue))), Timeout.InfiniteTimeSpan);
    }

    private void Wake()
    {
        lock (_gate)
        {
            Serve();
        }
    }

    private sealed class Waiter(Reservation reservation)
    {
        internal Reservation Reservation { get; } = reservation;

        internal TaskCompletionSource Granted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal int Overtaken { get; set; }
    }
}
