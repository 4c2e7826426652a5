using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using BatchMigrate.Checkpointing;

namespace BatchMigrate.ProviderBatches;

/// <summary>One line of a request file: the body that the OpenAI library would send, and the item's place as its id.</summary>
internal static class ChatRequestLine
{
    internal const string Endpoint = "/v1/chat/completions";

    private const string IdPrefix = "item-";

    // What stands in strings of the library's options may be nested deeper than the default allows.
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 512 };

    // Not a part of a page; but separators of lines stay escaped, as every line must be one.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a request without a line's end.</summary>
    internal static void Write(IBufferWriter<byte> buffer, int index, string model, ChatCompletionRequest request)
    {
        using var json = new Utf8JsonWriter(buffer, Compact);
        json.WriteStartObject();
        json.WriteString("custom_id", string.Create(CultureInfo.InvariantCulture, $"{IdPrefix}{index}"));
        json.WriteString("method", "POST");
        json.WriteString("url", Endpoint);
        json.WriteStartObject("body");
        if (request.Options is not null)
        {
            using var options = JsonDocument.Parse(OpenAIJson.Write(request.Options), Deep);
            foreach (var property in options.RootElement.EnumerateObject().Where(property => property.Name is not ("messages" or "model" or "stream" or "stream_options")))
            {
                property.WriteTo(json);
            }
        }

        json.WriteStartArray("messages");
        var count = 0;
        foreach (var message in request.Messages)
        {
            count++;
            // Written anew, because a schema or an argument may bring line ends of its own.
            using var parsed = JsonDocument.Parse(OpenAIJson.Write(message), Deep);
            parsed.RootElement.WriteTo(json);
        }

        if (count == 0)
        {
            // As the library does before it sends.
            throw new ArgumentException("The request has no messages.", nameof(request));
        }

        json.WriteEndArray();
        json.WriteString("model", model);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The item's place that an id names; null where it is not one of ours.</summary>
    internal static int? IndexIn(string? id) =>
        id is not null && id.StartsWith(IdPrefix, StringComparison.Ordinal) && int.TryParse(id.AsSpan(IdPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    /// <summary>The item's place that a line of any of the service's files names; null where it cannot be read.</summary>
    internal static int? IndexIn(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line, Deep);
            return IndexIn(json.RootElement.Text("custom_id"));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
