namespace SimulatedProvider;

/// <summary>How a provider counts requests and tokens.</summary>
public enum RateWindow
{
    /// <summary>A bucket that starts full and refills steadily.</summary>
    Bucket,

    /// <summary>A count that starts again when a window of fixed length begins.</summary>
    Fixed,

    /// <summary>A count of what was admitted within the last window's length.</summary>
    Sliding,
}

/// <summary>A change of all limits while the provider runs.</summary>
/// <param name="After">When, from the start or the last reset.</param>
/// <param name="Factor">What the limits of the settings are multiplied with from then on.</param>
public sealed record LimitChange(TimeSpan After, double Factor);

/// <summary>One limit. Not safe for concurrent use: <see cref="RateLimiter"/> guards it.</summary>
internal interface IRateCounter
{
    /// <summary>Units a minute.</summary>
    int Limit { get; }

    /// <summary>The most units at once; nothing larger can ever be taken.</summary>
    int Capacity { get; }

    /// <summary>The units that can be taken now.</summary>
    long Remaining { get; }

    /// <summary>The time until all can be taken, if nothing is until then.</summary>
    TimeSpan UntilFull { get; }

    /// <summary>The time until the amount can be taken: zero when it can be taken now.</summary>
    TimeSpan WaitFor(long amount);

    /// <summary>Takes an amount.</summary>
    void Take(long amount);

    /// <summary>Starts again.</summary>
    void Fill();
}

/// <summary>Counts in windows of fixed length, one after another.</summary>
internal sealed class FixedWindow(int perMinute, int capacity, TimeSpan window, TimeProvider time) : IRateCounter
{
    private long _began = time.GetTimestamp();
    private long _used;

    public int Limit => perMinute;

    public int Capacity => capacity;

    public long Remaining
    {
        get
        {
            Move();
            return Math.Max(0, capacity - _used);
        }
    }

    public TimeSpan UntilFull
    {
        get
        {
            Move();
            return _used == 0 ? TimeSpan.Zero : UntilNext();
        }
    }

    public TimeSpan WaitFor(long amount) => amount <= Remaining ? TimeSpan.Zero : UntilNext();

    public void Take(long amount)
    {
        Move();
        _used += amount;
    }

    public void Fill()
    {
        _began = time.GetTimestamp();
        _used = 0;
    }

    private TimeSpan UntilNext() => window - TimeSpan.FromTicks(time.GetElapsedTime(_began).Ticks % window.Ticks);

    private void Move()
    {
        var whole = time.GetElapsedTime(_began).Ticks / window.Ticks;
        if (whole > 0)
        {
            _began += (long)((double)whole * window.Ticks / TimeSpan.TicksPerSecond * time.TimestampFrequency);
            _used = 0;
        }
    }
}

/// <summary>Counts what was admitted within the last window's length.</summary>
internal sealed class SlidingWindow(int perMinute, int capacity, TimeSpan window, TimeProvider time) : IRateCounter
{
    private readonly Queue<(long At, long Amount)> _taken = new();

    public int Limit => perMinute;

    public int Capacity => capacity;

    public long Remaining
    {
        get
        {
            Forget();
            return Math.Max(0, capacity - _taken.Sum(t => t.Amount));
        }
    }

    public TimeSpan UntilFull
    {
        get
        {
            Forget();
            return _taken.Count == 0 ? TimeSpan.Zero : window - time.GetElapsedTime(_taken.Last().At);
        }
    }

    public TimeSpan WaitFor(long amount)
    {
        var missing = amount - Remaining;
        foreach (var (at, taken) in _taken)
        {
            if (missing <= 0)
            {
                break;
            }

            missing -= taken;
            if (missing <= 0)
            {
                return window - time.GetElapsedTime(at);
            }
        }

        return TimeSpan.Zero;
    }

    public void Take(long amount) => _taken.Enqueue((time.GetTimestamp(), amount));

    public void Fill() => _taken.Clear();

    private void Forget()
    {
        while (_taken.TryPeek(out var oldest) && time.GetElapsedTime(oldest.At) >= window)
        {
            _taken.Dequeue();
        }
    }
}
