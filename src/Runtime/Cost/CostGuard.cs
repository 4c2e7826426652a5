namespace BatchMigrate.Cost;

/// <summary>
/// Keeps a batch below the most that it may cost: a request starts only if what is spent, what is under way at its dearest, and itself at its dearest fit.
/// </summary>
internal sealed class CostGuard(decimal most)
{
    private readonly object _gate = new();
    private decimal _spent;
    private decimal _underWay;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Sets an amount aside.</summary>
    /// <param name="amount">The most that a request may cost.</param>
    /// <param name="wait">Where it does not fit now but may yet: completes when it is worth to try again.</param>
    /// <returns>Whether it fits.</returns>
    internal bool TryReserve(decimal amount, out Task? wait)
    {
        lock (_gate)
        {
            var fits = _spent + _underWay + amount <= most;
            _underWay += fits ? amount : 0;
            wait = fits || _underWay == 0 ? null : _changed.Task;
            return fits;
        }
    }

    /// <summary>Puts what a request has really cost in the place of what was set aside for it.</summary>
    internal void Settle(decimal reserved, decimal spent)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            _underWay -= reserved;
            _spent += spent;
            changed = _changed;
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.SetResult();
    }
}
