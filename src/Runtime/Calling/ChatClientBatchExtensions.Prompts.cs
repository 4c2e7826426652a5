using BatchMigrate.Engine;
using Microsoft.Extensions.AI;

namespace BatchMigrate;

public static partial class ChatClientBatchExtensions
{
    /// <summary>Sends all requests and gives all responses in the order of the input.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <param name="client">The client to send with; it must allow concurrent calls.</param>
    /// <param name="items">What the requests are made from, in the order of the results.</param>
    /// <param name="prompt">Gives the prompt for an item, which is sent as one user message; null where it needs no request. Called in the order of the input, by one thread at a time. Its exception is that item's error.</param>
    /// <param name="options">The options of every request; null for the client's defaults.</param>
    /// <param name="batchOptions">How to send; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the whole batch.</param>
    /// <returns>One item for each input, with its response or its own exception.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/>, <paramref name="items"/> or <paramref name="prompt"/> is null.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled before every item had ended. Calls that do not end within half a second of it are abandoned.
    /// </exception>
    public static Task<BatchResult<ChatResponse>> CompleteBatchAsync<TItem>(
        this IChatClient client,
        IEnumerable<TItem> items,
        Func<TItem, string?> prompt,
        ChatOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(prompt);
        return BatchEngine.RunAsync(items, new ChatClientStep<TItem>(client, item => ToRequest(prompt(item), options)), batchOptions, cancellationToken);
    }
}
