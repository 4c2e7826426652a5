namespace BatchMigrate;

/// <summary>A caller's token ended a wait for the provider's service. The service goes on: wait for <see cref="Batch"/> again, resume it by its ids, or cancel it.</summary>
public sealed class ProviderBatchCanceledException : OperationCanceledException
{
    internal ProviderBatchCanceledException(ProviderBatch batch, CancellationToken token)
        : base($"The wait was cancelled. What the provider has been given goes on: {string.Join(", ", batch.Ids)}.", token) => Batch = batch;

    /// <summary>What had been submitted. Items that had not been have an <see cref="OperationCanceledException"/> as their error in its result.</summary>
    public ProviderBatch Batch { get; }
}

/// <summary>
/// A list of requests that is too long for one file was submitted in part. What was submitted goes on: wait for <see cref="Submitted"/>, cancel it, or, with a
/// <see cref="ProviderBatchOptions.ResumeFile"/>, make the same call again.
/// </summary>
public sealed class ProviderBatchSubmissionException : Exception
{
    internal ProviderBatchSubmissionException(ProviderBatch submitted, int parts, Exception innerException)
        : base($"{submitted.Ids.Count} of {parts} batches were submitted ({string.Join(", ", submitted.Ids)}), and the next one was not.", innerException) => Submitted = submitted;

    /// <summary>What was submitted. All other items have the inner exception as their error in its result.</summary>
    public ProviderBatch Submitted { get; }
}
