using System.Globalization;

namespace Quickstart;

/// <summary>The figures, for reading.</summary>
internal static class Table
{
    private static readonly string[] Header = ["place", "calls", "sequential", "batch", "speed-up", "at 0 ms", "lower bound", "batch / bound"];

    public static IEnumerable<string> Lines(IEnumerable<Measurement> measurements)
    {
        string[][] rows = [Header, .. measurements.Select(Row)];
        var widths = Header.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        return rows.Select(row => string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))));
    }

    private static string[] Row(Measurement m) =>
    [
        m.Place.ToString(),
        m.Calls.ToString(CultureInfo.InvariantCulture),
        Milliseconds(m.Sequential),
        Milliseconds(m.Batch),
        m.SpeedUp.ToString("0.0x", CultureInfo.InvariantCulture),
        Milliseconds(m.StartUp),
        Milliseconds(m.Bound),
        m.RatioToBound.ToString("0.00", CultureInfo.InvariantCulture),
    ];

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0 ms", CultureInfo.InvariantCulture);
}
