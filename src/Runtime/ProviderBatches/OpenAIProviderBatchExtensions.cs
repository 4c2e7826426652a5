using System.ClientModel;
using BatchMigrate.ProviderBatches;
using OpenAI;
using OpenAI.Chat;

namespace BatchMigrate;

/// <summary>
/// Gives many chat requests to the provider's batch service, which answers them within 24 hours at a lower price. It takes the same requests and gives the same results as
/// <see cref="OpenAIChatClientBatchExtensions"/>, which sends now.
/// </summary>
/// <remarks>
/// <para>A null argument throws <see cref="ArgumentNullException"/> at the call, never through the task; everything else comes through it. An exception of the source leaves before anything is sent.</para>
/// <para>Requests are prepared one at a time, in order, on a thread of the thread pool, and written to temporary files, which are deleted when they have been uploaded, also on a failure.</para>
/// </remarks>
public static partial class OpenAIProviderBatchExtensions
{
    /// <summary>Gives all requests to the provider's 24-hour service, and does not wait for it.</summary>
    /// <param name="client">The client; the service is that of its account.</param>
    /// <param name="model">The model of every request.</param>
    /// <param name="messagesList">The messages of each request, in the order of the results. A null element needs no request: its item is there, with <see cref="BatchItem{T}.Skipped"/>.</param>
    /// <param name="options">The options of every request; null for the provider's defaults.</param>
    /// <param name="batchOptions">How to use the service; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call. What the provider has been given by then goes on.</param>
    /// <returns>What has been submitted.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/>, <paramref name="model"/> or <paramref name="messagesList"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="model"/> is empty.</exception>
    /// <exception cref="ClientResultException">The provider did not take the files.</exception>
    /// <exception cref="ProviderBatchSubmissionException">The provider took some of several files.</exception>
    /// <exception cref="ProviderBatchCanceledException">The token was cancelled after some of several files had been submitted.</exception>
    /// <exception cref="InvalidOperationException">The <see cref="ProviderBatchOptions.ResumeFile"/> belongs to other requests.</exception>
    public static Task<ProviderBatch> SubmitProviderBatchAsync(
        this OpenAIClient client,
        string model,
        IEnumerable<IEnumerable<ChatMessage>?> messagesList,
        ChatCompletionOptions? options = null,
        ProviderBatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(model);
        ArgumentNullException.ThrowIfNull(messagesList);
        return Submission.SubmitAsync(client, model, messagesList, messages => ToRequest(messages, options), batchOptions, cancellationToken);
    }

    /// <summary>Gives all requests to the provider's 24-hour service, and does not wait for it.</summary>
    /// <param name="client">The client; the service is that of its account.</param>
    /// <param name="model">The model of every request.</param>
    /// <param name="prompts">Prompts, each sent as one user message. A null element needs no request: its item is there, with <see cref="BatchItem{T}.Skipped"/>.</param>
    /// <param name="options">The options of every request; null for the provider's defaults.</param>
    /// <param name="batchOptions">How to use the service; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call. What the provider has been given by then goes on.</param>
    /// <returns>What has been submitted.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/>, <paramref name="model"/> or <paramref name="prompts"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="model"/> is empty.</exception>
    /// <exception cref="ClientResultException">The provider did not take the files.</exception>
    /// <exception cref="ProviderBatchSubmissionException">The provider took some of several files.</exception>
    /// <exception cref="ProviderBatchCanceledException">The token was cancelled after some of several files had been submitted.</exception>
    /// <exception cref="InvalidOperationException">The <see cref="ProviderBatchOptions.ResumeFile"/> belongs to other requests.</exception>
    public static Task<ProviderBatch> SubmitProviderBatchAsync(
        this OpenAIClient client,
        string model,
        IEnumerable<string?> prompts,
        ChatCompletionOptions? options = null,
        ProviderBatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(model);
        ArgumentNullException.ThrowIfNull(prompts);
        return Submission.SubmitAsync(client, model, prompts, prompt => prompt is null ? null : ToRequest([new UserChatMessage(prompt)], options), batchOptions, cancellationToken);
    }

