namespace SimulatedProvider;

/// <summary>What the provider has seen since it started or was last reset: a snapshot.</summary>
public sealed record ProviderCounters
{
    /// <summary>Requests for completions and embeddings that arrived, whatever became of them.</summary>
    public long Requests { get; init; }

    /// <summary>Requests answered with 200.</summary>
    public long Succeeded { get; init; }

    /// <summary>Requests answered with 429.</summary>
    public long Rejected429 { get; init; }

    /// <summary>Requests answered with another 4xx.</summary>
    public long Failed4xx { get; init; }

    /// <summary>Requests answered with 5xx.</summary>
    public long Failed5xx { get; init; }

    /// <summary>Requests whose connection was closed on purpose, before or within the answer.</summary>
    public long Dropped { get; init; }

    /// <summary>Requests that were left without an answer on purpose.</summary>
    public long TimedOut { get; init; }

    /// <summary>Requests whose client left before the answer was due.</summary>
    public long Abandoned { get; init; }

    /// <summary>The most requests in work at one moment.</summary>
    public int PeakConcurrency { get; init; }

    /// <summary>Prompt tokens of the requests answered with 200.</summary>
    public long InputTokens { get; init; }

    /// <summary>Answer tokens of the requests answered with 200.</summary>
    public long OutputTokens { get; init; }

    /// <summary>The sum of the simulated latencies in milliseconds: the least time that one request after another can take.</summary>
    public double LatencySumMs { get; init; }

    /// <summary>The longest simulated latency in milliseconds: the least time that any number of workers can take.</summary>
    public double LatencyMaxMs { get; init; }
}
