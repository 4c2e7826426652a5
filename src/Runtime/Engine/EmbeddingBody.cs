using System.Buffers;
using System.Text.Json;

namespace BatchMigrate.Engine;

/// <summary>One embedding as it is kept in a checkpoint, with its part of the usage.</summary>
internal static class EmbeddingBody
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
                json.WriteNumber("total_tokens", counted.TotalTokens);
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
            root.TryGetProperty("usage", out var usage) ? new BatchUsage(usage.GetProperty("prompt_tokens").GetInt64(), 0, usage.GetProperty("total_tokens").GetInt64()) : null,
            root.GetProperty("model").GetString());
    }
}
