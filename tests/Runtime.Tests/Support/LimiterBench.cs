using BatchMigrate.Limiting;

namespace BatchMigrate.Runtime.Tests.Support;

/// <summary>A limiter on a clock that is moved by single milliseconds, with the times at which requests were let go.</summary>
internal sealed class LimiterBench(RateLimit limit)
{
    private readonly List<Reservation> _asked = [];

    public FakeTimeProvider Clock { get; } = new();

    public Limiter Limiter => field ??= limit.LimiterFor(Clock);

    /// <summary>For each request in the order of asking, the millisecond at which it was let go; -1 where it still waits.</summary>
    public int[] Times => [.. _asked.Select(reservation => reservation.StartedAt == 0 ? -1 : (int)((reservation.StartedAt - Began) / TimeSpan.TicksPerMillisecond))];

    private long Began { get; } = new FakeTimeProvider().GetTimestamp();

    public (Reservation Reservation, Task Granted) Ask(long input, long output = 0, CancellationToken cancellationToken = default)
    {
        var reservation = new Reservation(new TokenEstimate(input, output));
        _ = Limiter;
        _asked.Add(reservation);
        return (reservation, Limiter.TryAcquire(reservation) ? Task.CompletedTask : Limiter.AcquireAsync(reservation, cancellationToken));
    }

    public void AskMany(int times, long input)
    {
        for (var i = 0; i < times; i++)
        {
            Ask(input);
        }
    }

    public void Run(int milliseconds)
    {
        for (var i = 0; i < milliseconds; i++)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(1));
        }
    }
}
