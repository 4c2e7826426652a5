namespace BatchMigrate;

/// <summary>A batch was cancelled by its caller. What had ended by then is not lost.</summary>
/// <typeparam name="TResult">The type of a response.</typeparam>
public sealed class BatchCanceledException<TResult> : OperationCanceledException
{
    internal BatchCanceledException(BatchResult<TResult> partial, CancellationToken token)
        : base("The batch was cancelled.", token) => Partial = partial;

    /// <summary>
    /// One item for each input that had been taken from the source, in its order. Items that had not ended have an <see cref="OperationCanceledException"/> as their error.
    /// </summary>
    public BatchResult<TResult> Partial { get; }
}
