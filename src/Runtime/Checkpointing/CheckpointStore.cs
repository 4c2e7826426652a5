using System.Buffers;
using System.Text.Json;

namespace BatchMigrate.Checkpointing;

/// <summary>The open file of a <see cref="BatchCheckpoint"/>: an index of the answers in it, read when they are asked for, and a writer at its end.</summary>
internal sealed class CheckpointStore : IDisposable
{
    private readonly object _gate = new();
    private readonly FileStream _file;
    private readonly Dictionary<string, (long Start, int Length)> _answers = [];
    private readonly Dictionary<string, int> _asked = [];
    private bool _isClosed;

    // How each line begins: what tells an unfinished one from somebody else's file.
    private static ReadOnlySpan<byte> FirstWords => "{\"custom_id\":"u8;

    /// <exception cref="IOException">The file cannot be opened; where another batch uses it the message says so.</exception>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    internal CheckpointStore(string path)
    {
        try
        {
            _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            throw new IOException($"The checkpoint '{path}' cannot be opened. Only one batch may use it at a time.", e);
        }

        try
        {
            ReadIndex();
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>Makes the id of the next request with this content. Called in the order of the input.</summary>
    internal string IdOf(string content)
    {
        var number = _asked.GetValueOrDefault(content);
        _asked[content] = number + 1;
        return $"{content}-{number}";
    }

    internal bool Contains(string id)
    {
        lock (_gate)
        {
            return _answers.ContainsKey(id);
        }
    }

    /// <summary>The body of an answer; null where there is none or it cannot be read.</summary>
    internal BinaryData? Read(string id)
    {
        lock (_gate)
        {
            if (_isClosed || !_answers.TryGetValue(id, out var place))
            {
                return null;
            }

            var line = new byte[place.Length];
            _file.Position = place.Start;
            _file.ReadExactly(line);
            using var json = JsonDocument.Parse(line);
            return BinaryData.FromString(json.RootElement.GetProperty("response").GetProperty("body").GetRawText());
        }
    }

    /// <summary>Adds an answer.</summary>
    internal void Append(string id, BinaryData body) => Append(id, body, error: null);

    /// <summary>Notes a failure, which does not keep the item from being asked again.</summary>
    internal void Append(string id, Exception error) => Append(id, null, error);

    public void Dispose()
    {
        lock (_gate)
        {
            _isClosed = true;
            _file.Dispose();
        }
    }

    private void Append(string id, BinaryData? body, Exception? error)
    {
        var line = Line(id, body, error);
        lock (_gate)
        {
            // What an abandoned call brings after the end has nowhere to go.
            if (_isClosed)
            {
                return;
            }

            // One write for a line, handed to the system at once: a killed process loses nothing that it had.
            var start = _file.Seek(0, SeekOrigin.End);
            try
            {
                _file.Write(line);
                _file.Flush();
            }
            catch (IOException)
            {
                // A full disk takes a part of a line. Answers that still come must not be glued to it.
                _file.SetLength(start);
                throw;
            }

            if (body is not null)
            {
                _answers[id] = (start, line.Length - 1);
            }
        }
    }

    private static ReadOnlySpan<byte> Line(string id, BinaryData? body, Exception? error)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("custom_id", id);
            json.WritePropertyName("response");
            if (body is null)
            {
                json.WriteNullValue();
            }
            else
            {
                json.WriteStartObject();
                json.WriteNumber("status_code", 200);
                json.WritePropertyName("body");
                // Written anew, because a provider's body may have lines.
                using var parsed = JsonDocument.Parse(body);
                parsed.RootElement.WriteTo(json);
                json.WriteEndObject();
            }

            json.WritePropertyName("error");
            if (error is null)
            {
                json.WriteNullValue();
            }
            else
            {
                json.WriteStartObject();
                json.WriteString("code", error.GetType().FullName);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan;
    }

    private void ReadIndex()
    {
        var (buffer, filled, start, isOurs) = (new byte[64 * 1024], 0, 0L, false);
        while (_file.Read(buffer, filled, buffer.Length - filled) is > 0 and var read)
        {
            filled += read;
            var from = 0;
            while (Array.IndexOf(buffer, (byte)'\n', from, filled - from) is >= 0 and var end)
            {
                isOurs |= IsLine(buffer.AsMemory(from, end - from), start + from);
                from = end + 1;
            }

            start += from;
            filled -= from;
            Array.Copy(buffer, from, buffer, 0, filled);
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }

        var rest = buffer.AsSpan(0, filled);
        isOurs |= !rest.IsEmpty && (rest.StartsWith(FirstWords) || FirstWords.StartsWith(rest));
        if (_file.Length > 0 && !isOurs)
        {
            throw new InvalidDataException($"'{_file.Name}' holds something else than a checkpoint and was not changed. Name another file, or delete this one.");
        }

        // The line that a crash left unfinished: the next one must not be glued to it.
        _file.SetLength(start);
    }

    /// <summary>Notes the answer that a line holds, if it holds one, and says whether it is a line of a checkpoint at all.</summary>
    private bool IsLine(ReadOnlyMemory<byte> line, long start)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (!root.TryGetProperty("custom_id", out var id) || !root.TryGetProperty("response", out var response))
            {
                return false;
            }

            if (response.ValueKind == JsonValueKind.Object && response.TryGetProperty("body", out _) && id.ValueKind == JsonValueKind.String)
            {
                _answers[id.GetString()!] = (start, line.Length);
            }

            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
