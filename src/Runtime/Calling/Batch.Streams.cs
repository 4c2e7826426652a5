using System.Runtime.CompilerServices;
using BatchMigrate.Engine;

namespace BatchMigrate;

/// <content>Operations that give their results one by one.</content>
public static partial class Batch
{
    /// <summary>Runs an operation that gives a stream for every item, reads each stream to its end, and gives all outcomes in the order of the input.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <typeparam name="TResult">The type of what a stream gives.</typeparam>
    /// <param name="items">The items; enumerated lazily, by one thread at a time, an item only when there is a free slot for it.</param>
    /// <param name="operation">
    /// Starts the stream of an item, such as a search of a vector store. It runs, and its stream is read, concurrently on threads of the thread pool; the stream is read with the same token. An exception of
    /// either is that item's error, and what the stream gave before it is dropped.
    /// </param>
    /// <param name="options">How to run; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the whole batch.</param>
    /// <returns>One item for each input, whose response has all that its stream gave, in its order. An exception of the source itself leaves once the operations under way have ended.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or <paramref name="operation"/> is null.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled before every item had ended. Operations that do not end within half a second of it are abandoned: they may still run.
    /// </exception>
    [OverloadResolutionPriority(-1)] // A lambda that only throws fits every overload: it means the one with a task.
    public static Task<BatchResult<IReadOnlyList<TResult>>> RunAsync<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, CancellationToken, IAsyncEnumerable<TResult>> operation, BatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(operation);
        return BatchEngine.RunAsync(items, new DelegateStep<TItem, IReadOnlyList<TResult>>(ReadAsync), options, cancellationToken);

        async Task<IReadOnlyList<TResult>> ReadAsync(TItem item, CancellationToken token)
        {
            var results = new List<TResult>();
            var stream = operation(item, token) ?? throw new InvalidOperationException("The operation returned null instead of a stream.");
            await foreach (var result in stream.WithCancellation(token).ConfigureAwait(false))
            {
                results.Add(result);
            }

            return results;
        }
    }
}
