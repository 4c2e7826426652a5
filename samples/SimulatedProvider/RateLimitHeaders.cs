namespace SimulatedProvider;

/// <summary>The groups of rate-limit headers a provider may send.</summary>
[Flags]
public enum RateLimitHeaders
{
    /// <summary>No rate-limit header at all.</summary>
    None = 0,

    /// <summary><c>Retry-After</c> in whole seconds, rounded up, with a 429.</summary>
    RetryAfter = 1,

    /// <summary><c>retry-after-ms</c> in milliseconds, rounded up, with a 429.</summary>
    RetryAfterMs = 2,

    /// <summary><c>x-ratelimit-limit-*</c>, <c>-remaining-*</c> and <c>-reset-*</c> with every answer, for each limit that is set.</summary>
    XRateLimit = 4,

    /// <summary>All of them.</summary>
    All = RetryAfter | RetryAfterMs | XRateLimit,
}
