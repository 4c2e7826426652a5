namespace BatchMigrate;

/// <summary>In which order a stream hands out its items.</summary>
public enum BatchOrder
{
    /// <summary>In the order of the input: an item waits for all before it.</summary>
    Input,

    /// <summary>As they end: a slow answer holds up nothing. <see cref="BatchItem{T}.Index"/> tells the place in the input.</summary>
    Completion,
}
