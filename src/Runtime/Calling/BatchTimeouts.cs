namespace BatchMigrate;

/// <summary>How long things may take. What is not set is not limited, other than by the client itself. An instance does not change and may be shared.</summary>
public sealed class BatchTimeouts
{
    internal static BatchTimeouts None { get; } = new();

    /// <summary>
    /// The longest time for one attempt. An attempt that takes longer ends with a <see cref="TimeoutException"/> and counts as a passing failure; an asynchronous operation that
    /// does not hear its token is left to itself.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive or longer than a day.</exception>
    public TimeSpan? Attempt
    {
        get;
        init => field = UpToADay(value, nameof(Attempt));
    }

    /// <summary>The longest time for one item from when it may be sent, with all waits and retries. The item then fails with a <see cref="TimeoutException"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive or longer than a day.</exception>
    public TimeSpan? Item
    {
        get;
        init => field = UpToADay(value, nameof(Item));
    }

    /// <summary>The longest time for the batch. What is under way then is cancelled, and all items without an answer fail with a <see cref="BatchStoppedException"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive or longer than a day.</exception>
    public TimeSpan? Batch
    {
        get;
        init => field = UpToADay(value, nameof(Batch));
    }

    private static TimeSpan? UpToADay(TimeSpan? value, string name)
    {
        if (value is { } time)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero, name);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(time, TimeSpan.FromDays(1), name);
        }

        return value;
    }
}
