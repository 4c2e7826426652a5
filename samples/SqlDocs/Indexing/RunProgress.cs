using BatchMigrate;

namespace SqlDocs.Indexing;

/// <summary>Makes the progress of a whole run of that of its laps.</summary>
/// <param name="total">The items of the run.</param>
/// <param name="inner">Hears of it.</param>
/// <param name="clock">The clock.</param>
internal sealed class RunProgress(long total, IProgress<BatchProgress> inner, TimeProvider clock) : IProgress<BatchProgress>
{
    private readonly long _began = clock.GetTimestamp();
    private BatchProgress _before = new() { Cost = 0 };
    private BatchProgress _last;

    /// <summary>Called by a lap's batch.</summary>
    public void Report(BatchProgress value)
    {
        _last = value with
        {
            Total = (int)Math.Min(total, int.MaxValue),
            Completed = _before.Completed + value.Completed,
            Failed = _before.Failed + value.Failed,
            FromCheckpoint = _before.FromCheckpoint + value.FromCheckpoint,
            Cost = _before.Cost + value.Cost,
            Elapsed = clock.GetElapsedTime(_began),
            IsFinal = false,
        };
        if (value.IsFinal)
        {
            _before = _last;
        }

        inner.Report(_last);
    }

    /// <summary>The run is over.</summary>
    public void End() => inner.Report(_last with { Elapsed = clock.GetElapsedTime(_began), IsFinal = true });
}
