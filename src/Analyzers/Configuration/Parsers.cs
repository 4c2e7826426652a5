using System.Globalization;

namespace BatchMigrate.Analyzers.Configuration;

/// <summary>How simple values are read.</summary>
internal static class Parsers
{
    public static bool Effects(string text, out bool strict)
    {
        strict = string.Equals(text, "strict", StringComparison.OrdinalIgnoreCase);
        return strict || string.Equals(text, "pragmatic", StringComparison.OrdinalIgnoreCase);
    }

    public static bool AtLeastOne(string text, out int value) => Number(text, 1, int.MaxValue, out value);

    public static bool UpToTen(string text, out int value) => Number(text, 0, 10, out value);

    private static bool Number(string text, int least, int most, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most;
}
