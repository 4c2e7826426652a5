using System.Globalization;

namespace BatchMigrate.Retrying;

/// <summary>Reads how long a provider asks to wait: <c>retry-after-ms</c>, or <c>Retry-After</c> in seconds, fractions of them, or as a date (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfterHeader
{
    // Longer than any wait that is ever made, and far from what a TimeSpan cannot hold.
    private const double LongestSeconds = 10 * 365 * 24 * 3600.0;

    // The three forms of RFC 9110, section 5.6.7, and the one that everybody knows. What is none of them must not be taken for a moment in the past, which would mean no wait at all.
    private static readonly string[] Dates = ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    internal static TimeSpan? Read(Func<string, string?> header, TimeProvider clock)
    {
        if (Number(header("retry-after-ms")) is { } milliseconds)
        {
            return Seconds(milliseconds / 1000);
        }

        var text = header("Retry-After");
        if (Number(text) is { } seconds)
        {
            return Seconds(seconds);
        }

        if (Date(text) is not { } until)
        {
            return null;
        }

        // By the provider's own clock where it tells it: ours may be minutes off.
        var wait = until - (Date(header("Date")) ?? clock.GetUtcNow());
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(Math.Min(seconds, LongestSeconds));

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number) ? number : null;

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var date) ? date : null;
}
