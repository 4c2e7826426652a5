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
    private readonly SimulatedProviderOptions _options;
    private IRateCounter? _requests;
    private IRateCounter? _tokens;
    private long _began;
    private double _factor;

    public RateLimiter(SimulatedProviderOptions options)
    {
        _options = options;
        Reset();
    }

    /// <summary>Admits a request that asks for so many tokens, or says what is in its way. A refused request takes nothing.</summary>
    public RateDecision Admit(long tokens)
    {
        lock (_gate)
        {
            ChangeLimits();
            if (_tokens is not null && tokens > _tokens.Capacity)
            {
                return new RateDecision("tokens", null, Headers());
            }

            var requestWait = _requests?.WaitFor(1) ?? TimeSpan.Zero;
            var tokenWait = _tokens?.WaitFor(tokens) ?? TimeSpan.Zero;
            if (requestWait > TimeSpan.Zero || tokenWait > TimeSpan.Zero)
            {
                return requestWait >= tokenWait
                    ? new RateDecision("requests", requestWait * _options.HintFactor, Headers())
                    : new RateDecision("tokens", tokenWait * _options.HintFactor, Headers());
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
            _began = _options.TimeProvider.GetTimestamp();
            SetLimits(1);
            ChangeLimits();
        }
    }

    private void ChangeLimits()
    {
        var elapsed = _options.TimeProvider.GetElapsedTime(_began);
        if (_options.LimitChanges.LastOrDefault(c => c.After <= elapsed) is { } change && change.Factor != _factor)
        {
            SetLimits(change.Factor);
        }
    }

    private void SetLimits(double factor)
    {
        _factor = factor;
        _requests = Counter(_options.RequestsPerMinute, _options.RequestBurst, factor);
        _tokens = Counter(_options.TokensPerMinute, _options.TokenBurst, factor);
    }

    private IRateCounter? Counter(int? perMinute, int? burst, double factor)
    {
        if (perMinute is not { } unscaled)
        {
            return null;
        }

        var (limit, window, time) = (Math.Max(1, (int)(unscaled * factor)), _options.WindowLength, _options.TimeProvider);
        var inWindow = Math.Max(1, (int)Math.Round(limit * window.TotalMinutes));
        return _options.Window switch
        {
            RateWindow.Fixed => new FixedWindow(limit, burst ?? inWindow, window, time),
            RateWindow.Sliding => new SlidingWindow(limit, burst ?? inWindow, window, time),
            _ => new RateBucket(limit, burst ?? limit, time),
        };
    }

    private List<KeyValuePair<string, string>> Headers()
    {
        var headers = new List<KeyValuePair<string, string>>();
        Describe(_requests, "requests");
        Describe(_tokens, "tokens");
        return headers;

        void Describe(IRateCounter? bucket, string unit)
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
