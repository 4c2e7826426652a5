using BatchMigrate.Engine;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
using OpenAIMessage = OpenAI.Chat.ChatMessage;

namespace BatchMigrate;

/// <content>
/// What a batch would take, without sending it: with the arguments of the batch, also as <c>client.EstimateAsync(…)</c>. The items are prepared, so a
/// selector runs once for the estimate and once more for the batch.
/// </content>
public static partial class Batch
{
    /// <summary>Estimates a batch of message lists.</summary>
    /// <param name="client">The client that the batch would be sent with.</param>
    /// <param name="messagesList">The messages of each request; null where none is needed.</param>
    /// <param name="options">The options of every request.</param>
    /// <param name="batchOptions">How the batch would be sent: its estimator, prices and limits are used.</param>
    /// <param name="cancellationToken">Ends the estimate.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="messagesList"/> is null.</exception>
    public static Task<BatchEstimate> EstimateAsync(
        this ChatClient client,
        IEnumerable<IEnumerable<OpenAIMessage>?> messagesList,
        ChatCompletionOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default) => client.EstimateAsync(messagesList, messages => messages, options, batchOptions, cancellationToken);

    /// <summary>Estimates a batch of prompts, each one user message.</summary>
    /// <param name="client">The client that the batch would be sent with.</param>
    /// <param name="prompts">The prompts; null where no request is needed.</param>
    /// <param name="options">The options of every request.</param>
    /// <param name="batchOptions">How the batch would be sent: its estimator, prices and limits are used.</param>
    /// <param name="cancellationToken">Ends the estimate.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="prompts"/> is null.</exception>
    public static Task<BatchEstimate> EstimateAsync(
        this ChatClient client,
        IEnumerable<string?> prompts,
        ChatCompletionOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prompts);
        return client.EstimateAsync(prompts, prompt => prompt is null ? null : [new UserChatMessage(prompt)], options, batchOptions, cancellationToken);
    }

    /// <summary>Estimates a batch of requests with options of their own.</summary>
    /// <param name="client">The client that the batch would be sent with.</param>
    /// <param name="requests">The requests; null where none is needed.</param>
    /// <param name="batchOptions">How the batch would be sent: its estimator, prices and limits are used.</param>
    /// <param name="cancellationToken">Ends the estimate.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="requests"/> is null.</exception>
    public static Task<BatchEstimate> EstimateAsync(
        this ChatClient client,
        IEnumerable<ChatCompletionRequest?> requests,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(requests);
        return Estimator.EstimateAsync(new SynchronousSource<ChatCompletionRequest?>(requests), new OpenAIChatStep<ChatCompletionRequest?>(client, request => request, blocks: false), batchOptions, cancellationToken);
    }

    /// <summary>Estimates a batch that is made from items.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <param name="client">The client that the batch would be sent with.</param>
    /// <param name="items">What the requests are made from.</param>
    /// <param name="messages">Gives the messages for an item; null where it needs no request.</param>
    /// <param name="options">The options of every request.</param>
    /// <param name="batchOptions">How the batch would be sent: its estimator, prices and limits are used.</param>
    /// <param name="cancellationToken">Ends the estimate.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/>, <paramref name="items"/> or <paramref name="messages"/> is null.</exception>
    public static Task<BatchEstimate> EstimateAsync<TItem>(
        this ChatClient client,
        IEnumerable<TItem> items,
        Func<TItem, IEnumerable<OpenAIMessage>?> messages,
        ChatCompletionOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(messages);
        var step = new OpenAIChatStep<TItem>(client, item => messages(item) is { } list ? new ChatCompletionRequest(list, options) : null, blocks: false);
        return Estimator.EstimateAsync(new SynchronousSource<TItem>(items), step, batchOptions, cancellationToken);
    }

    /// <summary>Estimates a batch of message lists.</summary>
    /// <param name="client">The client that the batch would be sent with.</param>
    /// <param name="messagesList">The messages of each request; null where none is needed.</param>
    /// <param name="options">The options of every request.</param>
    /// <param name="batchOptions">How the batch would be sent: its estimator, prices and limits are used.</param>
    /// <param name="cancellationToken">Ends the estimate.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="messagesList"/> is null.</exception>
    public static Task<BatchEstimate> EstimateAsync(
        this IChatClient client,
        IEnumerable<IEnumerable<ChatMessage>?> messagesList,
        ChatOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default) => client.EstimateAsync(messagesList, messages => messages, options, batchOptions, cancellationToken);

    /// <summary>Estimates a batch of prompts, each one user message.</summary>
    /// <param name="client">The client that the batch would be sent with.</param>
    /// <param name="prompts">The prompts; null where no request is needed.</param>
    /// <param name="options">The options of every request.</param>
    /// <param name="batchOptions">How the batch would be sent: its estimator, prices and limits are used.</param>
    /// <param name="cancellationToken">Ends the estimate.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="prompts"/> is null.</exception>
    public static Task<BatchEstimate> EstimateAsync(
        this IChatClient client,
        IEnumerable<string?> prompts,
        ChatOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prompts);
        return client.EstimateAsync(prompts, prompt => prompt is null ? null : [new ChatMessage(ChatRole.User, prompt)], options, batchOptions, cancellationToken);
    }

    /// <summary>Estimates a batch of requests with options of their own.</summary>
    /// <param name="client">The client that the batch would be sent with.</param>
    /// <param name="requests">The requests; null where none is needed.</param>
    /// <param name="batchOptions">How the batch would be sent: its estimator, prices and limits are used.</param>
    /// <param name="cancellationToken">Ends the estimate.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="requests"/> is null.</exception>
    public static Task<BatchEstimate> EstimateAsync(
        this IChatClient client,
        IEnumerable<ChatRequest?> requests,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(requests);
        return Estimator.EstimateAsync(new SynchronousSource<ChatRequest?>(requests), new ChatClientStep<ChatRequest?>(client, request => request), batchOptions, cancellationToken);
    }

    /// <summary>Estimates a batch that is made from items.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <param name="client">The client that the batch would be sent with.</param>
    /// <param name="items">What the requests are made from.</param>
    /// <param name="messages">Gives the messages for an item; null where it needs no request.</param>
    /// <param name="options">The options of every request.</param>
    /// <param name="batchOptions">How the batch would be sent: its estimator, prices and limits are used.</param>
    /// <param name="cancellationToken">Ends the estimate.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/>, <paramref name="items"/> or <paramref name="messages"/> is null.</exception>
    public static Task<BatchEstimate> EstimateAsync<TItem>(
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
        var step = new ChatClientStep<TItem>(client, item => messages(item) is { } list ? new ChatRequest(list, options) : null);
        return Estimator.EstimateAsync(new SynchronousSource<TItem>(items), step, batchOptions, cancellationToken);
    }
}
