using BatchMigrate.Engine;
using Microsoft.Extensions.AI;

namespace BatchMigrate;

/// <summary>Sends many chat requests at once through one <see cref="IChatClient"/>, at most <see cref="BatchOptions.MaxConcurrency"/> at a time, with the results in order.</summary>
/// <remarks>
/// <para>A null argument throws <see cref="ArgumentNullException"/> at the call, never through the task or the stream; everything else comes through them.
/// An exception of the source leaves once the requests under way have ended; an exception of one request is that item's error.</para>
/// <para>The messages of an item are copied when the item's turn comes, so lazy queries run one at a time and a list may be filled again for the next item.</para>
/// </remarks>
public static partial class ChatClientBatchExtensions
{
    /// <summary>Sends all requests and gives all responses in the order of the input.</summary>
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
    public static Task<BatchResult<ChatResponse>> CompleteBatchAsync(
        this IChatClient client,
        IEnumerable<IEnumerable<ChatMessage>?> messagesList,
        ChatOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(messagesList);
        return BatchEngine.RunAsync(messagesList, new ChatClientStep<IEnumerable<ChatMessage>?>(client, messages => ToRequest(messages, options)), batchOptions, cancellationToken);
    }

    /// <summary>Sends all requests and gives all responses in the order of the input.</summary>
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
    public static Task<BatchResult<ChatResponse>> CompleteBatchAsync(
        this IChatClient client,
        IEnumerable<string?> prompts,
        ChatOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(prompts);
        return BatchEngine.RunAsync(prompts, new ChatClientStep<string?>(client, prompt => ToRequest(prompt, options)), batchOptions, cancellationToken);
    }

    /// <summary>Sends all requests and gives all responses in the order of the input.</summary>
    /// <param name="client">The client to send with; it must allow concurrent calls.</param>
    /// <param name="requests">Requests with options of their own. A null element needs no request: its item is there, with <see cref="BatchItem{T}.Skipped"/>.</param>
    /// <param name="batchOptions">How to send; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the whole batch.</param>
    /// <returns>One item for each input, with its response or its own exception.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="requests"/> is null.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled before every item had ended. Calls that do not end within half a second of it are abandoned.
    /// </exception>
    public static Task<BatchResult<ChatResponse>> CompleteBatchAsync(
        this IChatClient client,
        IEnumerable<ChatRequest?> requests,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(requests);
        return BatchEngine.RunAsync(requests, new ChatClientStep<ChatRequest?>(client, request => request), batchOptions, cancellationToken);
    }

    /// <summary>Sends all requests and gives all responses in the order of the input.</summary>
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
    public static Task<BatchResult<ChatResponse>> CompleteBatchAsync<TItem>(
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
        return BatchEngine.RunAsync(items, new ChatClientStep<TItem>(client, item => ToRequest(messages(item), options)), batchOptions, cancellationToken);
    }

    private static ChatRequest? ToRequest(IEnumerable<ChatMessage>? messages, ChatOptions? options) =>
        messages is null ? null : new ChatRequest(messages, options);

    private static ChatRequest? ToRequest(string? prompt, ChatOptions? options) =>
        prompt is null ? null : new ChatRequest([new ChatMessage(ChatRole.User, prompt)], options);
}
