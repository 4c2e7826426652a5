using System.ClientModel;
using System.ClientModel.Primitives;
using System.Diagnostics;
using System.Globalization;

namespace BatchMigrate.Runtime.Bench;

/// <summary>
/// A provider in this process that admits 100 requests a second from a bucket of 100, and rejects the rest with 429: how much of its limit is used, and how many requests it has to
/// reject. The lower bound of the time is (items - bucket) / rate.
/// </summary>
internal static class Limits
{
    private const int PerSecond = 100;
    private const int Items = 1500;
    private const int Slots = 64;

    public static async Task RunAsync()
    {
        const double Bound = (Items - PerSecond) / (double)PerSecond;
        Console.WriteLine($"Limits: {Items} items at {PerSecond} requests a second, answers in 20 to 180 ms, {Slots} slots; bound {Bound:F1} s; all at the same time, each with a provider of its own");
        Console.WriteLine($"{"method",-50} {"s",6} {"of limit",8} {"wanted",7} {"rejected",8} {"at most",7} {"answered",8}");
        Task<Run>[] runs =
        [
            BatchAsync("Batch, limit known", new Target(0.96, 0.01), false, false, new RateLimit { RequestsPerMinute = 60 * PerSecond }),
            BatchAsync("Batch, limit unknown, told by headers", new Target(0.85, 0.05), true, true, null),
            BatchAsync("Batch, limit unknown, Retry-After only", new Target(0.85, 0.05), true, false, null),
            BatchAsync("Batch, limit unknown, no hint at all", new Target(0.85, 0.05), false, false, null),
            .. Contender.All.Where(contender => !contender.IsOurs).Select(PeerAsync),
        ];
        foreach (var (name, seconds, server, answered, target) in await Task.WhenAll(runs))
        {
            var (used, rejected) = (Bound / seconds, server.Rejected / (double)server.Calls);
            var missed = target is not null && (used < target.Used || rejected > target.Rejected || answered < Items);
            Console.WriteLine(
                $"{name,-50} {seconds,6:F1} {used,8:P0} {target?.Used.ToString("P0", CultureInfo.InvariantCulture),7} {rejected,8:P1} {target?.Rejected.ToString("P0", CultureInfo.InvariantCulture),7} {answered,8} {(missed ? "missed" : "")}");
        }
    }

    private static async Task<Run> BatchAsync(string name, Target target, bool hints, bool limits, RateLimit? limit)
    {
        var server = new Server(hints, limits);
        // Explicit retries, so that any operation is retried as a call of a model would be.
        var options = new BatchOptions { MaxConcurrency = Slots, RateLimit = limit, Retry = new RetryOptions { MaxRateLimitRetries = 50 } };
        var watch = Stopwatch.StartNew();
        var result = await Batch.RunAsync(Enumerable.Range(0, Items), server.CallAsync, options);
        return new Run(name, watch.Elapsed.TotalSeconds, server, result.Count - result.Failed.Count, target);
    }

    /// <summary>What is usually written by hand: each way to run many, with a jittered back-off around the call.</summary>
    private static async Task<Run> PeerAsync(Contender contender)
    {
        var server = new Server(hints: true, limits: false);
        var watch = Stopwatch.StartNew();
        var answered = 0;
        await contender.RunAsync(Items, Slots, async (item, cancellationToken) =>
        {
            for (var attempt = 0; ; attempt++)
            {
                try
                {
                    await server.CallAsync(item, cancellationToken);
                    return Interlocked.Increment(ref answered);
                }
                catch (ClientResultException) when (attempt < 50)
                {
                    await Task.Delay(TimeSpan.FromSeconds(Random.Shared.NextDouble() * Math.Min(30, 0.5 * Math.Pow(2, attempt))), cancellationToken);
                }
            }
        });
        return new Run($"{contender.Name}, jittered back-off", watch.Elapsed.TotalSeconds, server, answered, null);
    }

    private sealed record Target(double Used, double Rejected);

    private sealed record Run(string Name, double Seconds, Server Server, int Answered, Target? Target);

    /// <summary>A bucket of one second's requests that refills steadily.</summary>
    private sealed class Server(bool hints, bool limits)
    {
        private readonly Lock _gate = new();
        private double _level = PerSecond;
        private long _filledAt = Stopwatch.GetTimestamp();
        private int _calls;

        public int Calls => _calls;

        public int Rejected { get; private set; }

        public async Task<int> CallAsync(int item, CancellationToken cancellationToken)
        {
            double missing;
            lock (_gate)
            {
                _calls++;
                var now = Stopwatch.GetTimestamp();
                _level = Math.Min(PerSecond, _level + (Stopwatch.GetElapsedTime(_filledAt, now).TotalSeconds * PerSecond));
                _filledAt = now;
                missing = 1 - _level;
                if (missing <= 0)
                {
                    _level--;
                }
                else
                {
                    Rejected++;
                }
            }

            if (missing > 0)
            {
                await Task.Delay(10, cancellationToken);
                throw new ClientResultException("HTTP 429", new Rejection(hints ? missing / PerSecond : null, limits));
            }

            await Task.Delay(20 + (item * 37 % 160), cancellationToken);
            return item;
        }
    }
}

/// <summary>A 429 as the library hands it on.</summary>
internal sealed class Rejection(double? seconds, bool limits) : PipelineResponse
{
    public override int Status => 429;

    public override string ReasonPhrase => string.Empty;

    public override Stream? ContentStream { get; set; }

    public override BinaryData Content => BinaryData.Empty;

    protected override PipelineResponseHeaders HeadersCore { get; } = new HeaderList(seconds, limits);

    public override BinaryData BufferContent(CancellationToken cancellationToken = default) => Content;

    public override ValueTask<BinaryData> BufferContentAsync(CancellationToken cancellationToken = default) => new(Content);

    public override void Dispose()
    {
    }

    private sealed class HeaderList(double? seconds, bool limits) : PipelineResponseHeaders
    {
        public override IEnumerator<KeyValuePair<string, string>> GetEnumerator() => Enumerable.Empty<KeyValuePair<string, string>>().GetEnumerator();

        public override bool TryGetValue(string name, out string? value)
        {
            value = name switch
            {
                "retry-after-ms" => seconds is { } s ? Math.Ceiling(s * 1000).ToString(CultureInfo.InvariantCulture) : null,
                "x-ratelimit-limit-requests" => limits ? "6000" : null,
                "x-ratelimit-remaining-requests" => limits ? "0" : null,
                _ => null,
            };
            return value is not null;
        }

        public override bool TryGetValues(string name, out IEnumerable<string>? values)
        {
            values = TryGetValue(name, out var value) ? [value!] : null;
            return values is not null;
        }
    }
}
