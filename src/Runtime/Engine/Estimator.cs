using BatchMigrate.Cost;
using BatchMigrate.Limiting;
using BatchMigrate.Packing;

namespace BatchMigrate.Engine;

/// <summary>Adds up what the requests of a batch would take. Prepares every item, and sends nothing.</summary>
internal static class Estimator
{
    internal static async Task<BatchEstimate> EstimateAsync<TItem, TRequest, TResult>(
        IAsyncEnumerable<TItem> items, BatchStep<TItem, TRequest, TResult> step, BatchOptions? options, CancellationToken cancellationToken)
    {
        var sum = new Sum(options ?? BatchOptions.Default);
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            sum.Items++;
            if (IsSent<TItem, TRequest>(step.Prepare, item, out var request) && step.Describe(request) is { } size)
            {
                sum.Requests++;
                sum.Add(size);
            }
        }

        return sum.ToEstimate();
    }

    /// <summary>The same where requests serve several items: they are packed as the batch would pack them.</summary>
    internal static async Task<BatchEstimate> EstimateAsync<TItem, TInput, TAnswer, TResult>(
        IAsyncEnumerable<TItem> items, PackStep<TItem, TInput, TAnswer, TResult> step, BatchOptions? options, CancellationToken cancellationToken)
    {
        var sum = new Sum(options ?? BatchOptions.Default);
        var scale = new PackScale<TItem, TInput, TAnswer, TResult>(step, sum.Guess, static _ => true);
        var (pack, size, most) = (new List<TInput>(), default(PackSize), PackSize.Of(options?.Pack, step.Most));
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            sum.Items++;
            if (!IsSent<TItem, TInput>(step.Prepare, item, out var input))
            {
                continue;
            }

            var tokens = scale.TokensOf(input);
            if (scale.SizeWith(size, pack, input, tokens, most) is { } larger)
            {
                size = larger;
            }
            else
            {
                Send();
                (pack, size) = ([], default(PackSize).With(tokens));
            }

            pack.Add(input);
        }

        if (pack.Count > 0)
        {
            Send();
        }

        return sum.ToEstimate();

        void Send()
        {
            sum.Requests++;
            sum.Add(step.Describe(pack)!);
        }
    }

    private static bool IsSent<TItem, TRequest>(Prepare<TItem, TRequest> prepare, TItem item, out TRequest request)
    {
        try
        {
            return prepare(item, out request);
        }
        catch (Exception)
        {
            // It will be that item's error, and nothing is sent for it.
            request = default!;
            return false;
        }
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

    private delegate bool Prepare<TItem, TRequest>(TItem item, out TRequest request);

    /// <summary>What has been added up so far.</summary>
    private sealed class Sum(BatchOptions options)
    {
        private readonly TokenGuess _guess = new(options.TokenEstimator);
        private TokenEstimate _low;
        private TokenEstimate _high;
        private decimal? _costLow = 0;
        private decimal? _costHigh = 0;

        internal int Items { get; set; }

        internal int Requests { get; set; }

        internal TokenEstimate Guess(TokenRequest size) => _guess.Estimate(size);

        /// <summary>Adds what is sent.</summary>
        internal void Add(TokenRequest size)
        {
            var estimate = _guess.Estimate(size);
            var range = TokenRange.Around(estimate, size.MaxOutputTokens);
            _low = Estimator.Add(_low, range.Low);
            _high = Estimator.Add(_high, range.High);
            var price = options.Pricing.PriceOf(size.Model);
            _costLow += price?.CostOf(TokenRange.AsUsage(range.Low));
            _costHigh += price?.CostOf(TokenRange.AsUsage(range.High));
        }

        internal BatchEstimate ToEstimate() =>
            new(Items, Requests, _low, _high, _costLow, _costHigh, options.RateLimit is { } limit ? TimeAt(limit, Requests, _low) : null);
    }
}
