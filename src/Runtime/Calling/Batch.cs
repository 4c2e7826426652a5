using BatchMigrate.Engine;

namespace BatchMigrate;

/// <summary>Runs any operation over many items at once: at most <see cref="BatchOptions.MaxConcurrency"/> at a time, results in the order of the input.</summary>
/// <remarks>A null argument throws <see cref="ArgumentNullException"/> at the call, never through the task or the stream; everything else comes through them.</remarks>
public static partial class Batch
{
    /// <summary>Runs an operation for every item and gives all outcomes in the order of the input.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <typeparam name="TResult">The type of a result.</typeparam>
    /// <param name="items">The items; enumerated lazily, by one thread at a time, an item only when there is a free slot for it.</param>
    /// <param name="operation">What to do with an item. Runs concurrently on threads of the thread pool; its exception is that item's error.</param>
    /// <param name="options">How to run; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the whole batch.</param>
    /// <returns>One item for each input. An exception of the source itself leaves once the operations under way have ended.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or <paramref name="operation"/> is null.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled before every item had ended. Operations that do not end within half a second of it are abandoned: they may still run.
    /// </exception>
    public static Task<BatchResult<TResult>> RunAsync<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, CancellationToken, Task<TResult>> operation, BatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(operation);
        return BatchEngine.RunAsync(items, new DelegateStep<TItem, TResult>(operation), options, cancellationToken);
    }

    /// <summary>The synchronous twin: runs a blocking operation for every item and returns when all have ended.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <typeparam name="TResult">The type of a result.</typeparam>
    /// <param name="items">The items; enumerated lazily, by one thread at a time, an item only when there is a free slot for it.</param>
    /// <param name="operation">What to do with an item. Runs concurrently on up to <see cref="BatchOptions.MaxConcurrency"/> threads; its exception is that item's error.</param>
    /// <param name="options">How to run; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the whole batch.</param>
    /// <returns>One item for each input. An exception of the source itself leaves once the operations under way have ended.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or <paramref name="operation"/> is null.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled before every item had ended. Operations that do not end within half a second of it are abandoned: they may still run.
    /// </exception>
    public static BatchResult<TResult> Run<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, CancellationToken, TResult> operation, BatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(operation);
        return BatchEngine.Run(items, new BlockingDelegateStep<TItem, TResult>(operation), options, cancellationToken);
    }

    /// <summary>Runs an operation for every item and hands out each outcome, in the order of the input, as soon as it and all before it are there.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <typeparam name="TResult">The type of a result.</typeparam>
    /// <param name="items">The items; enumerated only while the consumer waits for the next outcome, and only a bounded way ahead of it.</param>
    /// <param name="operation">What to do with an item. Runs concurrently on threads of the thread pool; its exception is that item's error.</param>
    /// <param name="options">How to run; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the stream and the operations under way.</param>
    /// <returns>A stream. Leaving it early cancels the operations under way and waits for them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or <paramref name="operation"/> is null.</exception>
    public static IAsyncEnumerable<BatchItem<TResult>> StreamAsync<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, CancellationToken, Task<TResult>> operation, BatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(operation);
        return BatchEngine.StreamItemsAsync(new SynchronousSource<TItem>(items), new DelegateStep<TItem, TResult>(operation), options, cancellationToken);
    }

    /// <summary>Runs an operation for every item and hands out each outcome, in the order of the input, as soon as it and all before it are there.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <typeparam name="TResult">The type of a result.</typeparam>
    /// <param name="items">The items; enumerated only while the consumer waits for the next outcome, and only a bounded way ahead of it.</param>
    /// <param name="operation">What to do with an item. Runs concurrently on threads of the thread pool; its exception is that item's error.</param>
    /// <param name="options">How to run; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the stream and the operations under way.</param>
    /// <returns>A stream. Leaving it early cancels the operations under way and waits for them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or <paramref name="operation"/> is null.</exception>
    public static IAsyncEnumerable<BatchItem<TResult>> StreamAsync<TItem, TResult>(
        IAsyncEnumerable<TItem> items, Func<TItem, CancellationToken, Task<TResult>> operation, BatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(operation);
        return BatchEngine.StreamItemsAsync(items, new DelegateStep<TItem, TResult>(operation), options, cancellationToken);
    }
}
