namespace BatchMigrate.Comparing;

/// <summary>Makes one progress of those of the models' batches, which come one after another.</summary>
internal sealed class ComparisonProgress(IProgress<BatchProgress> progress, int total, TimeProvider clock) : IProgress<BatchProgress>
{
    private readonly long _began = clock.GetTimestamp();
    private BatchProgress _before;
    private BatchProgress _now;

    public void Report(BatchProgress value)
    {
        _now = Sum(_before, value);
        // The end of a model's batch is not that of the comparison.
        if (!value.IsFinal)
        {
            progress.Report(_now);
        }
    }

    internal void NextModel() => _before = _now;

    internal void Finish()
    {
        try
        {
            progress.Report(_now with { Total = total, InFlight = 0, Waiting = default, Elapsed = clock.GetElapsedTime(_began), IsFinal = true });
        }
        catch (Exception)
        {
            // What a callback throws must not cost the figures.
        }
    }

    private BatchProgress Sum(BatchProgress before, BatchProgress now) => now with
    {
        Total = total,
        Completed = before.Completed + now.Completed,
        Failed = before.Failed + now.Failed,
        Skipped = before.Skipped + now.Skipped,
        Elapsed = clock.GetElapsedTime(_began),
        IsFinal = false,
        RateLimited = before.RateLimited + now.RateLimited,
        Usage = before.Usage + now.Usage,
        Cost = before.Usage.TotalTokens == 0 ? now.Cost : now.Usage.TotalTokens == 0 ? before.Cost : before.Cost + now.Cost,
    };
}
