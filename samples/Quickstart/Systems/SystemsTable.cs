using System.Globalization;

namespace Quickstart.Systems;

/// <summary>The figures of the samples, for reading.</summary>
internal static class SystemsTable
{
    private static readonly string[] Header = ["sample", "", "time", "requests", "at a time", "rejected", "tokens", "cost", "speed-up", "at 0 ms", "lower bound", "time / bound"];

    /// <summary>Two lines for each: before, after.</summary>
    public static IEnumerable<string> Lines(IEnumerable<SystemMeasurement> measurements) => Table.Lines(Header, measurements.SelectMany(Rows));

    private static IEnumerable<string[]> Rows(SystemMeasurement m)
    {
        yield return [m.Sample.Name, "before", .. Figures(m, m.Before), "", "", "", ""];
        yield return
        [
            "", "after", .. Figures(m, m.After),
            (m.Before.Elapsed / m.After.Elapsed).ToString("0.0x", CultureInfo.InvariantCulture),
            Table.Milliseconds(m.Instant),
            Table.Milliseconds(m.Bound),
            (m.After.Elapsed / m.Bound).ToString("0.00", CultureInfo.InvariantCulture),
        ];
    }

    private static string[] Figures(SystemMeasurement m, SystemRun run) =>
    [
        Table.Milliseconds(run.Elapsed),
        run.Counters.Requests.ToString(CultureInfo.InvariantCulture),
        run.Counters.PeakConcurrency.ToString(CultureInfo.InvariantCulture),
        run.Counters.Rejected429.ToString(CultureInfo.InvariantCulture),
        run.Tokens.ToString(CultureInfo.InvariantCulture),
        m.CostOf(run)?.ToString("$0.0000000", CultureInfo.InvariantCulture) ?? "-",
    ];
}
