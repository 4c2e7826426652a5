using BatchMigrate;
using SimulatedProvider;

namespace Quickstart.Systems;

/// <summary>A sample before and after the fix, each against a provider of its own with the same settings.</summary>
/// <param name="Sample">What ran.</param>
/// <param name="Before">The run before.</param>
/// <param name="After">The run after.</param>
/// <param name="Instant">The time after against a provider that answers at once and limits nothing: the program's own.</param>
internal sealed record SystemMeasurement(SystemSample Sample, SystemRun Before, SystemRun After, TimeSpan Instant)
{
    /// <summary>The runtime's default for <c>BatchOptions.MaxConcurrency</c>.</summary>
    public const int Workers = 10;

    /// <summary>The least time that the batch's workers could take: what the answers take together, the longest of them, and what the limits admit.</summary>
    public TimeSpan Bound
    {
        get
        {
            var (counters, limits) = (After.Counters, Sample.Provider);
            return TimeSpan.FromMilliseconds(new[]
            {
                counters.LatencySumMs / Workers,
                counters.LatencyMaxMs,
                Admission(counters.Succeeded, limits.RequestsPerMinute, limits.RequestBurst),
                Admission(After.Tokens, limits.TokensPerMinute, limits.TokenBurst),
            }.Max());
        }
    }

    /// <summary>Runs the program before and after. Times are the shortest of so many runs, everything else is of the first.</summary>
    /// <exception cref="StepFailedException">A program failed.</exception>
    public static async Task<SystemMeasurement> TakeAsync(SystemsCopy copy, SystemSample sample, int runs, CancellationToken cancellationToken = default)
    {
        var (before, after, instant) = (new List<SystemRun>(), new List<SystemRun>(), new List<SystemRun>());
        for (var run = 0; run < runs; run++)
        {
            before.Add(await RunAsync("before", sample.Provider));
            after.Add(await RunAsync("after", sample.Provider));
            instant.Add(await RunAsync("after", new()));
        }

        return new SystemMeasurement(sample, Best(before), Best(after), Best(instant).Elapsed);

        async Task<SystemRun> RunAsync(string version, SimulatedProviderOptions options)
        {
            await using var provider = await SimulatedProviderHost.StartAsync(options, cancellationToken);
            var program = await copy.RunAsync(version, sample, provider.Endpoint, cancellationToken);
            return new SystemRun(program.Output, program.Elapsed, provider.Counters);
        }
    }

    /// <summary>What the tokens of a run cost in US dollars, by the runtime's list of prices; null where the model has no price.</summary>
    public decimal? CostOf(SystemRun run) =>
        ModelPricing.BuiltIn.PriceOf(Sample.Model)?.CostOf(new BatchUsage(run.Counters.InputTokens, run.Counters.OutputTokens, run.Tokens));

    private static SystemRun Best(List<SystemRun> runs) => runs[0] with { Elapsed = runs.Min(run => run.Elapsed) };

    /// <summary>The milliseconds until a bucket that is full at first has admitted so much.</summary>
    private static double Admission(long amount, int? perMinute, int? burst) =>
        perMinute is { } rate ? Math.Max(0, amount - (burst ?? rate)) * 60_000.0 / rate : 0;
}

/// <summary>One run of a sample.</summary>
/// <param name="Output">The results.</param>
/// <param name="Elapsed">The time, without the program's start.</param>
/// <param name="Counters">What the provider saw.</param>
internal sealed record SystemRun(string Output, TimeSpan Elapsed, ProviderCounters Counters)
{
    /// <summary>The tokens of prompts and answers.</summary>
    public long Tokens => Counters.InputTokens + Counters.OutputTokens;
}
