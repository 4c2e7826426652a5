namespace BatchMigrate;

/// <summary>Some durations in four figures.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Median">The median; of an even number of durations the mean of the two in the middle.</param>
/// <param name="Min">The shortest.</param>
/// <param name="Max">The longest.</param>
public readonly record struct DurationFigures(TimeSpan Mean, TimeSpan Median, TimeSpan Min, TimeSpan Max)
{
    internal static DurationFigures? Of(IEnumerable<TimeSpan?> durations)
    {
        List<long> ticks = [.. durations.OfType<TimeSpan>().Select(static duration => duration.Ticks).Order()];
        return ticks.Count == 0
            ? null
            : new DurationFigures(
                new TimeSpan((long)ticks.Average()),
                new TimeSpan((ticks[(ticks.Count - 1) / 2] + ticks[ticks.Count / 2]) / 2),
                new TimeSpan(ticks[0]),
                new TimeSpan(ticks[^1]));
    }
}
