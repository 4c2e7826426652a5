using Microsoft.Extensions.AI;

namespace BatchMigrate;

/// <content>Where only the vectors are wanted.</content>
public static partial class EmbeddingGeneratorBatchExtensions
{
    /// <summary>Embeds all inputs and gives all vectors in the order of the input.</summary>
    /// <typeparam name="TInput">The type of an input, mostly <see cref="string"/>.</typeparam>
    /// <typeparam name="TElement">The type of a vector's elements.</typeparam>
    /// <param name="generator">The generator to send with; it must allow concurrent calls.</param>
    /// <param name="inputs">The inputs, in the order of the results. A null element needs no request: its item is there, with <see cref="BatchItem{T}.Skipped"/>.</param>
    /// <param name="options">The options of every request; null for the generator's defaults.</param>
    /// <param name="batchOptions">How to send; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the whole batch.</param>
    /// <returns>One item for each input, with its vector or its own exception.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="generator"/> or <paramref name="inputs"/> is null.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled before every item had ended. Calls that do not end within half a second of it are abandoned.
    /// </exception>
    public static Task<BatchResult<ReadOnlyMemory<TElement>>> EmbedVectorBatchAsync<TInput, TElement>(
        this IEmbeddingGenerator<TInput, Embedding<TElement>> generator,
        IEnumerable<TInput?> inputs,
        EmbeddingGenerationOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default) => VectorsAsync(generator.EmbedBatchAsync(inputs, options, batchOptions, cancellationToken));

    /// <summary>Embeds something of each item and gives all vectors in the order of the items.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <typeparam name="TInput">The type of an input, mostly <see cref="string"/>.</typeparam>
    /// <typeparam name="TElement">The type of a vector's elements.</typeparam>
    /// <param name="generator">The generator to send with; it must allow concurrent calls.</param>
    /// <param name="items">What the inputs are made from, in the order of the results.</param>
    /// <param name="input">Gives the input for an item; null where it needs no request. Called in the order of the items, by one thread at a time. Its exception is that item's error.</param>
    /// <param name="options">The options of every request; null for the generator's defaults.</param>
    /// <param name="batchOptions">How to send; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the whole batch.</param>
    /// <returns>One item for each input, with its vector or its own exception.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="generator"/>, <paramref name="items"/> or <paramref name="input"/> is null.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled before every item had ended. Calls that do not end within half a second of it are abandoned.
    /// </exception>
    public static Task<BatchResult<ReadOnlyMemory<TElement>>> EmbedVectorBatchAsync<TItem, TInput, TElement>(
        this IEmbeddingGenerator<TInput, Embedding<TElement>> generator,
        IEnumerable<TItem> items,
        Func<TItem, TInput?> input,
        EmbeddingGenerationOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default) => VectorsAsync(generator.EmbedBatchAsync(items, input, options, batchOptions, cancellationToken));

    private static async Task<BatchResult<ReadOnlyMemory<TElement>>> VectorsAsync<TElement>(Task<BatchResult<Embedding<TElement>>> embeddings)
    {
        try
        {
            return (await embeddings.ConfigureAwait(false)).Map(static embedding => embedding.Vector);
        }
        catch (BatchCanceledException<Embedding<TElement>> e)
        {
            throw new BatchCanceledException<ReadOnlyMemory<TElement>>(e.Partial.Map(static embedding => embedding.Vector), e.CancellationToken);
        }
    }
}
