using BatchMigrate.Engine;
using Microsoft.Extensions.AI;

namespace BatchMigrate;

/// <summary>Embeds many inputs through one <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/>: as many in a request as the provider takes, several requests at once, the results in order.</summary>
/// <remarks>
/// <para>A null argument throws <see cref="ArgumentNullException"/> at the call, never through the task; everything else comes through it.
/// An exception of the source leaves once the requests under way have ended; what is wrong with one input is that item's error.</para>
/// <para>A request that fails for what may lie in it is sent again in halves, down to single inputs.</para>
/// </remarks>
public static class EmbeddingGeneratorBatchExtensions
{
    /// <summary>Embeds all inputs and gives all embeddings in the order of the input.</summary>
    /// <typeparam name="TInput">The type of an input, mostly <see cref="string"/>.</typeparam>
    /// <typeparam name="TEmbedding">The type of an embedding.</typeparam>
    /// <param name="generator">The generator to send with; it must allow concurrent calls.</param>
    /// <param name="inputs">The inputs, in the order of the results. A null element needs no request: its item is there, with <see cref="BatchItem{T}.Skipped"/>.</param>
    /// <param name="options">The options of every request; null for the generator's defaults.</param>
    /// <param name="batchOptions">How to send; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the whole batch.</param>
    /// <returns>One item for each input, with its embedding or its own exception.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="generator"/> or <paramref name="inputs"/> is null.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled before every item had ended. Calls that do not end within half a second of it are abandoned.
    /// </exception>
    public static Task<BatchResult<TEmbedding>> EmbedBatchAsync<TInput, TEmbedding>(
        this IEmbeddingGenerator<TInput, TEmbedding> generator,
        IEnumerable<TInput?> inputs,
        EmbeddingGenerationOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
        where TEmbedding : Embedding
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(inputs);
        return BatchEngine.RunAsync(inputs, new EmbeddingGeneratorStep<TInput?, TInput, TEmbedding>(generator, input => input, options), batchOptions, cancellationToken);
    }

    /// <summary>Embeds something of each item and gives all embeddings in the order of the items.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <typeparam name="TInput">The type of an input, mostly <see cref="string"/>.</typeparam>
    /// <typeparam name="TEmbedding">The type of an embedding.</typeparam>
    /// <param name="generator">The generator to send with; it must allow concurrent calls.</param>
    /// <param name="items">What the inputs are made from, in the order of the results.</param>
    /// <param name="input">Gives the input for an item; null where it needs no request. Called in the order of the items, by one thread at a time. Its exception is that item's error.</param>
    /// <param name="options">The options of every request; null for the generator's defaults.</param>
    /// <param name="batchOptions">How to send; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the whole batch.</param>
    /// <returns>One item for each input, with its embedding or its own exception.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="generator"/>, <paramref name="items"/> or <paramref name="input"/> is null.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled before every item had ended. Calls that do not end within half a second of it are abandoned.
    /// </exception>
    public static Task<BatchResult<TEmbedding>> EmbedBatchAsync<TItem, TInput, TEmbedding>(
        this IEmbeddingGenerator<TInput, TEmbedding> generator,
        IEnumerable<TItem> items,
        Func<TItem, TInput?> input,
        EmbeddingGenerationOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
        where TEmbedding : Embedding
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(input);
        return BatchEngine.RunAsync(items, new EmbeddingGeneratorStep<TItem, TInput, TEmbedding>(generator, input, options), batchOptions, cancellationToken);
    }
}
