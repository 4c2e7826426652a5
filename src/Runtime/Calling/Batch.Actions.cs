using BatchMigrate.Engine;

namespace BatchMigrate;

/// <content>Operations that give no result.</content>
public static partial class Batch
{
    /// <summary>Runs an operation without a result for every item and gives all outcomes in the order of the input.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <param name="items">The items; enumerated lazily, by one thread at a time, an item only when there is a free slot for it.</param>
    /// <param name="operation">What to do with an item. Runs concurrently on threads of the thread pool; its exception is that item's error.</param>
    /// <param name="options">How to run; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the whole batch.</param>
    /// <returns>One item for each input, whose response is the input itself. An exception of the source itself leaves once the operations under way have ended.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or <paramref name="operation"/> is null.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled before every item had ended. Operations that do not end within half a second of it are abandoned: they may still run.
    /// </exception>
    public static Task<BatchResult<TItem>> RunAsync<TItem>(
        IEnumerable<TItem> items, Func<TItem, CancellationToken, Task> operation, BatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(operation);
        return BatchEngine.RunAsync(items, new DelegateStep<TItem, TItem>(RunOneAsync), options, cancellationToken);

        async Task<TItem> RunOneAsync(TItem item, CancellationToken token)
        {
            await (operation(item, token) ?? throw new InvalidOperationException("The operation returned null instead of a task.")).ConfigureAwait(false);
            return item;
        }
    }

    /// <summary>The synchronous twin: runs a blocking operation without a result for every item and returns when all have ended.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <param name="items">The items; enumerated lazily, by one thread at a time, an item only when there is a free slot for it.</param>
    /// <param name="operation">What to do with an item. Runs concurrently on up to <see cref="BatchOptions.MaxConcurrency"/> threads; its exception is that item's error.</param>
    /// <param name="options">How to run; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the whole batch.</param>
    /// <returns>One item for each input, whose response is the input itself. An exception of the source itself leaves once the operations under way have ended.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or <paramref name="operation"/> is null.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled before every item had ended. Operations that do not end within half a second of it are abandoned: they may still run.
    /// </exception>
    public static BatchResult<TItem> Run<TItem>(
        IEnumerable<TItem> items, Action<TItem, CancellationToken> operation, BatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(operation);
        return BatchEngine.Run(items, new BlockingDelegateStep<TItem, TItem>(RunOne), options, cancellationToken);

        TItem RunOne(TItem item, CancellationToken token)
        {
            operation(item, token);
            return item;
        }
    }
}
