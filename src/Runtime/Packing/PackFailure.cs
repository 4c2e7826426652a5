using BatchMigrate.Retrying;

namespace BatchMigrate.Packing;

/// <summary>What the failure of a request for several items says about them.</summary>
internal enum PackFailure
{
    /// <summary>Fewer items would fare no better: the key, the account, the address, too many requests.</summary>
    Elsewhere,

    /// <summary>It may have been too much, or one of the items may do that to the server: a timeout, a lost connection, a 500, an exception that is not known.</summary>
    Perhaps,

    /// <summary>The request was refused for what is in it: too many items, or one that is wrong.</summary>
    Refused,
}

/// <summary>Judges the failures of requests for several items, after their retries.</summary>
internal static class PackFailures
{
    internal static PackFailure Judge(Exception error, RetryOptions? options, TimeProvider clock) =>
        FailureClassifier.Classify(error, FailureClassifier.ReplyIn(error, clock), options ?? RetryOptions.Default).Kind switch
        {
            BatchFailureKind.BadRequest => IsAboutAccess(error) ? PackFailure.Elsewhere : PackFailure.Refused,
            BatchFailureKind.Transient => FailureClassifier.IsUnreachable(error) ? PackFailure.Elsewhere : PackFailure.Perhaps,
            // Perhaps a library's own word for a request that is too large.
            BatchFailureKind.Unknown => PackFailure.Perhaps,
            _ => PackFailure.Elsewhere,
        };

    /// <summary>Forbidden, no such model or address: the same for any input.</summary>
    private static bool IsAboutAccess(Exception error) => FailureClassifier.StatusOf(error) is 403 or 404 or 405 or 410;
}
