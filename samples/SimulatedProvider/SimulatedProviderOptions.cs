namespace SimulatedProvider;

/// <summary>How the simulated provider answers, limits and fails. Without any setting it answers every request at once.</summary>
public sealed record SimulatedProviderOptions
{
    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The time an answer takes. It depends on the messages and <see cref="Seed"/> only, never on the order in which requests arrive.</summary>
    public LatencyDistribution Latency { get; init; } = LatencyDistribution.None;

    /// <summary>What every token of an answer adds to <see cref="Latency"/>, as models write one token after another.</summary>
    public TimeSpan TokenLatency { get; init; }

    /// <summary>The time between two events of a streamed answer. The first comes after <see cref="Latency"/> and has no text yet.</summary>
    public TimeSpan ChunkLatency { get; init; }

    /// <summary>The models that there are, all others being answered with 404; <see langword="null"/> where every name is a model.</summary>
    public IReadOnlyCollection<string>? Models { get; init; }

    /// <summary>Selects another set of latencies and faults for the same requests.</summary>
    public int Seed { get; init; }

    /// <summary>How many words of the last user message an answer repeats.</summary>
    public int AnswerWords { get; init; } = 8;

    /// <summary>Requests a minute before 429; <see langword="null"/> for no limit.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Tokens a minute before 429, counted as prompt plus the output tokens asked for; <see langword="null"/> for no limit.</summary>
    public int? TokensPerMinute { get; init; }

    /// <summary>How many requests the request bucket holds when full; <see langword="null"/> for a minute's worth.</summary>
    public int? RequestBurst { get; init; }

    /// <summary>How many tokens the token bucket holds when full; <see langword="null"/> for a minute's worth.</summary>
    public int? TokenBurst { get; init; }

    /// <summary>How requests and tokens are counted.</summary>
    public RateWindow Window { get; init; }

    /// <summary>The length of a fixed or sliding window; it admits its part of a minute's limit. A bucket does not use it.</summary>
    public TimeSpan WindowLength { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Changes of the limits while the provider runs, in the order of time.</summary>
    public IReadOnlyList<LimitChange> LimitChanges { get; init; } = [];

    /// <summary>What the waits that rejections name are multiplied with: 1 tells the truth, less is too short.</summary>
    public double HintFactor { get; init; } = 1;

    /// <summary>The share of requests, 0 to 1, answered with 429 whatever the buckets hold.</summary>
    public double RateLimitedShare { get; init; }

    /// <summary>The share of requests, 0 to 1, answered with 500.</summary>
    public double InternalErrorShare { get; init; }

    /// <summary>The share of requests, 0 to 1, answered with 503.</summary>
    public double UnavailableShare { get; init; }

    /// <summary>The share of requests, 0 to 1, whose connection is closed without an answer.</summary>
    public double DropShare { get; init; }

    /// <summary>The share of requests, 0 to 1, that get no answer until the client leaves.</summary>
    public double TimeoutShare { get; init; }

    /// <summary>The wait that a 429 names when no bucket decides it; <see langword="null"/> names none.</summary>
    public TimeSpan? RetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Which rate-limit headers are sent.</summary>
    public RateLimitHeaders RateLimitHeaders { get; init; } = RateLimitHeaders.All;

    /// <summary>Whether <c>[simulate:…]</c> markers in messages are obeyed; <see cref="SimulationMarkers"/> lists them.</summary>
    public bool Markers { get; init; } = true;

    /// <summary>How the 24-hour service works.</summary>
    public BatchServiceOptions BatchService { get; init; } = new();

    /// <summary>The clock of the buckets, of the latency and of the 24-hour service.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Runs before an answer is given, after every limit and fault: a test holds requests back with it.</summary>
    public Func<ChatRequest, CancellationToken, Task>? Gate { get; init; }

    /// <summary>Checks that the settings can be meant.</summary>
    /// <exception cref="ArgumentException">A setting is outside its range; the message names it.</exception>
    public void Validate()
    {
        if (FindMistake() is { } mistake)
        {
            throw new ArgumentException(mistake);
        }
    }

    /// <summary>The first setting that is wrong, in words, or <see langword="null"/>.</summary>
    internal string? FindMistake()
    {
        (string Name, double Share)[] shares =
        [
            (nameof(RateLimitedShare), RateLimitedShare),
            (nameof(InternalErrorShare), InternalErrorShare),
            (nameof(UnavailableShare), UnavailableShare),
            (nameof(DropShare), DropShare),
            (nameof(TimeoutShare), TimeoutShare),
        ];
        (bool Holds, string Rule)[] rules =
        [
            (Port is >= 0 and <= 65535, $"{nameof(Port)} must be 0 to 65535."),
            (TokenLatency >= TimeSpan.Zero, $"{nameof(TokenLatency)} must not be negative."),
            (ChunkLatency >= TimeSpan.Zero, $"{nameof(ChunkLatency)} must not be negative."),
            (AnswerWords >= 0, $"{nameof(AnswerWords)} must not be negative."),
            (RequestsPerMinute is null or > 0, $"{nameof(RequestsPerMinute)} must be positive."),
            (TokensPerMinute is null or > 0, $"{nameof(TokensPerMinute)} must be positive."),
            (RequestBurst is null or > 0, $"{nameof(RequestBurst)} must be positive."),
            (TokenBurst is null or > 0, $"{nameof(TokenBurst)} must be positive."),
            (RequestBurst is null || RequestsPerMinute is not null, $"{nameof(RequestBurst)} needs {nameof(RequestsPerMinute)}."),
            (TokenBurst is null || TokensPerMinute is not null, $"{nameof(TokenBurst)} needs {nameof(TokensPerMinute)}."),
            (WindowLength > TimeSpan.Zero, $"{nameof(WindowLength)} must be positive."),
            (HintFactor >= 0, $"{nameof(HintFactor)} must not be negative."),
            (LimitChanges.All(c => c is { Factor: > 0, After.Ticks: >= 0 }), $"{nameof(LimitChanges)} need positive factors and times."),
            (RetryAfter is null || RetryAfter >= TimeSpan.Zero, $"{nameof(RetryAfter)} must not be negative."),
            .. shares.Select(s => (s.Share is >= 0 and <= 1, $"{s.Name} must be 0 to 1.")),
            // A little above one is rounding: three thirds.
            (shares.Sum(s => s.Share) <= 1 + 1e-9, "The shares of failing requests must not exceed 1 together."),
        ];
        return rules.FirstOrDefault(r => !r.Holds).Rule ?? BatchService.FindMistake();
    }
}
