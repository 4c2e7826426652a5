using System.ClientModel;
using BatchMigrate.Engine;
using OpenAI.Chat;

namespace BatchMigrate;

/// <summary>Sends many chat requests at once through one <see cref="ChatClient"/>, at most <see cref="BatchOptions.MaxConcurrency"/> at a time, with the results in order.</summary>
/// <remarks>
/// <para>A null argument throws <see cref="ArgumentNullException"/> at the call, never through the task or the stream; everything else comes through them.
/// An exception of the source leaves once the requests under way have ended; an exception of one request is that item's error.</para>
/// <para>The messages of an item are copied when the item's turn comes, so lazy queries run one at a time and a list may be filled again for the next item.</para>
/// </remarks>
public static partial class OpenAIChatClientBatchExtensions
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
    public static Task<BatchResult<ClientResult<ChatCompletion>>> CompleteBatchAsync(
        this ChatClient client,
        IEnumerable<IEnumerable<ChatMessage>?> messagesList,
        ChatCompletionOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(messagesList);
        return BatchEngine.RunAsync(messagesList, new OpenAIChatStep<IEnumerable<ChatMessage>?>(client, messages => ToRequest(messages, options), blocks: false), batchOptions, cancellationToken);
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
    public static Task<BatchResult<ClientResult<ChatCompletion>>> CompleteBatchAsync(
        this ChatClient client,
        IEnumerable<string?> prompts,
        ChatCompletionOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(prompts);
        return BatchEngine.RunAsync(prompts, new OpenAIChatStep<string?>(client, prompt => ToRequest(prompt, options), blocks: false), batchOptions, cancellationToken);
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
    public static Task<BatchResult<ClientResult<ChatCompletion>>> CompleteBatchAsync(
        this ChatClient client,
        IEnumerable<ChatCompletionRequest?> requests,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(requests);
        return BatchEngine.RunAsync(requests, new OpenAIChatStep<ChatCompletionRequest?>(client, request => request, blocks: false), batchOptions, cancellationToken);
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
    public static Task<BatchResult<ClientResult<ChatCompletion>>> CompleteBatchAsync<TItem>(
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
        return BatchEngine.RunAsync(items, new OpenAIChatStep<TItem>(client, item => ToRequest(messages(item), options), blocks: false), batchOptions, cancellationToken);
    }

    private static ChatCompletionRequest? ToRequest(IEnumerable<ChatMessage>? messages, ChatCompletionOptions? options) =>
        messages is null ? null : new ChatCompletionRequest(messages, options);

    private static ChatCompletionRequest? ToRequest(string? prompt, ChatCompletionOptions? options) =>
        prompt is null ? null : new ChatCompletionRequest([new UserChatMessage(prompt)], options);
}
