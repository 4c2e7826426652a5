using System.Globalization;

namespace BatchMigrate.Limiting;

/// <summary>One limit as a provider describes it: units a minute, and how many are left; null where it does not say.</summary>
internal readonly record struct RateReading(double? PerMinute, double? Remaining)
{
    internal bool IsEmpty => PerMinute is null && Remaining is null;
}

/// <summary>The rate-limit headers of one response.</summary>
internal sealed record RateSnapshot(RateReading Requests, RateReading Tokens, RateReading InputTokens, RateReading OutputTokens)
{
    /// <summary>Reads <c>x-ratelimit-*</c> (OpenAI and most that speak its protocol) and <c>anthropic-ratelimit-*</c>; null where there are none.</summary>
    internal static RateSnapshot? Read(Func<string, string?> header)
    {
        var requests = Reading(header, "requests");
        var tokens = Reading(header, "tokens");
        var input = Anthropic(header, "input-tokens");
        var output = Anthropic(header, "output-tokens");
        return requests.IsEmpty && tokens.IsEmpty && input.IsEmpty && output.IsEmpty ? null : new(requests, tokens, input, output);
    }

    private static RateReading Reading(Func<string, string?> header, string unit)
    {
        var reading = new RateReading(Number(header($"x-ratelimit-limit-{unit}")), Number(header($"x-ratelimit-remaining-{unit}")));
        return reading.IsEmpty ? Anthropic(header, unit) : reading;
    }

    private static RateReading Anthropic(Func<string, string?> header, string unit) =>
        new(Number(header($"anthropic-ratelimit-{unit}-limit")), Number(header($"anthropic-ratelimit-{unit}-remaining")));

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= 0 && double.IsFinite(number) ? number : null;
}
