using System.Globalization;

namespace Quickstart;

/// <summary>The figures, for reading.</summary>
internal static class Table
{
    private static readonly string[] Header = ["place", "rule", "requests", "rejected", "tokens", "before", "after", "speed-up", "at 0 ms", "lower bound", "after / bound"];

    public static IEnumerable<string> Lines(IEnumerable<Measurement> measurements) => Lines(Header, measurements.Select(Row));

    /// <summary>Rows below a header: the first column to the left, the others to the right.</summary>
    public static IEnumerable<string> Lines(string[] header, IEnumerable<string[]> body)
    {
        string[][] rows = [header, .. body];
        var widths = header.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        return rows.Select(row => string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))));
    }

    private static string[] Row(Measurement m) =>
    [
        m.Place.ToString(),
        m.Place.Rule,
        m.Requests.ToString(CultureInfo.InvariantCulture),
        m.Rejected.ToString(CultureInfo.InvariantCulture),
        m.Tokens.ToString(CultureInfo.InvariantCulture),
        Milliseconds(m.Before),
        Milliseconds(m.After),
        m.SpeedUp.ToString("0.0x", CultureInfo.InvariantCulture),
        Milliseconds(m.StartUp),
        Milliseconds(m.Bound),
        m.RatioToBound.ToString("0.00", CultureInfo.InvariantCulture),
    ];

    public static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0 ms", CultureInfo.InvariantCulture);
}
