namespace BatchMigrate;

/// <summary>Why an item of a provider's batch has no answer, where it is not the answer itself that says so.</summary>
public enum ProviderBatchItemFailure
{
    /// <summary>The provider reports an error that is no HTTP response; <see cref="ProviderBatchItemException.Code"/> names it.</summary>
    Provider,

    /// <summary>The time of the batch was over before this request was answered.</summary>
    Expired,

    /// <summary>The batch was cancelled before this request was answered.</summary>
    Cancelled,

    /// <summary>The request alone is larger than a file may be (<see cref="ProviderBatchOptions.MaxFileBytes"/>). It was not sent.</summary>
    TooLarge,

    /// <summary>The request is in none of the batches that were resumed: it could not be sent, or the id of its batch was not given.</summary>
    NotSent,

    /// <summary>The provider says that it is done and returns nothing for this request.</summary>
    Missing,

    /// <summary>What the provider returns for this request cannot be read.</summary>
    Unreadable,
}

/// <summary>
/// The error of an item that got no HTTP response from the provider's service. A request that was answered with another status than 200 has a
/// <see cref="System.ClientModel.ClientResultException"/> instead, as with sending now.
/// </summary>
public sealed class ProviderBatchItemException : Exception
{
    internal ProviderBatchItemException(ProviderBatchItemFailure reason, string message, string? code = null, Exception? innerException = null)
        : base(message, innerException) => (Reason, Code) = (reason, code);

    /// <summary>Why there is no answer.</summary>
    public ProviderBatchItemFailure Reason { get; }

    /// <summary>The provider's code, such as <c>batch_expired</c>; null where it names none.</summary>
    public string? Code { get; }
}
