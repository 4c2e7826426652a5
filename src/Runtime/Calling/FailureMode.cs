namespace BatchMigrate;

/// <summary>What failed items mean for the rest of the batch.</summary>
/// <remarks>
/// A batch that stops sends nothing more. Requests under way are finished, for they are paid for. The result still has one item for each input: those that
/// were not sent have a <see cref="BatchStoppedException"/> as their error and no attempts.
/// </remarks>
public sealed class FailureMode
{
    private readonly int _count;
    private readonly double? _share;

    private FailureMode(int count, double? share = null)
    {
        _count = count;
        _share = share;
    }

    /// <summary>Every item is sent, however many fail. The default.</summary>
    public static FailureMode Collect { get; } = new(int.MaxValue);

    /// <summary>The batch stops when an item has failed.</summary>
    public static FailureMode StopOnFirst { get; } = new(1);

    /// <summary>The batch stops when a number of items has failed.</summary>
    /// <param name="count">The number.</param>
    /// <returns>The mode.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public static FailureMode StopAfter(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new(count);
    }

    /// <summary>The batch stops when more than a share of the items that have ended has failed.</summary>
    /// <param name="share">The share, from 0 to 1.</param>
    /// <param name="afterItems">How many items must have ended before the share is looked at.</param>
    /// <returns>The mode.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not from 0 to 1, or <paramref name="afterItems"/> is less than 1.</exception>
    public static FailureMode StopAboveShare(double share, int afterItems = 20)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(afterItems, 1);
        return new(afterItems, share);
    }

    internal bool Stops(int failed, int completed) =>
        _share is { } share ? completed >= _count && failed > share * completed : failed >= _count;
}

/// <summary>Why a batch stopped before all of its items were sent.</summary>
public enum BatchStopReason
{
    /// <summary>As many items failed as <see cref="BatchOptions.OnFailure"/> allows.</summary>
    Failures,

    /// <summary>The time of <see cref="BatchTimeouts.Batch"/> was over.</summary>
    Timeout,

    /// <summary>Another request could have cost more than <see cref="BatchOptions.MaxCost"/>.</summary>
    Cost,
}

/// <summary>The error of an item that was not sent because its batch had stopped.</summary>
public sealed class BatchStoppedException : Exception
{
    internal BatchStoppedException(BatchStopReason reason, string message, Exception? innerException = null)
        : base(message, innerException) => Reason = reason;

    /// <summary>Why the batch stopped.</summary>
    public BatchStopReason Reason { get; }
}
