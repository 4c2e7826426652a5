using BatchMigrate.Engine;
using Microsoft.Extensions.AI;

namespace BatchMigrate;

/// <content>The synchronous twins, for callers that cannot await. They hold the calling thread only and need no synchronisation context, so they cannot wait for themselves.</content>
public static partial class ChatClientBatchExtensions
{
    /// <summary>Sends all requests with the calling thread waiting and returns when all have ended.</summary>
    /// <param name="client">The client to send with; it must allow concurrent calls.</param>
    /// <param name="messagesList">The messages of each request, in the order of the results. A null element needs no request: its item is there, with <see cref="BatchItem{T}.Skipped"/>.</param>
    /// <param name="options">The options of every request; null for the client's defaults.</param>
    /// <param name="batchOptions">How to send; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the whole batch.</param>
    /// <returns>One item for each input, with its response or its own exception.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="messagesList"/> is null.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled before every item had ended. Calls that do not end within half a second of it are abandoned.
    /// </exception>
    public static BatchResult<ChatResponse> CompleteBatch(
        this IChatClient client,
        IEnumerable<IEnumerable<ChatMessage>?> messagesList,
        ChatOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(messagesList);
        return BatchEngine.Run(messagesList, new ChatClientStep<IEnumerable<ChatMessage>?>(client, messages => ToRequest(messages, options)), batchOptions, cancellationToken);
    }

    /// <summary>Sends all requests with the calling thread waiting and returns when all have ended.</summary>
    /// <param name="client">The client to send with; it must allow concurrent calls.</param>
    /// <param name="prompts">Prompts, each sent as one user message. A null element needs no request: its item is there, with <see cref="BatchItem{T}.Skipped"/>.</param>
    /// <param name="options">The options of every request; null for the client's defaults.</param>
    /// <param name="batchOptions">How to send; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the whole batch.</param>
    /// <returns>One item for each input, with its response or its own exception.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="prompts"/> is null.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled before every item had ended. Calls that do not end within half a second of it are abandoned.
    /// </exception>
    public static BatchResult<ChatResponse> CompleteBatch(
        this IChatClient client,
        IEnumerable<string?> prompts,
        ChatOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(prompts);
        return BatchEngine.Run(prompts, new ChatClientStep<string?>(client, prompt => ToRequest(prompt, options)), batchOptions, cancellationToken);
    }

    /// <summary>Sends all requests with the calling thread waiting and returns when all have ended.</summary>
    /// <param name="client">The client to send with; it must allow concurrent calls.</param>
    /// <param name="requests">Requests with options of their own. A null element needs no request: its item is there, with <see cref="BatchItem{T}.Skipped"/>.</param>
    /// <param name="batchOptions">How to send; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the whole batch.</param>
    /// <returns>One item for each input, with its response or its own exception.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="requests"/> is null.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled before every item had ended. Calls that do not end within half a second of it are abandoned.
    /// </exception>
    public static BatchResult<ChatResponse> CompleteBatch(
        this IChatClient client,
        IEnumerable<ChatRequest?> requests,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(requests);
        return BatchEngine.Run(requests, new ChatClientStep<ChatRequest?>(client, request => request), batchOptions, cancellationToken);
    }

    /// <summary>Sends all requests with the calling thread waiting and returns when all have ended.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <param name="client">The client to send with; it must allow concurrent calls.</param>
    /// <param name="items">What the requests are made from, in the order of the results.</param>
    /// <param name="messages">Gives the messages for an item; null where it needs no request. Called in the order of the input, by one thread at a time. Its exception is that item's error.</param>
    /// <param name="options">The options of every request; null for the client's defaults.</param>
    /// <param name="batchOptions">How to send; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the whole batch.</param>
    /// <returns>One item for each input, with its response or its own exception.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/>, <paramref name="items"/> or <paramref name="messages"/> is null.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled before every item had ended. Calls that do not end within half a second of it are abandoned.
    /// </exception>
    public static BatchResult<ChatResponse> CompleteBatch<TItem>(
        this IChatClient client,
        IEnumerable<TItem> items,
        Func<TItem, IEnumerable<ChatMessage>?> messages,
        ChatOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(messages);
        return BatchEngine.Run(items, new ChatClientStep<TItem>(client, item => ToRequest(messages(item), options)), batchOptions, cancellationToken);
    }
}
