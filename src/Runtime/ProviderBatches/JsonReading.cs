using System.Text.Json;

namespace BatchMigrate.ProviderBatches;

/// <summary>Reads members that may be absent, null or of another kind than expected: then there is nothing.</summary>
internal static class JsonReading
{
    internal static JsonElement? Member(this JsonElement element, string name, JsonValueKind kind) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == kind ? value : null;

    internal static string? Text(this JsonElement element, string name)
    {
        try
        {
            return element.Member(name, JsonValueKind.String)?.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is JSON, but no text.
            return null;
        }
    }

    internal static int? Number(this JsonElement element, string name) => element.Member(name, JsonValueKind.Number) is { } value && value.TryGetInt32(out var number) ? number : null;

    /// <summary>A moment in seconds since 1970.</summary>
    internal static DateTimeOffset? Time(this JsonElement element, string name) =>
        element.Member(name, JsonValueKind.Number) is { } value && value.TryGetInt64(out var seconds) && seconds is > 0 and < 253402300800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
