using System.Globalization;

namespace SimulatedProvider;

/// <summary>Durations as they are written on a command line and in rate-limit headers.</summary>
internal static class Duration
{
    /// <summary>Reads a number followed by <c>ms</c>, <c>s</c> or <c>m</c>.</summary>
    /// <exception cref="FormatException">The text is not of that form, or negative.</exception>
    public static TimeSpan Parse(string text)
    {
        (string Suffix, TimeSpan Unit)[] units = [("ms", TimeSpan.FromMilliseconds(1)), ("s", TimeSpan.FromSeconds(1)), ("m", TimeSpan.FromMinutes(1))];
        foreach (var (suffix, unit) in units)
        {
            if (text.EndsWith(suffix, StringComparison.Ordinal)
                && double.TryParse(text.AsSpan(0, text.Length - suffix.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                && number <= TimeSpan.FromDays(1) / unit)
            {
                return unit * number;
            }
        }

        throw new FormatException($"'{text}' is no duration of up to a day: write 50ms, 1.5s or 2m.");
    }

    /// <summary>Writes a duration in the style of the <c>x-ratelimit-reset-*</c> headers: <c>20ms</c>, <c>1.5s</c>, <c>6m0s</c>.</summary>
    public static string ToHeader(TimeSpan duration)
    {
        var milliseconds = WholeMilliseconds(duration);
        if (milliseconds < 1000)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{milliseconds}ms");
        }

        var minutes = milliseconds / 60_000;
        var seconds = milliseconds % 60_000 / 1000m;
        var prefix = minutes == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{minutes}m");
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{seconds:0.###}s");
    }

    /// <summary>Rounds up, so that waiting as long as a header says is always enough.</summary>
    public static long WholeMilliseconds(TimeSpan duration) => (long)Math.Ceiling(duration.TotalMilliseconds);

    /// <summary>Rounds up to whole seconds.</summary>
    public static long WholeSeconds(TimeSpan duration) => (long)Math.Ceiling(duration.TotalSeconds);
}
