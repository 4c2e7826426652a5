using OpenAI;

namespace BatchMigrate.ProviderBatches;

/// <summary>
/// Gives a list of requests to the provider: writes the files, uploads each and creates its batch. With a journal every step is noted, and what an earlier try has done is not done again.
/// </summary>
internal static class Submission
{
    internal static async Task<ProviderBatch> SubmitAsync<TItem>(
        OpenAIClient client, string model, IEnumerable<TItem> items, Func<TItem, ChatCompletionRequest?> select, ProviderBatchOptions? given, CancellationToken cancellationToken)
    {
        var options = given ?? ProviderBatchOptions.Default;
        // The disk is written synchronously, so on another thread than the caller's.
        using var files = await Task.Run(() => RequestFiles.Write(items, select, model, options, cancellationToken), cancellationToken).ConfigureAwait(false);
        var service = new BatchService(client, options);
        var ids = new List<string>();
        if (files.Files.Count == 0)
        {
            return new ProviderBatch(service, options, ids, files.Plan);
        }

        using var journal = options.ResumeFile is { } path ? SubmissionJournal.Open(path, files.Content, files.Plan.PartOf.Count, files.Files.Count) : null;
        try
        {
            while (ids.Count < files.Files.Count)
            {
                ids.Add(await SubmitAsync(service, files, ids.Count, journal, cancellationToken).ConfigureAwait(false));
            }
        }
        catch (Exception e) when (ids.Count > 0)
        {
            var submitted = new ProviderBatch(service, options, ids, files.Plan, e);
            throw e is OperationCanceledException && cancellationToken.IsCancellationRequested
                ? new ProviderBatchCanceledException(submitted, cancellationToken)
                : new ProviderBatchSubmissionException(submitted, files.Files.Count, e);
        }

        return new ProviderBatch(service, options, ids, files.Plan);
    }

    private static async Task<string> SubmitAsync(BatchService service, RequestFiles files, int part, SubmissionJournal? journal, CancellationToken cancellationToken)
    {
        if (journal?[part].BatchId is { } noted && await service.GetAsync(noted, cancellationToken).ConfigureAwait(false) is { Part.State: not ProviderBatchState.Failed } known)
        {
            service.Log.Found(known.Id);
            return known.Id;
        }

        // From here on nothing is known to be there that costs: a batch that was refused does not.
        var (fileId, uploadedAt) = (journal?[part].FileId, journal?[part].UploadedAt);
        BatchObject? batch = null;
        if (fileId is null)
        {
            (fileId, uploadedAt) = await service.UploadAsync(files.Files[part], $"batchmigrate-{files.Content}-{part}.jsonl", cancellationToken).ConfigureAwait(false);
            journal?.NoteFile(part, fileId, uploadedAt);
        }
        else if (await service.FindAsync(fileId, uploadedAt, cancellationToken).ConfigureAwait(false) is { } created)
        {
            // Created by a try that ended before it could note it.
            service.Log.Found(created.Id);
            batch = created;
        }

        if (batch is null)
        {
            var note = new SubmissionNote(files.Plan.PartOf.Count, part, files.Files.Count, files.Content, [.. files.Plan.Failed.Keys]);
            batch = await service.CreateAsync(fileId, uploadedAt, note, cancellationToken).ConfigureAwait(false);
            service.Log.Created(batch.Id, part, files.Files.Count, files.Plan.ItemsOf(part).Length);
        }

        journal?.NoteBatch(part, batch.Id);
        return batch.Id;
    }
}
