using System.ClientModel;
using BatchMigrate.Engine;
using OpenAI.Chat;

namespace BatchMigrate;

/// <content>The streaming forms: each response in the order of the input, as soon as it and all before it are there.</content>
public static partial class OpenAIChatClientBatchExtensions
{
    /// <summary>Sends requests while the results are read. The source is asked, and messages are made, only while the consumer waits for its next item.</summary>
    /// <param name="client">The client to send with; it must allow concurrent calls.</param>
    /// <param name="messagesList">The messages of each request, in the order of the results. A null element needs no request: its item is there, with <see cref="BatchItem{T}.Skipped"/>.</param>
    /// <param name="options">The options of every request; null for the client's defaults.</param>
    /// <param name="batchOptions">How to send; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the stream and the requests under way.</param>
    /// <returns>The items one by one. Leaving the stream early cancels the requests under way and waits for them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="messagesList"/> is null.</exception>
    public static IAsyncEnumerable<BatchItem<ClientResult<ChatCompletion>>> CompleteBatchStreamingAsync(
        this ChatClient client,
        IEnumerable<IEnumerable<ChatMessage>?> messagesList,
        ChatCompletionOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(messagesList);
        return BatchEngine.StreamItemsAsync(new SynchronousSource<IEnumerable<ChatMessage>?>(messagesList), new OpenAIChatStep<IEnumerable<ChatMessage>?>(client, messages => ToRequest(messages, options), blocks: false), batchOptions, cancellationToken);
    }

    /// <summary>Sends requests while the results are read. The source is asked, and messages are made, only while the consumer waits for its next item.</summary>
    /// <param name="client">The client to send with; it must allow concurrent calls.</param>
    /// <param name="messagesList">The messages of each request, in the order of the results. A null element needs no request: its item is there, with <see cref="BatchItem{T}.Skipped"/>.</param>
    /// <param name="options">The options of every request; null for the client's defaults.</param>
    /// <param name="batchOptions">How to send; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the stream and the requests under way.</param>
    /// <returns>The items one by one. Leaving the stream early cancels the requests under way and waits for them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="messagesList"/> is null.</exception>
    public static IAsyncEnumerable<BatchItem<ClientResult<ChatCompletion>>> CompleteBatchStreamingAsync(
        this ChatClient client,
        IAsyncEnumerable<IEnumerable<ChatMessage>?> messagesList,
        ChatCompletionOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(messagesList);
        return BatchEngine.StreamItemsAsync(messagesList, new OpenAIChatStep<IEnumerable<ChatMessage>?>(client, messages => ToRequest(messages, options), blocks: false), batchOptions, cancellationToken);
    }

    /// <summary>Sends requests while the results are read. The source is asked, and messages are made, only while the consumer waits for its next item.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <param name="client">The client to send with; it must allow concurrent calls.</param>
    /// <param name="items">What the requests are made from, in the order of the results.</param>
    /// <param name="messages">Gives the messages for an item; null where it needs no request. Called in the order of the input, by one thread at a time. Its exception is that item's error.</param>
    /// <param name="options">The options of every request; null for the client's defaults.</param>
    /// <param name="batchOptions">How to send; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the stream and the requests under way.</param>
    /// <returns>Each item with what it was made from. Leaving the stream early cancels the requests under way and waits for them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/>, <paramref name="items"/> or <paramref name="messages"/> is null.</exception>
    public static IAsyncEnumerable<(TItem Source, BatchItem<ClientResult<ChatCompletion>> Item)> CompleteBatchStreamingAsync<TItem>(
        this ChatClient client,
        IEnumerable<TItem> items,
        Func<TItem, IEnumerable<ChatMessage>?> messages,
        ChatCompletionOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(messages);
        return BatchEngine.StreamAsync(new SynchronousSource<TItem>(items), new OpenAIChatStep<TItem>(client, item => ToRequest(messages(item), options), blocks: false), batchOptions, cancellationToken);
    }

    /// <summary>Sends requests while the results are read. The source is asked, and messages are made, only while the consumer waits for its next item.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <param name="client">The client to send with; it must allow concurrent calls.</param>
    /// <param name="items">What the requests are made from, in the order of the results.</param>
    /// <param name="messages">Gives the messages for an item; null where it needs no request. Called in the order of the input, by one thread at a time. Its exception is that item's error.</param>
    /// <param name="options">The options of every request; null for the client's defaults.</param>
    /// <param name="batchOptions">How to send; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the stream and the requests under way.</param>
    /// <returns>Each item with what it was made from. Leaving the stream early cancels the requests under way and waits for them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/>, <paramref name="items"/> or <paramref name="messages"/> is null.</exception>
    public static IAsyncEnumerable<(TItem Source, BatchItem<ClientResult<ChatCompletion>> Item)> CompleteBatchStreamingAsync<TItem>(
        this ChatClient client,
        IAsyncEnumerable<TItem> items,
        Func<TItem, IEnumerable<ChatMessage>?> messages,
        ChatCompletionOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(messages);
        return BatchEngine.StreamAsync(items, new OpenAIChatStep<TItem>(client, item => ToRequest(messages(item), options), blocks: false), batchOptions, cancellationToken);
    }
}
