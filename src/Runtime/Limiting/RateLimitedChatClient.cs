using System.Runtime.CompilerServices;
using BatchMigrate.Engine;
using BatchMigrate.Limiting;
using Microsoft.Extensions.AI;

namespace BatchMigrate;

/// <summary>Lets calls that are not part of a batch share a <see cref="RateLimit"/> with batches: each waits for its turn, and what it used is counted.</summary>
/// <remarks>A batch that is sent through this client with the same limit in its options counts each request once, and leaves the waiting to this client.</remarks>
/// <param name="innerClient">The client to send with.</param>
/// <param name="limit">The limit.</param>
/// <param name="estimator">Guesses tokens before a request is sent; null for <see cref="CalibratingTokenEstimator.Shared"/>.</param>
/// <param name="timeProvider">The clock, where the limit has none yet; null for the system's.</param>
public sealed class RateLimitedChatClient(IChatClient innerClient, RateLimit limit, ITokenEstimator? estimator = null, TimeProvider? timeProvider = null)
    : DelegatingChatClient(innerClient)
{
    private readonly LimitedCalls _calls = new(limit, estimator, timeProvider);

    /// <summary>The limit.</summary>
    public RateLimit Limit => limit;

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var call = await StartAsync(list, options, cancellationToken).ConfigureAwait(false);
        var response = await base.GetResponseAsync(list, options, cancellationToken).ConfigureAwait(false);
        _calls.End(call, response.Usage is { } usage ? CachedTokens.Count(usage) : null);
        return response;
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var list = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var call = await StartAsync(list, options, cancellationToken).ConfigureAwait(false);
        UsageDetails? usage = null;
        await foreach (var update in base.GetStreamingResponseAsync(list, options, cancellationToken).ConfigureAwait(false))
        {
            usage = update.Contents.OfType<UsageContent>().LastOrDefault()?.Details ?? usage;
            yield return update;
        }

        _calls.End(call, usage is null ? null : CachedTokens.Count(usage));
    }

    private Task<(Reservation Reservation, TokenRequest Size)?> StartAsync(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) =>
        _calls.StartAsync(() => ChatRequestSize.Of(InnerClient, messages, options), cancellationToken);
}
