namespace BatchMigrate.Limiting;

/// <summary>One limit as a token bucket that refills continuously and may go into debt. Not safe for concurrent use.</summary>
internal sealed class RateBucket
{
    // Waiting exactly as long as was computed must be enough, in spite of rounding.
    private const double Tolerance = 1e-6;

    private readonly TimeProvider _clock;
    private readonly double _configured;
    private double _perSecond;
    private double _capacity;
    private double _level;
    private long _filledAt;

    /// <param name="perMinute">Units a minute.</param>
    /// <param name="isConfigured">Whether a user has set it, which is an upper bound for ever, or a provider told it.</param>
    /// <param name="clock">The clock.</param>
    internal RateBucket(double perMinute, bool isConfigured, TimeProvider clock)
    {
        _clock = clock;
        _configured = isConfigured ? perMinute / 60 : double.PositiveInfinity;
        _filledAt = clock.GetTimestamp();
        SetRate(perMinute / 60);
        _level = _capacity;
    }

    /// <summary>All that was ever taken, to tell what was taken after a certain request.</summary>
    internal double Taken { get; private set; }

    /// <summary>Units a minute.</summary>
    internal double PerMinute => _perSecond * 60;

    /// <summary>The time until an amount may be taken. More than the bucket holds needs a full one, and runs alone into debt.</summary>
    internal TimeSpan WaitFor(double amount)
    {
        Refill();
        var missing = Math.Min(amount, _capacity) - _level;
        return missing <= Tolerance ? TimeSpan.Zero : TimeSpan.FromSeconds(missing / _perSecond);
    }

    internal void Take(double amount)
    {
        Refill();
        _level -= amount;
        Taken += amount;
    }

    /// <summary>Corrects an estimate: gives back what was not used, or takes what was used beyond it.</summary>
    internal void Correct(double difference)
    {
        Refill();
        _level = Math.Min(_capacity, _level + difference);
        Taken -= difference;
    }

    /// <summary>Believes what a provider says, where it is tighter: its limit, and what it had left when it admitted a request.</summary>
    /// <param name="reading">What it says.</param>
    /// <param name="takenThen"><see cref="Taken"/> when the request started.</param>
    /// <param name="startedAt">When that was.</param>
    internal void Learn(RateReading reading, double takenThen, long startedAt)
    {
        Refill();
        if (reading.PerMinute is > 0 and var perMinute)
        {
            SetRate(Math.Min(_configured, perMinute / 60));
        }

        if (reading.Remaining is { } remaining)
        {
            // What was left then, and has come and gone since. One more, because a provider rounds down.
            var since = _clock.GetElapsedTime(startedAt).TotalSeconds;
            _level = Math.Min(_level, remaining + 1 + (since * _perSecond) - (Taken - takenThen));
        }
    }

    private void SetRate(double perSecond)
    {
        _perSecond = perSecond;
        // One second's burst of what a user has set, for that may be enforced by the second; a provider's own bucket holds a minute's worth.
        _capacity = double.IsPositiveInfinity(_configured) ? perSecond * 60 : Math.Max(1, perSecond);
        _level = Math.Min(_level, _capacity);
    }

    private void Refill()
    {
        var now = _clock.GetTimestamp();
        _level = Math.Min(_capacity, _level + (_clock.GetElapsedTime(_filledAt, now).TotalSeconds * _perSecond));
        _filledAt = now;
    }
}
