using System.Buffers;
using System.Text.Json;

namespace BatchMigrate.Engine;

/// <summary>One result of a request for several as it is kept in a checkpoint, with its part of the usage.</summary>
internal static class PackedBody
{
    internal static BinaryData Write(BatchUsage? usage, string? model, Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteString("model", model);
            if (usage is { } counted)
            {
                json.WriteStartObject("usage");
                json.WriteNumber("prompt_tokens", counted.InputTokens);
                json.WriteNumber("completion_tokens", counted.OutputTokens);
                json.WriteNumber("total_tokens", counted.TotalTokens);
                json.WriteNumber("cached_tokens", counted.CachedInputTokens);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return BinaryData.FromBytes(buffer.WrittenMemory);
    }

    internal static (BatchUsage? Usage, string? Model) Read(BinaryData body)
    {
        using var json = JsonDocument.Parse(body);
        var root = json.RootElement;
        return (
            root.TryGetProperty("usage", out var usage) ? new BatchUsage(Count("prompt_tokens"), Count("completion_tokens"), Count("total_tokens"), Count("cached_tokens")) : null,
            root.GetProperty("model").GetString());

        // What an older file does not have was none.
        long Count(string name) => usage.TryGetProperty(name, out var count) ? count.GetInt64() : 0;
    }
}
