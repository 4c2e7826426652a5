using System.Text;
using System.Text.Json;

namespace BatchMigrate.Packing;

/// <summary>
/// Finds the numbered entries in what a model has written: <c>{"answers":[{"number":1,"answer":…}]}</c>, or the array alone, with whatever stands around it. Entries before the place where
/// such a text is cut or broken are whole and count; nothing after it is looked at, because what looks like an entry there may be a part of one.
/// </summary>
internal static class PackedEntries
{
    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    internal static List<(int Number, JsonElement Answer)> In(string text)
    {
        var entries = new List<(int, JsonElement)>();
        ReadOnlySpan<byte> json = Encoding.UTF8.GetBytes(text);
        while (json.IndexOfAny((byte)'{', (byte)'[') is >= 0 and var start)
        {
            json = json[start..];
            json = json[Take(json, entries)..];
        }

        return entries;
    }

    /// <summary>Takes the entries of the JSON that a text begins with, and tells how much of the text they are, or what is known to hold none.</summary>
    private static int Take(ReadOnlySpan<byte> json, List<(int, JsonElement)> entries)
    {
        var known = entries.Count;
        var isList = false;
        // Not the final block: so a text that ends too early can be told from one that is no JSON.
        var reader = new Utf8JsonReader(json, isFinalBlock: false, new JsonReaderState(Lenient));
        try
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                return TakeList(ref reader, entries) ? (int)reader.BytesConsumed : json.Length;
            }

            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.EndObject)
                {
                    return (int)reader.BytesConsumed;
                }

                var isAnswers = reader.ValueTextEquals("answers"u8);
                if (!reader.Read())
                {
                    break;
                }

                if (isAnswers && reader.TokenType == JsonTokenType.StartArray)
                {
                    isList = true;
                    if (!TakeList(ref reader, entries))
                    {
                        break;
                    }
                }
                else if (!reader.TrySkip())
                {
                    break;
                }
            }

            return json.Length;
        }
        catch (JsonException)
        {
            // A bracket in a sentence; or the list, broken in its midst.
            return isList || entries.Count > known ? json.Length : 1;
        }
    }

    /// <summary>Takes the entries of an array; false where it does not end.</summary>
    private static bool TakeList(ref Utf8JsonReader reader, List<(int, JsonElement)> entries)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                return true;
            }

            if (!JsonElement.TryParseValue(ref reader, out var element))
            {
                return false;
            }

            if (element is { ValueKind: JsonValueKind.Object } entry && NumberOf(entry) is { } number && entry.TryGetProperty("answer"u8, out var answer))
            {
                entries.Add((number, answer));
            }
        }

        return false;
    }

    // Without a schema some models write numbers as text.
    private static int? NumberOf(JsonElement entry) => !entry.TryGetProperty("number"u8, out var number) ? null : number.ValueKind switch
    {
        JsonValueKind.Number when number.TryGetInt32(out var value) => value,
        JsonValueKind.String when int.TryParse(number.GetString(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) => value,
        _ => null,
    };
}
