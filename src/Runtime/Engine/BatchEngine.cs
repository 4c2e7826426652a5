using System.Runtime.CompilerServices;
using BatchMigrate.Packing;

namespace BatchMigrate.Engine;

/// <summary>The one door of all public forms to the engine.</summary>
internal static class BatchEngine
{
    internal static Task<BatchResult<TResult>> RunAsync<TItem, TRequest, TResult>(
        IEnumerable<TItem> items, BatchStep<TItem, TRequest, TResult> step, BatchOptions? options, CancellationToken cancellationToken) =>
        BatchRun<TItem, TRequest, TResult>.RunAsync(items, step, options ?? BatchOptions.Default, cancellationToken);

    /// <summary>Blocks the caller only: nothing of a batch ever comes back to the caller's synchronisation context, so it cannot wait for itself.</summary>
    internal static BatchResult<TResult> Run<TItem, TRequest, TResult>(
        IEnumerable<TItem> items, BatchStep<TItem, TRequest, TResult> step, BatchOptions? options, CancellationToken cancellationToken) =>
        RunAsync(items, step, options, cancellationToken).GetAwaiter().GetResult();

    /// <summary>The same where requests serve several items.</summary>
    internal static Task<BatchResult<TResult>> RunAsync<TItem, TInput, TAnswer, TResult>(
        IEnumerable<TItem> items, PackStep<TItem, TInput, TAnswer, TResult> step, BatchOptions? options, CancellationToken cancellationToken) =>
        PackRun<TItem, TInput, TAnswer, TResult>.RunAsync(items, step, options ?? BatchOptions.Default, cancellationToken);

    /// <inheritdoc cref="Run{TItem, TRequest, TResult}"/>
    internal static BatchResult<TResult> Run<TItem, TInput, TAnswer, TResult>(
        IEnumerable<TItem> items, PackStep<TItem, TInput, TAnswer, TResult> step, BatchOptions? options, CancellationToken cancellationToken) =>
        RunAsync(items, step, options, cancellationToken).GetAwaiter().GetResult();

    internal static IAsyncEnumerable<(TItem Source, BatchItem<TResult> Item)> StreamAsync<TItem, TRequest, TResult>(
        IAsyncEnumerable<TItem> items, BatchStep<TItem, TRequest, TResult> step, BatchOptions? options, CancellationToken cancellationToken) =>
        BatchStream<TItem, TRequest, TResult>.RunAsync(items, step, options ?? BatchOptions.Default, cancellationToken);

    internal static async IAsyncEnumerable<BatchItem<TResult>> StreamItemsAsync<TItem, TRequest, TResult>(
        IAsyncEnumerable<TItem> items, BatchStep<TItem, TRequest, TResult> step, BatchOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (_, item) in StreamAsync(items, step, options, cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }
}
