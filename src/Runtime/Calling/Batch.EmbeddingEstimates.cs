using BatchMigrate.Engine;
using Microsoft.Extensions.AI;
using OpenAI.Embeddings;
using EmbeddingGenerationOptions = Microsoft.Extensions.AI.EmbeddingGenerationOptions;
using OpenAIEmbeddingOptions = OpenAI.Embeddings.EmbeddingGenerationOptions;

namespace BatchMigrate;

/// <content>What embeddings would take.</content>
public static partial class Batch
{
    /// <summary>Estimates a batch of texts to embed.</summary>
    /// <param name="client">The client that the batch would be sent with.</param>
    /// <param name="inputs">The texts; null where no request is needed.</param>
    /// <param name="options">The options of every request.</param>
    /// <param name="batchOptions">How the batch would be sent: its pack size, estimator, prices and limits are used.</param>
    /// <param name="cancellationToken">Ends the estimate.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="inputs"/> is null.</exception>
    public static Task<BatchEstimate> EstimateAsync(
        this EmbeddingClient client,
        IEnumerable<string?> inputs,
        OpenAIEmbeddingOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return client.EstimateAsync(inputs, input => input, options, batchOptions, cancellationToken);
    }

    /// <summary>Estimates embeddings that are made from items.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <param name="client">The client that the batch would be sent with.</param>
    /// <param name="items">What the inputs are made from.</param>
    /// <param name="input">Gives the text for an item; null where it needs no request.</param>
    /// <param name="options">The options of every request.</param>
    /// <param name="batchOptions">How the batch would be sent: its pack size, estimator, prices and limits are used.</param>
    /// <param name="cancellationToken">Ends the estimate.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/>, <paramref name="items"/> or <paramref name="input"/> is null.</exception>
    public static Task<BatchEstimate> EstimateAsync<TItem>(
        this EmbeddingClient client,
        IEnumerable<TItem> items,
        Func<TItem, string?> input,
        OpenAIEmbeddingOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(input);
        return Estimator.EstimateAsync(new SynchronousSource<TItem>(items), new OpenAIEmbeddingStep<TItem>(client, input, options, blocks: false), batchOptions, cancellationToken);
    }

    /// <summary>Estimates a batch of inputs to embed.</summary>
    /// <typeparam name="TInput">The type of an input, mostly <see cref="string"/>.</typeparam>
    /// <typeparam name="TEmbedding">The type of an embedding.</typeparam>
    /// <param name="generator">The generator that the batch would be sent with.</param>
    /// <param name="inputs">The inputs; null where no request is needed.</param>
    /// <param name="options">The options of every request.</param>
    /// <param name="batchOptions">How the batch would be sent: its pack size, estimator, prices and limits are used.</param>
    /// <param name="cancellationToken">Ends the estimate.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="generator"/> or <paramref name="inputs"/> is null.</exception>
    public static Task<BatchEstimate> EstimateAsync<TInput, TEmbedding>(
        this IEmbeddingGenerator<TInput, TEmbedding> generator,
        IEnumerable<TInput?> inputs,
        EmbeddingGenerationOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
        where TEmbedding : Embedding
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return generator.EstimateAsync(inputs, input => input, options, batchOptions, cancellationToken);
    }

    /// <summary>Estimates embeddings that are made from items.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <typeparam name="TInput">The type of an input, mostly <see cref="string"/>.</typeparam>
    /// <typeparam name="TEmbedding">The type of an embedding.</typeparam>
    /// <param name="generator">The generator that the batch would be sent with.</param>
    /// <param name="items">What the inputs are made from.</param>
    /// <param name="input">Gives the input for an item; null where it needs no request.</param>
    /// <param name="options">The options of every request.</param>
    /// <param name="batchOptions">How the batch would be sent: its pack size, estimator, prices and limits are used.</param>
    /// <param name="cancellationToken">Ends the estimate.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="generator"/>, <paramref name="items"/> or <paramref name="input"/> is null.</exception>
    public static Task<BatchEstimate> EstimateAsync<TItem, TInput, TEmbedding>(
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
        return Estimator.EstimateAsync(new SynchronousSource<TItem>(items), new EmbeddingGeneratorStep<TItem, TInput, TEmbedding>(generator, input, options), batchOptions, cancellationToken);
    }
}
