using System.ClientModel;
using OpenAI;
using OpenAI.Chat;

namespace BatchMigrate;

/// <content>Submitting and waiting in one call.</content>
public static partial class OpenAIProviderBatchExtensions
{
    /// <summary>Gives all requests to the provider's 24-hour service and waits for it, which may take that long: <see cref="ProviderBatchOptions.ResumeFile"/> lets another process go on.</summary>
    /// <param name="client">The client; the service is that of its account.</param>
    /// <param name="model">The model of every request.</param>
    /// <param name="messagesList">The messages of each request, in the order of the results. A null element needs no request: its item is there, with <see cref="BatchItem{T}.Skipped"/>.</param>
    /// <param name="options">The options of every request; null for the provider's defaults.</param>
    /// <param name="batchOptions">How to use the service; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call. What the provider has been given by then goes on.</param>
    /// <returns>One item for each input, with its response or its own exception: see <see cref="ProviderBatch.WaitAsync"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/>, <paramref name="model"/> or <paramref name="messagesList"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="model"/> is empty.</exception>
    /// <exception cref="ClientResultException">The provider did not take the files, or could not be asked for too long.</exception>
    /// <exception cref="ProviderBatchSubmissionException">The provider took some of several files.</exception>
    /// <exception cref="ProviderBatchCanceledException">The token was cancelled after something had been submitted, which goes on.</exception>
    /// <exception cref="InvalidOperationException">The <see cref="ProviderBatchOptions.ResumeFile"/> belongs to other requests.</exception>
    public static Task<BatchResult<ClientResult<ChatCompletion>>> CompleteProviderBatchAsync(
        this OpenAIClient client,
        string model,
        IEnumerable<IEnumerable<ChatMessage>?> messagesList,
        ChatCompletionOptions? options = null,
        ProviderBatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default) =>
        WaitAsync(client.SubmitProviderBatchAsync(model, messagesList, options, batchOptions, cancellationToken), cancellationToken);

    /// <summary>Gives all requests to the provider's 24-hour service and waits for it, which may take that long: <see cref="ProviderBatchOptions.ResumeFile"/> lets another process go on.</summary>
    /// <param name="client">The client; the service is that of its account.</param>
    /// <param name="model">The model of every request.</param>
    /// <param name="prompts">Prompts, each sent as one user message. A null element needs no request: its item is there, with <see cref="BatchItem{T}.Skipped"/>.</param>
    /// <param name="options">The options of every request; null for the provider's defaults.</param>
    /// <param name="batchOptions">How to use the service; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call. What the provider has been given by then goes on.</param>
    /// <returns>One item for each input, with its response or its own exception: see <see cref="ProviderBatch.WaitAsync"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/>, <paramref name="model"/> or <paramref name="prompts"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="model"/> is empty.</exception>
    /// <exception cref="ClientResultException">The provider did not take the files, or could not be asked for too long.</exception>
    /// <exception cref="ProviderBatchSubmissionException">The provider took some of several files.</exception>
    /// <exception cref="ProviderBatchCanceledException">The token was cancelled after something had been submitted, which goes on.</exception>
    /// <exception cref="InvalidOperationException">The <see cref="ProviderBatchOptions.ResumeFile"/> belongs to other requests.</exception>
    public static Task<BatchResult<ClientResult<ChatCompletion>>> CompleteProviderBatchAsync(
        this OpenAIClient client,
        string model,
        IEnumerable<string?> prompts,
        ChatCompletionOptions? options = null,
        ProviderBatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default) =>
        WaitAsync(client.SubmitProviderBatchAsync(model, prompts, options, batchOptions, cancellationToken), cancellationToken);

    /// <summary>Gives all requests to the provider's 24-hour service and waits for it, which may take that long: <see cref="ProviderBatchOptions.ResumeFile"/> lets another process go on.</summary>
    /// <param name="client">The client; the service is that of its account.</param>
    /// <param name="model">The model of every request.</param>
    /// <param name="requests">Requests with options of their own. A null element needs no request: its item is there, with <see cref="BatchItem{T}.Skipped"/>.</param>
    /// <param name="batchOptions">How to use the service; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call. What the provider has been given by then goes on.</param>
    /// <returns>One item for each input, with its response or its own exception: see <see cref="ProviderBatch.WaitAsync"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/>, <paramref name="model"/> or <paramref name="requests"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="model"/> is empty.</exception>
    /// <exception cref="ClientResultException">The provider did not take the files, or could not be asked for too long.</exception>
    /// <exception cref="ProviderBatchSubmissionException">The provider took some of several files.</exception>
    /// <exception cref="ProviderBatchCanceledException">The token was cancelled after something had been submitted, which goes on.</exception>
    /// <exception cref="InvalidOperationException">The <see cref="ProviderBatchOptions.ResumeFile"/> belongs to other requests.</exception>
    public static Task<BatchResult<ClientResult<ChatCompletion>>> CompleteProviderBatchAsync(
        this OpenAIClient client,
        string model,
        IEnumerable<ChatCompletionRequest?> requests,
        ProviderBatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default) =>
        WaitAsync(client.SubmitProviderBatchAsync(model, requests, batchOptions, cancellationToken), cancellationToken);

    /// <summary>Gives all requests to the provider's 24-hour service and waits for it, which may take that long: <see cref="ProviderBatchOptions.ResumeFile"/> lets another process go on.</summary>
    /// <typeparam name="TItem">The type of an item.</typeparam>
    /// <param name="client">The client; the service is that of its account.</param>
    /// <param name="model">The model of every request.</param>
    /// <param name="items">What the requests are made from, in the order of the results.</param>
    /// <param name="messages">Gives the messages for an item; null where it needs no request. Called once for each, in the order of the input. Its exception is that item's error.</param>
    /// <param name="options">The options of every request; null for the provider's defaults.</param>
    /// <param name="batchOptions">How to use the service; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call. What the provider has been given by then goes on.</param>
    /// <returns>One item for each input, with its response or its own exception: see <see cref="ProviderBatch.WaitAsync"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/>, <paramref name="model"/>, <paramref name="items"/> or <paramref name="messages"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="model"/> is empty.</exception>
    /// <exception cref="ClientResultException">The provider did not take the files, or could not be asked for too long.</exception>
    /// <exception cref="ProviderBatchSubmissionException">The provider took some of several files.</exception>
    /// <exception cref="ProviderBatchCanceledException">The token was cancelled after something had been submitted, which goes on.</exception>
    /// <exception cref="InvalidOperationException">The <see cref="ProviderBatchOptions.ResumeFile"/> belongs to other requests.</exception>
    public static Task<BatchResult<ClientResult<ChatCompletion>>> CompleteProviderBatchAsync<TItem>(
        this OpenAIClient client,
        string model,
        IEnumerable<TItem> items,
        Func<TItem, IEnumerable<ChatMessage>?> messages,
        ChatCompletionOptions? options = null,
        ProviderBatchOptions? batchOptions = null,
        CancellationToken cancellationToken = default) =>
        WaitAsync(client.SubmitProviderBatchAsync(model, items, messages, options, batchOptions, cancellationToken), cancellationToken);

    private static async Task<BatchResult<ClientResult<ChatCompletion>>> WaitAsync(Task<ProviderBatch> submission, CancellationToken cancellationToken) =>
        await (await submission.ConfigureAwait(false)).WaitAsync(cancellationToken).ConfigureAwait(false);
}
