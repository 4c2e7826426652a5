using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace BatchMigrate.Telemetry;

/// <summary>What one item of a batch waits for.</summary>
internal enum WaitReason
{
    /// <summary>For its turn while fewer requests are sent at a time.</summary>
    Slot,

    /// <summary>For requests and tokens of the limit, or the end of a pause that the provider asked for.</summary>
    Limit,

    /// <summary>For the next attempt.</summary>
    Retry,

    /// <summary>For requests under way to tell what they cost.</summary>
    Cost,
}

/// <summary>
/// The activity source and the instruments, all named BatchMigrate. What a call of a model is and took (<c>gen_ai.*</c>) is told by the libraries that make the
/// calls, and never again here.
/// </summary>
internal static class BatchTelemetry
{
    internal const string Name = "BatchMigrate";

    private static readonly Meter Meter = new(Name);

    private static readonly string[] Reasons = ["slot", "limit", "retry", "cost"];

    internal static ActivitySource Source { get; } = new(Name);

    internal static Counter<long> Items { get; } = Meter.CreateCounter<long>("batchmigrate.items", "{item}", "Items that have ended.");

    internal static Counter<long> Attempts { get; } = Meter.CreateCounter<long>("batchmigrate.attempts", "{attempt}", "Requests that were started.");

    internal static Counter<long> RateLimited { get; } = Meter.CreateCounter<long>("batchmigrate.rate_limited", "{attempt}", "Requests that the provider rejected as too many.");

    internal static UpDownCounter<long> InFlight { get; } = Meter.CreateUpDownCounter<long>("batchmigrate.in_flight", "{request}", "Requests under way.");

    internal static UpDownCounter<long> Limit { get; } = Meter.CreateUpDownCounter<long>("batchmigrate.concurrency.limit", "{request}", "The most requests at a time, of all running batches together.");

    private static Histogram<double> Waits { get; } = Meter.CreateHistogram<double>("batchmigrate.wait.duration", "s", "How long items waited, by what for.");

    internal static void Waited(WaitReason reason, TimeSpan time)
    {
        if (Waits.Enabled)
        {
            Waits.Record(time.TotalSeconds, new KeyValuePair<string, object?>("reason", Reasons[(int)reason]));
        }
    }

    internal static void ItemEnded<T>(BatchItem<T> item)
    {
        if (Items.Enabled)
        {
            var status = item.Succeeded ? "succeeded" : item.Skipped ? "skipped" : item.Attempts == 0 ? "not_sent" : "failed";
            Items.Add(1, new KeyValuePair<string, object?>("status", status));
        }
    }
}
