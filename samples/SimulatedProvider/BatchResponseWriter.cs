using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SimulatedProvider;

/// <summary>Writes the bodies of the 24-hour service and of its files.</summary>
internal static class BatchResponseWriter
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task AnswerAsync(this HttpContext context, ReadOnlyMemory<byte> body, string type = "application/json")
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    public static Task RefuseAsync(this HttpContext context, ProviderError error) => ChatEndpoint.WriteErrorAsync(context, error, context.RequestAborted);

    public static ReadOnlyMemory<byte> File(StoredFile file) => Json(json => Write(json, file));

    public static ReadOnlyMemory<byte> Files(IReadOnlyList<StoredFile> files) => List(files, Write, file => file.Id, hasMore: false);

    public static ReadOnlyMemory<byte> Deleted(string id) => Json(json =>
    {
        json.WriteString("id", id);
        json.WriteString("object", "file");
        json.WriteBoolean("deleted", true);
    });

    public static ReadOnlyMemory<byte> Batch(BatchSnapshot batch) => Json(json => Write(json, batch));

    public static ReadOnlyMemory<byte> Batches(IReadOnlyList<BatchSnapshot> batches, bool hasMore) => List(batches, Write, batch => batch.Batch.Id, hasMore);

    /// <summary>A line of a file of results: a response, or an error that is none.</summary>
    public static string Line(string id, BatchAnswer answer) => Encoding.UTF8.GetString(Json(json =>
    {
        json.WriteString("id", id);
        json.WriteString("custom_id", answer.CustomId);
        json.WritePropertyName("response");
        if (answer.Body is { } body)
        {
            json.WriteStartObject();
            json.WriteNumber("status_code", answer.Status);
            json.WriteString("request_id", id.Replace("batch_req_", "req_", StringComparison.Ordinal));
            json.WritePropertyName("body");
            json.WriteRawValue(body.Span);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNullValue();
        }

        json.WritePropertyName("error");
        if (answer.ErrorCode is { } code)
        {
            json.WriteStartObject();
            json.WriteString("code", code);
            json.WriteString("message", "The request could not be answered.");
            json.WriteEndObject();
        }
        else
        {
            json.WriteNullValue();
        }
    }).Span);

    private static void Write(Utf8JsonWriter json, StoredFile file)
    {
        json.WriteString("id", file.Id);
        json.WriteString("object", "file");
        json.WriteNumber("bytes", file.Content.Length);
        json.WriteNumber("created_at", file.CreatedAt.ToUnixTimeSeconds());
        json.WriteString("filename", file.Name);
        json.WriteString("purpose", file.Purpose);
        json.WriteString("status", "processed");
    }

    private static void Write(Utf8JsonWriter json, BatchSnapshot snapshot)
    {
        var batch = snapshot.Batch;
        json.WriteString("id", batch.Id);
        json.WriteString("object", "batch");
        json.WriteString("endpoint", batch.Endpoint);
        json.WritePropertyName("errors");
        if (snapshot.Status == "failed")
        {
            WriteErrors(json, batch.Mistakes);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteString("input_file_id", batch.InputFileId);
        json.WriteString("completion_window", "24h");
        json.WriteString("status", snapshot.Status);
        json.WriteString("output_file_id", snapshot.OutputFileId);
        json.WriteString("error_file_id", snapshot.ErrorFileId);
        json.WriteNumber("created_at", batch.CreatedAt.ToUnixTimeSeconds());
        json.WriteNumber("expires_at", batch.ExpiresAt.ToUnixTimeSeconds());
        foreach (var name in (string[])["completed", "failed", "expired", "cancelled"])
        {
            json.WritePropertyName($"{name}_at");
            if (snapshot.Status == name)
            {
                json.WriteNumberValue(snapshot.Since.ToUnixTimeSeconds());
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteStartObject("request_counts");
        json.WriteNumber("total", snapshot.Total);
        json.WriteNumber("completed", snapshot.Completed);
        json.WriteNumber("failed", snapshot.Failed);
        json.WriteEndObject();
        json.WriteStartObject("metadata");
        foreach (var (name, value) in batch.Metadata)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    private static void WriteErrors(Utf8JsonWriter json, IReadOnlyList<BatchMistake> mistakes)
    {
        json.WriteStartObject();
        json.WriteString("object", "list");
        json.WriteStartArray("data");
        foreach (var mistake in mistakes)
        {
            json.WriteStartObject();
            json.WriteString("code", mistake.Code);
            json.WriteString("message", mistake.Message);
            json.WriteNull("param");
            json.WritePropertyName("line");
            if (mistake.Line is { } line)
            {
                json.WriteNumberValue(line);
            }
            else
            {
                json.WriteNullValue();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static ReadOnlyMemory<byte> List<T>(IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write, Func<T, string> idOf, bool hasMore) => Json(json =>
    {
        json.WriteString("object", "list");
        json.WriteStartArray("data");
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("first_id", items.Count == 0 ? null : idOf(items[0]));
        json.WriteString("last_id", items.Count == 0 ? null : idOf(items[^1]));
        json.WriteBoolean("has_more", hasMore);
    });

    private static ReadOnlyMemory<byte> Json(Action<Utf8JsonWriter> writeMembers)
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
