using System.Globalization;

namespace SimulatedProvider;

/// <summary>What the limiter said to one request.</summary>
/// <param name="Exceeded">The limit in the way, <c>requests</c> or <c>tokens</c>; <see langword="null"/> when the request is admitted.</param>
/// <param name="Wait">How long to wait; <see langword="null"/> when admitted, or when no wait would ever help.</param>
/// <param name="Headers">The <c>x-ratelimit-*</c> headers that describe the buckets afterwards.</param>
internal sealed record RateDecision(string? Exceeded, TimeSpan? Wait, IReadOnlyList<KeyValuePair<string, string>> Headers);

/// <summary>Requests and tokens a minute, taken together or not at all.</summary>
internal sealed class RateLimiter
{
    private readonly Lock _gate = new();
    private readonly RateBucket? _requests;
    private readonly RateBucket? _tokens;

    public RateLimiter(SimulatedProviderOptions options)
    {
        if (options.RequestsPerMinute is { } requests)
        {
            _requests = new RateBucket(requests, options.RequestBurst ?? requests, options.TimeProvider);
        }

        if (options.TokensPerMinute is { } tokens)
        {
            _tokens = new RateBucket(tokens, options.TokenBurst ?? tokens, options.TimeProvider);
        }
    }

    /// <summary>Admits a request that asks for so many tokens, or says what is in its way. A refused request takes nothing.</summary>
    public RateDecision Admit(long tokens)
    {
        lock (_gate)
        {
            if (_tokens is not null && tokens > _tokens.Capacity)
            {
                return new RateDecision("tokens", null, Headers());
            }

            var requestWait = _requests?.WaitFor(1) ?? TimeSpan.Zero;
            var tokenWait = _tokens?.WaitFor(tokens) ?? TimeSpan.Zero;
            if (requestWait > TimeSpan.Zero || tokenWait > TimeSpan.Zero)
            {
                return requestWait >= tokenWait
                    ? new RateDecision("requests", requestWait, Headers())
                    : new RateDecision("tokens", tokenWait, Headers());
            }

            _requests?.Take(1);
            _tokens?.Take(tokens);
            return new RateDecision(null, null, Headers());
        }
    }

    public void Reset()
    {
        lock (_gate)
        {
            _requests?.Fill();
            _tokens?.Fill();
        }
    }

    private List<KeyValuePair<string, string>> Headers()
    {
        var headers = new List<KeyValuePair<string, string>>();
        Describe(_requests, "requests");
        Describe(_tokens, "tokens");
        return headers;

        void Describe(RateBucket? bucket, string unit)
        {
            if (bucket is not null)
            {
                headers.Add(new($"x-ratelimit-limit-{unit}", bucket.Limit.ToString(CultureInfo.InvariantCulture)));
                headers.Add(new($"x-ratelimit-remaining-{unit}", bucket.Remaining.ToString(CultureInfo.InvariantCulture)));
                headers.Add(new($"x-ratelimit-reset-{unit}", Duration.ToHeader(bucket.UntilFull)));
            }
        }
    }
}
