using System.Text.Json.Serialization.Metadata;
using BatchMigrate.Engine;
using BatchMigrate.Packing;
using OpenAI.Chat;

namespace BatchMigrate;

/// <content>Several items in one request.</content>
public static partial class OpenAIChatClientBatchExtensions
{
    /// <summary>Asks about several items in each request, and gives each item its own answer, in the order of the items.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <param name="client">The client to send with; it must allow concurrent calls.</param>
    /// <param name="items">What is asked about, in the order of the results. A null element needs no request: its item is there, with <see cref="BatchItem{T}.Skipped"/>.</param>
    /// <param name="messages">
    /// Gives the messages that ask about the items of a pack, each with its number: <see cref="ItemPack{TItem}.Numbered"/> writes them so. How to answer need not be said. It is called for each item
    /// alone and for packs of all sizes, more than once, by one thread at a time. Its exception for an item alone is that item's error.
    /// </param>
    /// <param name="options">
    /// The options of every request; null for the client's defaults. <see cref="ChatCompletionOptions.MaxOutputTokenCount"/> is for the answer to a whole pack. A
    /// <see cref="ChatCompletionOptions.ResponseFormat"/> stays; without one a JSON schema is asked for, where the model takes it.
    /// </param>
    /// <param name="batchOptions">How to send; null for the defaults. <see cref="BatchOptions.Pack"/> bounds a request, by default to 15 items and 25,000 tokens of its messages.</param>
    /// <param name="cancellationToken">Cancels the whole batch.</param>
    /// <returns>One item for each input, with its answer or its own exception.</returns>
    /// <remarks>
    /// An answer belongs to the item whose number it has, and to none where it has none, or where there are two of that number. Items without an answer, and those of a request that fails for what may
    /// lie in it, are asked about again in halves, down to single items; an item for which even that brings nothing fails with an <see cref="InvalidOperationException"/>.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="client"/>, <paramref name="items"/> or <paramref name="messages"/> is null.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled before every item had ended. Calls that do not end within half a second of it are abandoned.
    /// </exception>
    public static Task<BatchResult<string>> PackBatchAsync<TItem>(
        this ChatClient client,
        IEnumerable<TItem?> items,
        Func<ItemPack<TItem>, IEnumerable<ChatMessage>> messages,
        ChatCompletionOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default) => client.PackBatchAsync(items, messages, PackAnswers.Text, options, batchOptions, cancellationToken);

    /// <summary>Asks about several items in each request, and gives each item its own answer as an object, in the order of the items.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <typeparam name="TAnswer">The type of an answer.</typeparam>
    /// <param name="client">The client to send with; it must allow concurrent calls.</param>
    /// <param name="items">What is asked about, in the order of the results. A null element needs no request: its item is there, with <see cref="BatchItem{T}.Skipped"/>.</param>
    /// <param name="messages">Gives the messages that ask about the items of a pack, each with its number, as in the form without a type.</param>
    /// <param name="answerType">How an answer is read from JSON; the model is told its schema. What cannot be read so is asked for again, as what is missing.</param>
    /// <param name="options">The options of every request; null for the client's defaults.</param>
    /// <param name="batchOptions">How to send; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the whole batch.</param>
    /// <returns>One item for each input, with its answer or its own exception.</returns>
    /// <remarks>What is missing is asked about again in halves, as in the form without a type.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="client"/>, <paramref name="items"/>, <paramref name="messages"/> or <paramref name="answerType"/> is null.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled before every item had ended. Calls that do not end within half a second of it are abandoned.
    /// </exception>
    public static Task<BatchResult<TAnswer>> PackBatchAsync<TItem, TAnswer>(
        this ChatClient client,
        IEnumerable<TItem?> items,
        Func<ItemPack<TItem>, IEnumerable<ChatMessage>> messages,
        JsonTypeInfo<TAnswer> answerType,
        ChatCompletionOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(answerType);
        return BatchEngine.RunAsync(items, new OpenAIChatPackStep<TItem, TAnswer>(client, messages, new PackAnswerFormat<TAnswer>(answerType), options), batchOptions, cancellationToken);
    }
}
