using System.Buffers;
using System.Text.Json;

namespace BatchMigrate.ProviderBatches;

/// <summary>What is known of one file of a submission.</summary>
/// <param name="FileId">The provider's id of the uploaded file; null where it is not known to be there.</param>
/// <param name="UploadedAt">When it was uploaded, by the provider's clock.</param>
/// <param name="BatchId">The provider's id of the batch that was created last; null where none is known.</param>
internal sealed record JournalPart(string? FileId, DateTimeOffset? UploadedAt, string? BatchId);

/// <summary>The open <see cref="ProviderBatchOptions.ResumeFile"/>: what a submission has done, one line of JSON a step, on the disk before the next step begins.</summary>
internal sealed class SubmissionJournal : IDisposable
{
    private readonly FileStream _file;
    private readonly JournalPart[] _parts;

    private SubmissionJournal(FileStream file, JournalPart[] parts) => (_file, _parts) = (file, parts);

    /// <exception cref="IOException">The file cannot be opened; where another process uses it the message says so.</exception>
    /// <exception cref="InvalidOperationException">The file belongs to other requests.</exception>
    /// <exception cref="InvalidDataException">The file is no resume file.</exception>
    internal static SubmissionJournal Open(string path, string content, int items, int parts)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            throw new IOException($"The resume file '{path}' cannot be opened. Only one submission may use it at a time.", e);
        }

        try
        {
            return Read(file, path, content, items, parts);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    internal JournalPart this[int part] => _parts[part];

    internal void NoteFile(int part, string fileId, DateTimeOffset? uploadedAt)
    {
        _parts[part] = new JournalPart(fileId, uploadedAt, null);
        Write(json =>
        {
            json.WriteNumber("part", part);
            json.WriteString("file", fileId);
            if (uploadedAt is { } time)
            {
                json.WriteNumber("uploaded_at", time.ToUnixTimeSeconds());
            }
        });
    }

    internal void NoteBatch(int part, string batchId)
    {
        _parts[part] = _parts[part] with { BatchId = batchId };
        Write(json =>
        {
            json.WriteNumber("part", part);
            json.WriteString("batch", batchId);
        });
    }

    public void Dispose() => _file.Dispose();

    private static SubmissionJournal Read(FileStream file, string path, string content, int items, int parts)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        // The line that a crash left unfinished says nothing, and the next one must not be glued to it.
        var end = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        file.SetLength(end);
        file.Position = end;

        var journal = new SubmissionJournal(file, [.. Enumerable.Repeat(new JournalPart(null, null, null), parts)]);
        if (end == 0)
        {
            journal.Write(json =>
            {
                json.WriteString("content", content);
                json.WriteNumber("items", items);
                json.WriteNumber("parts", parts);
            });
            return journal;
        }

        var lines = new List<JsonElement>();
        for (var start = 0; start < end;)
        {
            var length = Array.IndexOf(bytes, (byte)'\n', start) - start;
            lines.Add(Parse(bytes.AsMemory(start, length), path));
            start += length + 1;
        }

        var isSame = lines[0].Text("content") == content && lines[0].Number("items") == items && lines[0].Number("parts") == parts;
        if (!isSame)
        {
            var ids = lines.Select(line => line.Text("batch")).OfType<string>().ToArray();
            throw new InvalidOperationException(
                $"The resume file '{path}' belongs to other requests, or to the same ones under other limits{(ids.Length == 0 ? "" : $". It holds {string.Join(", ", ids)}")}. Take another file, or delete it.");
        }

        foreach (var line in lines.Skip(1))
        {
            if (line.Number("part") is not { } part || part < 0 || part >= parts)
            {
                throw Unreadable(path, null);
            }

            journal._parts[part] = line.Text("file") is { } fileId
                ? new JournalPart(fileId, line.Time("uploaded_at"), null)
                : journal._parts[part] with { BatchId = line.Text("batch") };
        }

        return journal;
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> line, string path)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw Unreadable(path, e);
        }
    }

    private static InvalidDataException Unreadable(string path, Exception? cause) => new($"'{path}' is not a resume file, or it is damaged.", cause);

    private void Write(Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        _file.Write(buffer.WrittenSpan);
        // A few lines, each of which may be worth a batch.
        _file.Flush(flushToDisk: true);
    }
}
