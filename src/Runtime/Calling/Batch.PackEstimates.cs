using BatchMigrate.Engine;
using BatchMigrate.Packing;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
using OpenAIMessage = OpenAI.Chat.ChatMessage;

namespace BatchMigrate;

/// <content>What chat requests for several items would take.</content>
public static partial class Batch
{
    /// <summary>Estimates a batch of <see cref="OpenAIChatClientBatchExtensions.PackBatchAsync{TItem}"/>: items are packed as the batch would pack them.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <param name="client">The client that the batch would be sent with.</param>
    /// <param name="items">What would be asked about; null where no request is needed.</param>
    /// <param name="messages">Gives the messages that ask about the items of a pack.</param>
    /// <param name="options">The options of every request.</param>
    /// <param name="batchOptions">How the batch would be sent: its pack size, estimator, prices and limits are used.</param>
    /// <param name="cancellationToken">Ends the estimate.</param>
    /// <returns>The estimate. What would have to be asked for again is not in it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/>, <paramref name="items"/> or <paramref name="messages"/> is null.</exception>
    public static Task<BatchEstimate> EstimatePacksAsync<TItem>(
        this ChatClient client,
        IEnumerable<TItem?> items,
        Func<ItemPack<TItem>, IEnumerable<OpenAIMessage>> messages,
        ChatCompletionOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(messages);
        var step = new OpenAIChatPackStep<TItem, string>(client, messages, new PackAnswerFormat<string>(PackAnswers.Text), options);
        return Estimator.EstimateAsync(new SynchronousSource<TItem?>(items), step, batchOptions, cancellationToken);
    }

    /// <summary>Estimates a batch of <see cref="ChatClientBatchExtensions.PackBatchAsync{TItem}"/>: items are packed as the batch would pack them.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <param name="client">The client that the batch would be sent with.</param>
    /// <param name="items">What would be asked about; null where no request is needed.</param>
    /// <param name="messages">Gives the messages that ask about the items of a pack.</param>
    /// <param name="options">The options of every request.</param>
    /// <param name="batchOptions">How the batch would be sent: its pack size, estimator, prices and limits are used.</param>
    /// <param name="cancellationToken">Ends the estimate.</param>
    /// <returns>The estimate. What would have to be asked for again is not in it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/>, <paramref name="items"/> or <paramref name="messages"/> is null.</exception>
    public static Task<BatchEstimate> EstimatePacksAsync<TItem>(
        this IChatClient client,
        IEnumerable<TItem?> items,
        Func<ItemPack<TItem>, IEnumerable<ChatMessage>> messages,
        ChatOptions? options = null,
        BatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(messages);
        var step = new ChatClientPackStep<TItem, string>(client, messages, new PackAnswerFormat<string>(PackAnswers.Text), options);
        return Estimator.EstimateAsync(new SynchronousSource<TItem?>(items), step, batchOptions, cancellationToken);
    }
}
