using System.ClientModel;
using BatchMigrate.Engine;
using OpenAI.Embeddings;

namespace BatchMigrate;

/// <summary>Embeds many inputs through one <see cref="EmbeddingClient"/>: as many in a request as the provider takes, several requests at once, the results in order.</summary>
/// <remarks>
/// <para>A null argument throws <see cref="ArgumentNullException"/> at the call, never through the task; everything else comes through it.
/// An exception of the source leaves once the requests under way have ended; what is wrong with one input is that item's error.</para>
/// <para>A request that fails for what may lie in it is sent again in halves, down to single inputs. The response of an item is that of the request that brought its embedding, so
/// items share it, and <see cref="OpenAIEmbedding.Index"/> is the place in that request.</para>
/// </remarks>
public static class OpenAIEmbeddingClientBatchExtensions
{
    /// <summary>Embeds all inputs and gives all embeddings in the order of the input.</summary>
    /// <param name="client">The client to send with; it must allow concurrent calls.</param>
    /// <param name="inputs">The texts, in the order of the results. A null element needs no request: its item is there, with <see cref="BatchItem{T}.Skipped"/>.</param>
    /// <param name="options">The options of every request; null for the client's defaults.</param>
    /// <param name="batchOptions">How to send; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the whole batch.</param>
    /// <returns>One item for each input, with its embedding or its own exception.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="inputs"/> is null.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled before every item had ended. Calls that do not end within half a second of it are abandoned.
    /// </exception>
    public static Task<BatchResult<ClientResult<OpenAIEmbedding>>> EmbedBatchAsync(
        this EmbeddingClient client,
        IEnumerable<string?> inputs,
        EmbeddingGenerationOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(inputs);
        return BatchEngine.RunAsync(inputs, new OpenAIEmbeddingStep<string?>(client, input => input, options, blocks: false), batchOptions, cancellationToken);
    }

    /// <summary>Embeds something of each item and gives all embeddings in the order of the items.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <param name="client">The client to send with; it must allow concurrent calls.</param>
    /// <param name="items">What the inputs are made from, in the order of the results.</param>
    /// <param name="input">Gives the text for an item; null where it needs no request. Called in the order of the items, by one thread at a time. Its exception is that item's error.</param>
    /// <param name="options">The options of every request; null for the client's defaults.</param>
    /// <param name="batchOptions">How to send; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the whole batch.</param>
    /// <returns>One item for each input, with its embedding or its own exception.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/>, <paramref name="items"/> or <paramref name="input"/> is null.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled before every item had ended. Calls that do not end within half a second of it are abandoned.
    /// </exception>
    public static Task<BatchResult<ClientResult<OpenAIEmbedding>>> EmbedBatchAsync<TItem>(
        this EmbeddingClient client,
        IEnumerable<TItem> items,
        Func<TItem, string?> input,
        EmbeddingGenerationOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(input);
        return BatchEngine.RunAsync(items, new OpenAIEmbeddingStep<TItem>(client, input, options, blocks: false), batchOptions, cancellationToken);
    }

    /// <summary>The synchronous twin: sends through <see cref="EmbeddingClient.GenerateEmbeddings(IEnumerable{string}, EmbeddingGenerationOptions, CancellationToken)"/> and returns when all have ended.</summary>
    /// <param name="client">The client to send with; it must allow concurrent calls.</param>
    /// <param name="inputs">The texts, in the order of the results. A null element needs no request: its item is there, with <see cref="BatchItem{T}.Skipped"/>.</param>
    /// <param name="options">The options of every request; null for the client's defaults.</param>
    /// <param name="batchOptions">How to send; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the whole batch.</param>
    /// <returns>One item for each input, with its embedding or its own exception.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="inputs"/> is null.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled before every item had ended. Calls that do not end within half a second of it are abandoned.
    /// </exception>
    public static BatchResult<ClientResult<OpenAIEmbedding>> EmbedBatch(
        this EmbeddingClient client,
        IEnumerable<string?> inputs,
        EmbeddingGenerationOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(inputs);
        return BatchEngine.Run(inputs, new OpenAIEmbeddingStep<string?>(client, input => input, options, blocks: true), batchOptions, cancellationToken);
    }

    /// <summary>The synchronous twin: sends through <see cref="EmbeddingClient.GenerateEmbeddings(IEnumerable{string}, EmbeddingGenerationOptions, CancellationToken)"/> and returns when all have ended.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <param name="client">The client to send with; it must allow concurrent calls.</param>
    /// <param name="items">What the inputs are made from, in the order of the results.</param>
    /// <param name="input">Gives the text for an item; null where it needs no request. Called in the order of the items, by one thread at a time. Its exception is that item's error.</param>
    /// <param name="options">The options of every request; null for the client's defaults.</param>
    /// <param name="batchOptions">How to send; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the whole batch.</param>
    /// <returns>One item for each input, with its embedding or its own exception.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/>, <paramref name="items"/> or <paramref name="input"/> is null.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled before every item had ended. Calls that do not end within half a second of it are abandoned.
    /// </exception>
    public static BatchResult<ClientResult<OpenAIEmbedding>> EmbedBatch<TItem>(
        this EmbeddingClient client,
        IEnumerable<TItem> items,
        Func<TItem, string?> input,
        EmbeddingGenerationOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(input);
        return BatchEngine.Run(items, new OpenAIEmbeddingStep<TItem>(client, input, options, blocks: true), batchOptions, cancellationToken);
    }
}
