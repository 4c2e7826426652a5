using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SimulatedProvider;

/// <summary>Writes the bodies of the protocol.</summary>
internal static class ChatResponseWriter
{
    private const int WordsPerChunk = 4;

    // The bodies are JSON only, never part of a page, so quotes and letters of all languages may stand as they are.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Error(ProviderError error) => Json(json =>
    {
        json.WriteStartObject("error");
        json.WriteString("message", error.Message);
        json.WriteString("type", error.Type);
        json.WriteString("param", error.Param);
        json.WriteString("code", error.Code);
        json.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> Completion(string id, DateTimeOffset created, string model, Answer answer) => Json(json =>
    {
        WriteHead(json, "chat.completion", id, created, model);
        json.WriteStartArray("choices");
        json.WriteStartObject();
        json.WriteNumber("index", 0);
        json.WriteStartObject("message");
        json.WriteString("role", "assistant");
        json.WriteString("content", answer.Text);
        json.WriteNull("refusal");
        json.WriteEndObject();
        json.WriteNull("logprobs");
        json.WriteString("finish_reason", answer.FinishReason);
        json.WriteEndObject();
        json.WriteEndArray();
        WriteUsage(json, answer);
    });

    /// <summary>The payloads of the server-sent events, one after another, without the closing <c>[DONE]</c>.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Chunks(string id, DateTimeOffset created, string model, Answer answer, bool includeUsage)
    {
        yield return Chunk(null, json =>
        {
            json.WriteString("role", "assistant");
            json.WriteString("content", "");
        });

        var words = answer.Text.Split(' ');
        for (var i = 0; i < words.Length; i += WordsPerChunk)
        {
            var part = (i == 0 ? "" : " ") + string.Join(' ', words.Skip(i).Take(WordsPerChunk));
            yield return Chunk(null, json => json.WriteString("content", part));
        }

        yield return Chunk(answer.FinishReason, _ => { });
        if (includeUsage)
        {
            yield return Json(json =>
            {
                WriteHead(json, "chat.completion.chunk", id, created, model);
                json.WriteStartArray("choices");
                json.WriteEndArray();
                WriteUsage(json, answer);
            });
        }

        ReadOnlyMemory<byte> Chunk(string? finishReason, Action<Utf8JsonWriter> writeDelta) => Json(json =>
        {
            WriteHead(json, "chat.completion.chunk", id, created, model);
            json.WriteStartArray("choices");
            json.WriteStartObject();
            json.WriteNumber("index", 0);
            json.WriteStartObject("delta");
            writeDelta(json);
            json.WriteEndObject();
            json.WriteString("finish_reason", finishReason);
            json.WriteEndObject();
            json.WriteEndArray();
        });
    }

    private static void WriteHead(Utf8JsonWriter json, string type, string id, DateTimeOffset created, string model)
    {
        json.WriteString("id", id);
        json.WriteString("object", type);
        json.WriteNumber("created", created.ToUnixTimeSeconds());
        json.WriteString("model", model);
    }

    private static void WriteUsage(Utf8JsonWriter json, Answer answer)
    {
        json.WriteStartObject("usage");
        json.WriteNumber("prompt_tokens", answer.InputTokens);
        json.WriteNumber("completion_tokens", answer.OutputTokens);
        json.WriteNumber("total_tokens", answer.InputTokens + answer.OutputTokens);
        json.WriteEndObject();
    }

    /// <summary>A text as JSON.</summary>
    public static ReadOnlyMemory<byte> Text(string text)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStringValue(text);
        }

        return buffer.WrittenMemory;
    }

    internal static ReadOnlyMemory<byte> Json(Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
