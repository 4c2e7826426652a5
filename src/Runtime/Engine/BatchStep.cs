namespace BatchMigrate.Engine;

/// <summary>What a batch does with one item: the only thing in which the public forms differ.</summary>
internal abstract class BatchStep<TItem, TRequest, TResult>
{
    /// <summary>Whether <see cref="SendAsync"/> holds its thread until the answer is there; its callers then give it threads of its own.</summary>
    internal virtual bool Blocks => false;

    /// <summary>Turns an item into its request; false where it needs none. Called in the order of the input, never twice at a time.</summary>
    internal abstract bool Prepare(TItem item, out TRequest request);

    /// <summary>Makes one attempt. Called concurrently.</summary>
    internal abstract ValueTask<TResult> SendAsync(TRequest request, CancellationToken cancellationToken);

    internal virtual BatchUsage? UsageOf(TResult result) => null;

    private protected static ValueTask<TResult> Started(Task<TResult>? task) =>
        new(task ?? throw new InvalidOperationException("The operation returned null instead of a task."));
}
