using SimulatedProvider;

namespace Quickstart;

/// <summary>One place before and after the fix, against the same provider.</summary>
/// <param name="Place">What ran.</param>
/// <param name="Requests">The requests of one run.</param>
/// <param name="Rejected">How many of them the provider refused with 429.</param>
/// <param name="Tokens">The tokens of one run's prompts and answers.</param>
/// <param name="Before">The time before.</param>
/// <param name="After">The time after.</param>
/// <param name="StartUp">The time after against a provider that answers at once: the program's own, most of it its start.</param>
/// <param name="Bound">The least time that the batch's workers could take.</param>
internal sealed record Measurement(
    Place Place, long Requests, long Rejected, long Tokens, TimeSpan Before, TimeSpan After, TimeSpan StartUp, TimeSpan Bound)
{
    /// <summary>The runtime's default for <c>BatchOptions.MaxConcurrency</c>, and the width of the sample's own fan-outs.</summary>
    public const int Workers = 10;

    public double SpeedUp => Before / After;

    public double RatioToBound => After / Bound;

    /// <summary>Runs the place before and after, and compares. Each time is the shortest of so many runs.</summary>
    /// <exception cref="StepFailedException">Two runs differ in more than their time, or the requests were not sent as they should be.</exception>
    public static async Task<Measurement> TakeAsync(
        DocumentsSample sample, Place place, SimulatedProviderHost provider, SimulatedProviderHost instantProvider, int runs, CancellationToken cancellationToken = default)
    {
        var measurements = new List<Measurement>();
        for (var run = 0; run < runs; run++)
        {
            measurements.Add(await TakeOnceAsync(sample, place, provider, instantProvider, cancellationToken));
        }

        return measurements[0] with
        {
            Before = measurements.Min(m => m.Before),
            After = measurements.Min(m => m.After),
            StartUp = measurements.Min(m => m.StartUp),
        };
    }

    private static async Task<Measurement> TakeOnceAsync(
        DocumentsSample sample, Place place, SimulatedProviderHost provider, SimulatedProviderHost instantProvider, CancellationToken cancellationToken)
    {
        provider.Reset();
        var before = await sample.RunAsync("before", place, provider.Endpoint, cancellationToken);
        var counted = provider.Counters;
        provider.Reset();
        var after = await sample.RunAsync("after", place, provider.Endpoint, cancellationToken);
        var countedAfter = provider.Counters;

        Expect(before.Output == after.Output, place, "printed something else after the fix", LineDiff.Unified("output", before.Output, after.Output));
        Expect(before.Messages == after.Messages, place, "failed differently after the fix", LineDiff.Unified("messages", before.Messages, after.Messages));
        var (calls, callsAfter) = (before.Figures[0], after.Figures[0]);
        Expect(calls > 0 && counted.Requests == calls, place, $"counted {calls} calls, the provider {counted.Requests}");
        Expect(callsAfter == calls && countedAfter.Requests == calls, place, $"made {calls} calls before and {countedAfter.Requests} after");
        Expect(countedAfter.Rejected429 == counted.Rejected429, place, $"was refused {counted.Rejected429} times before and {countedAfter.Rejected429} after");
        Expect(TokensOf(countedAfter) == TokensOf(counted), place, $"took {TokensOf(counted)} tokens before and {TokensOf(countedAfter)} after");
        Expect(
            place.Before == Sending.OneByOne ? counted.PeakConcurrency == 1 : counted.PeakConcurrency is > 1 and <= Workers,
            place,
            $"had {counted.PeakConcurrency} calls at a time before the fix");
        Expect(countedAfter.PeakConcurrency is > 1 and <= Workers, place, $"had {countedAfter.PeakConcurrency} calls at a time after the fix");

        var startUp = await sample.RunAsync("after", place, instantProvider.Endpoint, cancellationToken);
        var bound = TimeSpan.FromMilliseconds(Math.Max(countedAfter.LatencySumMs / Workers, countedAfter.LatencyMaxMs));
        return new Measurement(
            place, countedAfter.Requests, countedAfter.Rejected429, TokensOf(countedAfter), before.Elapsed, after.Elapsed, startUp.Elapsed, bound);
    }

    private static long TokensOf(ProviderCounters counters) => counters.InputTokens + counters.OutputTokens;

    private static void Expect(bool holds, Place place, string otherwise, string details = "")
    {
        if (!holds)
        {
            throw new StepFailedException($"{place} {otherwise}.{Environment.NewLine}{details}".TrimEnd());
        }
    }
}
