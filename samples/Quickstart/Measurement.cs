using SimulatedProvider;

namespace Quickstart;

/// <summary>One place before and after the fix, against the same provider.</summary>
/// <param name="Place">What ran.</param>
/// <param name="Calls">The requests of one run.</param>
/// <param name="Sequential">The time before.</param>
/// <param name="Batch">The time after.</param>
/// <param name="StartUp">The time after against a provider that answers at once: the program's own, most of it its start.</param>
/// <param name="Bound">The least time that the batch's workers could take.</param>
internal sealed record Measurement(Place Place, int Calls, TimeSpan Sequential, TimeSpan Batch, TimeSpan StartUp, TimeSpan Bound)
{
    /// <summary>The runtime's default for <c>BatchOptions.MaxConcurrency</c>.</summary>
    public const int Workers = 10;

    public double SpeedUp => Sequential / Batch;

    public double RatioToBound => Batch / Bound;

    /// <summary>Runs the place before and after, and compares. Each time is the shortest of so many runs.</summary>
    /// <exception cref="StepFailedException">Two runs differ in more than their time, or the calls were not made as they should be.</exception>
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
            Sequential = measurements.Min(m => m.Sequential),
            Batch = measurements.Min(m => m.Batch),
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
        Expect(before.Calls > 0 && counted.Requests == before.Calls, place, $"counted {before.Calls} calls, the provider {counted.Requests}");
        Expect(after.Calls == before.Calls && countedAfter.Requests == before.Calls, place, $"made {before.Calls} calls before and {countedAfter.Requests} after");
        Expect(counted.PeakConcurrency == 1, place, $"was not sequential before: {counted.PeakConcurrency} calls at a time");
        Expect(countedAfter.PeakConcurrency > 1, place, "was sequential after the fix");

        var startUp = await sample.RunAsync("after", place, instantProvider.Endpoint, cancellationToken);
        var bound = TimeSpan.FromMilliseconds(Math.Max(countedAfter.LatencySumMs / Workers, countedAfter.LatencyMaxMs));
        return new Measurement(place, before.Calls, before.Elapsed, after.Elapsed, startUp.Elapsed, bound);
    }

    private static void Expect(bool holds, Place place, string otherwise, string details = "")
    {
        if (!holds)
        {
            throw new StepFailedException($"{place} {otherwise}.{Environment.NewLine}{details}".TrimEnd());
        }
    }
}
