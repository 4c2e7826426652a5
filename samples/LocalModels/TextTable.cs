namespace LocalModels;

/// <summary>Text for a console.</summary>
internal static class TextTable
{
    private const int Widest = 100;

    /// <summary>Rows below a header: the first column to the left, the others to the right.</summary>
    public static IEnumerable<string> Lines(string[][] rows)
    {
        var widths = rows[0].Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        return rows.Select(row => string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
    }

    /// <summary>A text on one line, cut where it is long.</summary>
    public static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Widest ? line : $"{line[..(Widest - 1)]}…";
    }
}
