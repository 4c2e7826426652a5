namespace BatchMigrate.Engine;

/// <summary>An item is its own request; a delegate answers it.</summary>
internal sealed class DelegateStep<TItem, TResult>(Func<TItem, CancellationToken, Task<TResult>> operation) : BatchStep<TItem, TItem, TResult>
{
    internal override bool Prepare(TItem item, out TItem request)
    {
        request = item;
        return true;
    }

    internal override ValueTask<TResult> SendAsync(TItem request, CancellationToken cancellationToken) => Started(operation(request, cancellationToken));
}

/// <summary>The same for a delegate that holds its thread.</summary>
internal sealed class BlockingDelegateStep<TItem, TResult>(Func<TItem, CancellationToken, TResult> operation) : BatchStep<TItem, TItem, TResult>
{
    internal override bool Blocks => true;

    internal override bool Prepare(TItem item, out TItem request)
    {
        request = item;
        return true;
    }

    internal override ValueTask<TResult> SendAsync(TItem request, CancellationToken cancellationToken) => new(operation(request, cancellationToken));
}
