using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using System.Text.Json;
using BatchMigrate.Engine;
using BatchMigrate.Retrying;
using Microsoft.Extensions.Logging.Abstractions;
using OpenAI;
using OpenAI.Batch;
using OpenAI.Files;

namespace BatchMigrate.ProviderBatches;

/// <summary>The calls of the provider's service, each retried here and by nobody else.</summary>
// The library reserves the right to change its client for batches. What is used of it are the methods that take and give the provider's own JSON, which this type keeps to itself.
#pragma warning disable OPENAI001
internal sealed class BatchService
{
    private const int PageSize = 100;

    private readonly OpenAIFileClient _files;
    private readonly BatchClient _batches;
    private readonly ProviderBatchOptions _options;
    private readonly RetryLoop _retries;

    internal BatchService(OpenAIClient client, ProviderBatchOptions options)
    {
        _files = client.GetOpenAIFileClient();
        _batches = client.GetBatchClient();
        _options = options;
        _retries = new RetryLoop(options.Retry ?? RetryOptions.Default, isModelCall: true);
        Log = new ProviderBatchLog(options.LoggerFactory?.CreateLogger(ProviderBatchLog.Category) ?? NullLogger.Instance);
    }

    internal ProviderBatchLog Log { get; }

    /// <summary>Uploads a file of requests.</summary>
    /// <returns>Its id, and when it was made by the provider's clock.</returns>
    internal Task<(string Id, DateTimeOffset? CreatedAt)> UploadAsync(FileStream file, string name, CancellationToken cancellationToken) => CallAsync(
        async request =>
        {
            using var form = new FileForm(file, name);
            using var json = JsonDocument.Parse((await _files.UploadFileAsync(form, form.ContentType, request).ConfigureAwait(false)).GetRawResponse().Content);
            return (json.RootElement.Text("id") ?? throw new InvalidDataException("The provider describes a file without an id."), json.RootElement.Time("created_at"));
        },
        cancellationToken,
        _options.UploadTimeout);

    /// <summary>Creates a batch. Where it is not known whether an attempt has done so, it is looked for before the next one.</summary>
    internal Task<BatchObject> CreateAsync(string fileId, DateTimeOffset? uploadedAt, SubmissionNote note, CancellationToken cancellationToken)
    {
        var body = CreationOf(fileId, note);
        var isFirst = true;
        return CallAsync(
            async request =>
            {
                if (!isFirst && await FindAsync(fileId, uploadedAt, request).ConfigureAwait(false) is { } created)
                {
                    return created;
                }

                isFirst = false;
                using var content = BinaryContent.Create(body);
                var operation = await _batches.CreateBatchAsync(content, waitUntilCompleted: false, request).ConfigureAwait(false);
                return BatchObject.Read(operation.GetRawResponse().Content);
            },
            cancellationToken);
    }

    /// <summary>Looks for a batch that was created from a file and not refused; null where there is none.</summary>
    internal Task<BatchObject?> FindAsync(string fileId, DateTimeOffset? uploadedAt, CancellationToken cancellationToken) =>
        CallAsync(request => FindAsync(fileId, uploadedAt, request), cancellationToken);

    internal Task<BatchObject> GetAsync(string id, CancellationToken cancellationToken) => CallAsync(request => GetAsync(id, request), cancellationToken);

    /// <summary>Looks at a batch, and does not try again.</summary>
    internal Task<BatchObject> GetOnceAsync(string id, CancellationToken cancellationToken) => TryAsync(request => GetAsync(id, request), null, cancellationToken);

    internal Task CancelAsync(string id, CancellationToken cancellationToken) => CallAsync(
        async request => await (await CreateBatchOperation.RehydrateAsync(_batches, id, cancellationToken).ConfigureAwait(false)).CancelAsync(request).ConfigureAwait(false),
        cancellationToken);

    /// <summary>Reads a file line by line while it comes. Where the connection is lost it is read again from its beginning, so <paramref name="onLine"/> may see a line more than once.</summary>
    internal Task DownloadAsync(string fileId, Action<ReadOnlyMemory<byte>> onLine, CancellationToken cancellationToken) => CallAsync(
        async request =>
        {
            request.BufferResponse = false;
            using var response = (await _files.DownloadFileAsync(fileId, request).ConfigureAwait(false)).GetRawResponse();
            await LineReader.ReadAsync(response.ContentStream ?? Stream.Null, onLine, cancellationToken).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    /// <summary>What a failure says about the provider.</summary>
    internal BatchFailure Judge(Exception exception) => FailureClassifier.Classify(exception, FailureClassifier.ReplyIn(exception, _options.TimeProvider), _retries.Options);

    private async Task<BatchObject> GetAsync(string id, RequestOptions request) =>
        BatchObject.Read((await _batches.GetBatchAsync(id, request).ConfigureAwait(false)).GetRawResponse().Content);

    private async Task<BatchObject?> FindAsync(string fileId, DateTimeOffset? uploadedAt, RequestOptions request)
    {
        await foreach (var page in _batches.GetBatchesAsync(null, PageSize, request).GetRawPagesAsync().ConfigureAwait(false))
        {
            using var json = JsonDocument.Parse(page.GetRawResponse().Content);
            var batches = json.RootElement.Member("data", JsonValueKind.Array) is { } data ? data.EnumerateArray().Select(BatchObject.Read).ToArray() : [];
            if (batches.FirstOrDefault(batch => batch.InputFileId == fileId && batch.Part.State != ProviderBatchState.Failed) is { } found)
            {
                return found;
            }

            // The newest come first. A batch cannot be older than its file, by the same clock.
            if (batches.All(batch => batch.Part.CreatedAt < uploadedAt))
            {
                return null;
            }
        }

        return null;
    }

    private BinaryData CreationOf(string fileId, SubmissionNote note)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("input_file_id", fileId);
            json.WriteString("endpoint", ChatRequestLine.Endpoint);
            json.WriteString("completion_window", _options.CompletionWindow);
            json.WriteStartObject("metadata");
            foreach (var (name, value) in _options.Metadata)
            {
                json.WriteString(name, value);
            }

            json.WriteString(SubmissionNote.Key, note.ToString());
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return BinaryData.FromBytes(buffer.ToArray());
    }

    private async Task<T> CallAsync<T>(Func<RequestOptions, Task<T>> call, CancellationToken cancellationToken, TimeSpan? networkTimeout = null, [CallerMemberName] string name = "")
    {
        RetryCount count = default;
        while (true)
        {
            try
            {
                return await TryAsync(call, networkTimeout, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (_retries.Decide(Judge(e), clientLeavesRetries: true, ref count).Delay is not { } delay)
                {
                    throw;
                }

                Log.CallRetried(name, BatchMonitor.NameOf(e), delay);
                await Task.Delay(delay, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<T> TryAsync<T>(Func<RequestOptions, Task<T>> call, TimeSpan? networkTimeout, CancellationToken cancellationToken)
    {
        // For clients that leave their retries to the runtime, whatever their own policy is; the policy below is for all others.
        AttemptScope.Begin(_options.TimeProvider, takesRetries: true);
        var request = new RequestOptions { CancellationToken = cancellationToken };
        request.AddPolicy(new SingleTryPolicy(networkTimeout), PipelinePosition.PerCall);
        return await call(request).ConfigureAwait(false);
    }
}
#pragma warning restore OPENAI001
