namespace BatchMigrate.Engine;

/// <summary>What a batch does with one item where each has a request of its own: the only thing in which the public forms differ.</summary>
internal abstract class BatchStep<TItem, TRequest, TResult> : RequestStep<TRequest, TResult>
{
    /// <summary>Turns an item into its request; false where it needs none. Called in the order of the input, never twice at a time.</summary>
    internal abstract bool Prepare(TItem item, out TRequest request);
}
