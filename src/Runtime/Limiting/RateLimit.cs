using BatchMigrate.Limiting;

namespace BatchMigrate;

/// <summary>
/// A limit of requests and tokens a minute. The instance is the limit: give the same one to several batches and to <see cref="RateLimitedChatClient"/>
/// and they share it. Limits that are not set are not known, and learned from the headers of the replies where those have them.
/// </summary>
/// <remarks>
/// <para>Each limit is a bucket that refills steadily and starts with one second's worth. A request takes its estimated tokens when it starts; what the reply says
/// that it really used is corrected afterwards, and the bucket may go into debt. A request that is larger than the bucket waits for a full one.</para>
/// <para>Rate-limit headers (<c>x-ratelimit-*</c>, <c>anthropic-ratelimit-*</c>) only ever tighten what is set here. The clock is that of the first batch.</para>
/// </remarks>
public sealed class RateLimit
{
    private readonly object _gate = new();
    private Limiter? _limiter;

    /// <summary>Requests a minute; null where it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int? RequestsPerMinute
    {
        get;
        init => field = Positive(value, nameof(RequestsPerMinute));
    }

    /// <summary>Tokens a minute, of prompts and answers together; null where it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int? TokensPerMinute
    {
        get;
        init => field = Positive(value, nameof(TokensPerMinute));
    }

    /// <summary>Tokens a minute of prompts; null where it is not known or not limited apart.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int? InputTokensPerMinute
    {
        get;
        init => field = Positive(value, nameof(InputTokensPerMinute));
    }

    /// <summary>Tokens a minute of answers; null where it is not known or not limited apart.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int? OutputTokensPerMinute
    {
        get;
        init => field = Positive(value, nameof(OutputTokensPerMinute));
    }

    /// <summary>How many smaller requests may start before one that has to wait for more tokens. Default 8; zero keeps the order strictly.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int MaxOvertaking
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(MaxOvertaking));
            field = value;
        }
    } = 8;

    internal Limiter LimiterFor(TimeProvider clock)
    {
        lock (_gate)
        {
            return _limiter ??= new Limiter(this, clock);
        }
    }

    private static int? Positive(int? value, string name)
    {
        if (value is { } number)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number, name);
        }

        return value;
    }
}
