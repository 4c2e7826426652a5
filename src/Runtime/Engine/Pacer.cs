using System.Diagnostics.CodeAnalysis;

namespace BatchMigrate.Engine;

/// <summary>Keeps the starts of requests apart by a smallest time. The gate hands out starts one by one, so the distance holds between real starts.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing to dispose, and abandoned calls may still use it.")]
internal sealed class Pacer(TimeSpan pacing, TimeProvider clock)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private long? _last;

    /// <summary>Waits for the next start. Turns are in the order of the calls, from the moment of the call.</summary>
    internal async Task WaitAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Again and again, because a timer may fire a little early.
            while (_last is { } last && pacing - clock.GetElapsedTime(last) is { Ticks: > 0 } rest)
            {
                await Task.Delay(rest, clock, cancellationToken).ConfigureAwait(false);
            }

            _last = clock.GetTimestamp();
        }
        finally
        {
            _gate.Release();
        }
    }

}
