namespace BatchMigrate;

/// <summary>What a failed attempt says about the request and the provider, and so what is done about it.</summary>
public enum BatchFailureKind
{
    /// <summary>Nothing is known about it: the item fails with it, and the request is never sent again.</summary>
    Unknown,

    /// <summary>The request itself is refused (400, 403, 404, 413, 422 and the like): the item fails.</summary>
    BadRequest,

    /// <summary>A passing trouble: a lost connection, a timeout, 408, 409, 500, 502, 504. The request is sent again after a back-off.</summary>
    Transient,

    /// <summary>The provider has too much to do (503) and does not say that it is this caller's doing: like <see cref="Transient"/>, and fewer requests are sent at a time.</summary>
    Capacity,

    /// <summary>Too many requests or tokens (429, 529): everybody waits, the request is sent again, and fewer are sent at a time.</summary>
    RateLimited,

    /// <summary>The account's quota or credit is used up (402, or 429 with <c>insufficient_quota</c>): no wait helps, so the run stops.</summary>
    Quota,

    /// <summary>The key is not accepted (401): the run stops.</summary>
    Authentication,
}

/// <summary>A failed attempt as the retry loop sees it.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="RetryAfter">How long the provider asks to wait, or null where it does not say.</param>
public readonly record struct BatchFailure(BatchFailureKind Kind, TimeSpan? RetryAfter = null);
