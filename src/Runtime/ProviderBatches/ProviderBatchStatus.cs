namespace BatchMigrate;

/// <summary>Where a batch of the provider's service stands.</summary>
public enum ProviderBatchState
{
    /// <summary>A state that this version does not know; it is taken for one that has not ended.</summary>
    Unknown,

    /// <summary>The provider looks at the file; nothing is answered and nothing costs yet.</summary>
    Validating,

    /// <summary>Requests are being answered.</summary>
    InProgress,

    /// <summary>All requests have been answered, and the files with the answers are being made.</summary>
    Finalizing,

    /// <summary>Done. Single requests may have failed.</summary>
    Completed,

    /// <summary>The provider has refused the file as a whole; nothing was answered and nothing costs.</summary>
    Failed,

    /// <summary>The time was over before all requests were answered. Those that were are there, and cost.</summary>
    Expired,

    /// <summary>It is being cancelled; requests under way still end.</summary>
    Cancelling,

    /// <summary>It was cancelled. Requests that had been answered are there, and cost.</summary>
    Cancelled,
}

/// <summary>One batch as the provider sees it; a long list of requests has several.</summary>
/// <param name="Id">The provider's id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Requests">The number of its requests; zero while the provider has not counted them.</param>
/// <param name="Completed">Those of them that have been answered.</param>
/// <param name="Failed">Those of them that have failed.</param>
/// <param name="CreatedAt">When it was created, by the provider's clock.</param>
/// <param name="EndedAt">When it ended; null while it has not.</param>
/// <param name="ExpiresAt">When its time is over; null where the provider does not say.</param>
public sealed record ProviderBatchPart(
    string Id, ProviderBatchState State, int Requests, int Completed, int Failed, DateTimeOffset? CreatedAt, DateTimeOffset? EndedAt, DateTimeOffset? ExpiresAt)
{
    /// <summary>Whether nothing about it will change any more.</summary>
    public bool HasEnded => State is ProviderBatchState.Completed or ProviderBatchState.Failed or ProviderBatchState.Expired or ProviderBatchState.Cancelled;
}

/// <summary>Where the batches of one submission stand.</summary>
/// <param name="Parts">Each batch, in the order of the requests.</param>
public sealed record ProviderBatchStatus(IReadOnlyList<ProviderBatchPart> Parts)
{
    /// <summary>The number of requests, as far as the provider has counted them.</summary>
    public int Requests => Parts.Sum(part => part.Requests);

    /// <summary>Those of them that have been answered.</summary>
    public int Completed => Parts.Sum(part => part.Completed);

    /// <summary>Those of them that have failed.</summary>
    public int Failed => Parts.Sum(part => part.Failed);

    /// <summary>Whether all batches have ended, so that <see cref="ProviderBatch.WaitAsync"/> has nothing to wait for.</summary>
    public bool HasEnded => Parts.All(part => part.HasEnded);
}
