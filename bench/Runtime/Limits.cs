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

    public static async Task RunAsync()
    {
        var bound = (Items - PerSecond) / (double)PerSecond;
        Console.WriteLine($"Limits: {Items} items at {PerSecond} requests a second, answers in 20 to 180 ms, 64 slots; bound {bound:F1} s");
        Console.WriteLine($"{"method",-50} {"s",6} {"of limit",8} {"wanted",7} {"rejected",8} {"at most",7} {"answered",8}");
        await LineAsync("Batch, limit known", 0.96, 0.01, false, false, new BatchOptions { MaxConcurrency = 64, RateLimit = new RateLimit { RequestsPerMinute = 60 * PerSecond } });
        await LineAsync("Batch, limit unknown, told by headers", 0.85, 0.05, true, true, new BatchOptions { MaxConcurrency = 64 });
        await LineAsync("Batch, limit unknown, Retry-After only", 0.85, 0.05, true, false, new BatchOptions { MaxConcurrency = 64 });
        await LineAsync("Batch, limit unknown, no hint at all", 0.85, 0.05, false, false, new BatchOptions { MaxConcurrency = 64 });
        await PeerAsync("SemaphoreSlim + WhenAll + jittered back-off", true);
        await PeerAsync("chunks of 64 + WhenAll + jittered back-off", false);

        async Task LineAsync(string name, double goodput, double rejected, bool hints, bool limits, BatchOptions options)
        {
            var server = new Server(hints, limits);
            // Explicit retries, so that any operation is retried as a call of a model would be.
            var own = new BatchOptions { MaxConcurrency = options.MaxConcurrency, RateLimit = options.RateLimit, Retry = new RetryOptions { MaxRateLimitRetries = 50 } };
            var watch = Stopwatch.StartNew();
            var result = await Batch.RunAsync(Enumerable.Range(0, Items), server.CallAsync, own);
            Print(name, watch.Elapsed.TotalSeconds, server, result.Count - result.Failed.Count, goodput, rejected);
        }

        async Task PeerAsync(string name, bool slides)
        {
            var server = new Server(hints: true, limits: false);
            var watch = Stopwatch.StartNew();
            var answered = 0;
            using var slots = new SemaphoreSlim(64);
            async Task OneAsync(int item)
            {
                await slots.WaitAsync();
                try
                {
                    for (var attempt = 0; ; attempt++)
                    {
                        try
                        {
                            await server.CallAsync(item, CancellationToken.None);
                            Interlocked.Increment(ref answered);
                            return;
                        }
                        catch (ClientResultException) when (attempt < 50)
                        {
                            await Task.Delay(TimeSpan.FromSeconds(Random.Shared.NextDouble() * Math.Min(30, 0.5 * Math.Pow(2, attempt))));
                        }
                    }
                }
                finally
                {
                    slots.Release();
                }
            }

            foreach (var chunk in slides ? [Enumerable.Range(0, Items).ToArray()] : Enumerable.Range(0, Items).Chunk(64))
            {
                await Task.WhenAll(chunk.Select(OneAsync));
            }

            Print(name, watch.Elapsed.TotalSeconds, server, answered, null, null);
        }

        void Print(string name, double seconds, Server server, int answered, double? goodput, double? rejected) => Console.WriteLine(
            $"{name,-50} {seconds,6:F1} {bound / seconds,8:P0} {goodput?.ToString("P0", CultureInfo.InvariantCulture),7} {server.Rejected / (double)server.Calls,8:P1} {rejected?.ToString("P0", CultureInfo.InvariantCulture),7} {answered,8}");
    }

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
