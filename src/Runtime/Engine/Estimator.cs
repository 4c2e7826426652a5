using BatchMigrate.Cost;

namespace BatchMigrate.Engine;

/// <summary>Adds up what the requests of a batch would take. Prepares every item, and sends nothing.</summary>
internal static class Estimator
{
    internal static async Task<BatchEstimate> EstimateAsync<TItem, TRequest, TResult>(
        IAsyncEnumerable<TItem> items, BatchStep<TItem, TRequest, TResult> step, BatchOptions? options, CancellationToken cancellationToken)
    {
        options ??= BatchOptions.Default;
        var (count, requests) = (0, 0);
        var (low, high) = (default(TokenEstimate), default(TokenEstimate));
        decimal? costLow = 0, costHigh = 0;
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            count++;
            if (!step.Prepare(item, out var request) || step.Describe(request) is not { } size)
            {
                continue;
            }

            requests++;
            var range = TokenRange.Around(options.TokenEstimator.Estimate(size), size.MaxOutputTokens);
            low = Add(low, range.Low);
            high = Add(high, range.High);
            var price = options.Pricing.PriceOf(size.Model);
            costLow += price?.CostOf(TokenRange.AsUsage(range.Low));
            costHigh += price?.CostOf(TokenRange.AsUsage(range.High));
        }

        return new BatchEstimate(count, requests, low, high, costLow, costHigh, options.RateLimit is { } limit ? TimeAt(limit, requests, low) : null);
    }

    private static TokenEstimate Add(TokenEstimate left, TokenEstimate right) => new(left.InputTokens + right.InputTokens, left.OutputTokens + right.OutputTokens);

    // One second's worth is there at the beginning.
    private static TimeSpan? TimeAt(RateLimit limit, int requests, TokenEstimate tokens)
    {
        double?[] minutes =
        [
            requests / (double?)limit.RequestsPerMinute,
            (tokens.InputTokens + tokens.OutputTokens) / (double?)limit.TokensPerMinute,
            tokens.InputTokens / (double?)limit.InputTokensPerMinute,
            tokens.OutputTokens / (double?)limit.OutputTokensPerMinute,
        ];
        return minutes.Max() is { } longest ? TimeSpan.FromSeconds(Math.Max(0, (longest * 60) - 1)) : null;
    }
}