    /// <summary>Gives all requests to the provider's 24-hour service, and does not wait for it.</summary>
    /// <param name="client">The client; the service is that of its account.</param>
    /// <param name="model">The model of every request.</param>
    /// <param name="requests">Requests with options of their own. A null element needs no request: its item is there, with <see cref="BatchItem{T}.Skipped"/>.</param>
    /// <param name="batchOptions">How to use the service; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call. What the provider has been given by then goes on.</param>
    /// <returns>What has been submitted.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/>, <paramref name="model"/> or <paramref name="requests"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="model"/> is empty.</exception>
    /// <exception cref="ClientResultException">The provider did not take the files.</exception>
    /// <exception cref="ProviderBatchSubmissionException">The provider took some of several files.</exception>
    /// <exception cref="ProviderBatchCanceledException">The token was cancelled after some of several files had been submitted.</exception>
    /// <exception cref="InvalidOperationException">The <see cref="ProviderBatchOptions.ResumeFile"/> belongs to other requests.</exception>
    public static Task<ProviderBatch> SubmitProviderBatchAsync(
        this OpenAIClient client,
        string model,
        IEnumerable<ChatCompletionRequest?> requests,
        ProviderBatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(model);
        ArgumentNullException.ThrowIfNull(requests);
        return Submission.SubmitAsync(client, model, requests, request => request, batchOptions, cancellationToken);
    }

    /// <summary>Gives all requests to the provider's 24-hour service, and does not wait for it.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <param name="client">The client; the service is that of its account.</param>
    /// <param name="model">The model of every request.</param>
    /// <param name="items">What the requests are made from, in the order of the results.</param>
    /// <param name="messages">Gives the messages for an item; null where it needs no request. Called once for each, in the order of the input. Its exception is that item's error.</param>
    /// <param name="options">The options of every request; null for the provider's defaults.</param>
    /// <param name="batchOptions">How to use the service; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call. What the provider has been given by then goes on.</param>
    /// <returns>What has been submitted.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/>, <paramref name="model"/>, <paramref name="items"/> or <paramref name="messages"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="model"/> is empty.</exception>
    /// <exception cref="ClientResultException">The provider did not take the files.</exception>
    /// <exception cref="ProviderBatchSubmissionException">The provider took some of several files.</exception>
    /// <exception cref="ProviderBatchCanceledException">The token was cancelled after some of several files had been submitted.</exception>
    /// <exception cref="InvalidOperationException">The <see cref="ProviderBatchOptions.ResumeFile"/> belongs to other requests.</exception>
    public static Task<ProviderBatch> SubmitProviderBatchAsync<TItem>(
        this OpenAIClient client,
        string model,
        IEnumerable<TItem> items,
        Func<TItem, IEnumerable<ChatMessage>?> messages,
        ChatCompletionOptions? options = null,
        ProviderBatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(model);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(messages);
        return Submission.SubmitAsync(client, model, items, item => ToRequest(messages(item), options), batchOptions, cancellationToken);
    }

    /// <summary>Goes on with batches that were submitted before, in this or in another process. Nothing is sent by it.</summary>
    /// <param name="client">A client of the same account.</param>
    /// <param name="ids">The <see cref="ProviderBatch.Ids"/> of one submission, in any order.</param>
    /// <param name="batchOptions">How to wait; null for the defaults. <see cref="ProviderBatchOptions.ResumeFile"/> is not used.</param>
    /// <returns>
    /// The same as the submission gave. An item that was not sent because it could not be prepared has a <see cref="ProviderBatchItemException"/> in place of its own exception, which is not known any more.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There are no ids, or one of them is empty.</exception>
    public static ProviderBatch ResumeProviderBatch(this OpenAIClient client, IEnumerable<string> ids, ProviderBatchOptions? batchOptions = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(ids);
        string[] distinct = [.. ids.Distinct()];
        if (distinct.Length == 0 || distinct.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("There are no ids, or one of them is empty. A submission without any request has no batches.", nameof(ids));
        }

        var options = batchOptions ?? ProviderBatchOptions.Default;
        return new ProviderBatch(new BatchService(client, options), options, distinct, plan: null);
    }

    private static ChatCompletionRequest? ToRequest(IEnumerable<ChatMessage>? messages, ChatCompletionOptions? options) =>
        messages is null ? null : new ChatCompletionRequest(messages, options);
}
