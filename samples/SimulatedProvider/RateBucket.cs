namespace SimulatedProvider;

/// <summary>A bucket that starts full and refills steadily. It is not safe for concurrent use: <see cref="RateLimiter"/> guards it.</summary>
internal sealed class RateBucket : IRateCounter
{
    // Waiting exactly as long as was asked must be enough, in spite of rounding.
    private const double Tolerance = 1e-6;

    private readonly TimeProvider _time;
    private readonly double _perSecond;
    private double _level;
    private long _filledAt;

    public RateBucket(int perMinute, int capacity, TimeProvider time)
    {
        _time = time;
        _perSecond = perMinute / 60.0;
        Limit = perMinute;
        Capacity = capacity;
        Fill();
    }

    /// <summary>Units a minute.</summary>
    public int Limit { get; }

    /// <summary>The most units it holds; nothing larger can ever be taken.</summary>
    public int Capacity { get; }

    public long Remaining => (long)(Level() + Tolerance);

    public TimeSpan UntilFull => TimeSpan.FromSeconds(Math.Max(0, Capacity - Level()) / _perSecond);

    public void Fill()
    {
        _level = Capacity;
        _filledAt = _time.GetTimestamp();
    }

    /// <summary>The time until the amount can be taken: zero when it can be taken now.</summary>
    public TimeSpan WaitFor(long amount)
    {
        var missing = amount - Level();
        return missing <= Tolerance ? TimeSpan.Zero : TimeSpan.FromSeconds(missing / _perSecond);
    }

    public void Take(long amount) => _level = Level() - amount;

    private double Level()
    {
        var now = _time.GetTimestamp();
        _level = Math.Min(Capacity, _level + (_time.GetElapsedTime(_filledAt, now).TotalSeconds * _perSecond));
        _filledAt = now;
        return _level;
    }
}
