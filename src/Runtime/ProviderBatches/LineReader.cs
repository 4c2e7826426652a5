namespace BatchMigrate.ProviderBatches;

/// <summary>Reads lines of any length from a stream, one at a time in memory. Empty lines are left out; the last line needs no end.</summary>
internal static class LineReader
{
    internal static async Task ReadAsync(Stream stream, Action<ReadOnlyMemory<byte>> onLine, CancellationToken cancellationToken)
    {
        var (buffer, filled) = (new byte[64 * 1024], 0);
        while (await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            // What is there already has no line end.
            var (searched, from) = (filled, 0);
            filled += read;
            while (Array.IndexOf(buffer, (byte)'\n', searched, filled - searched) is >= 0 and var end)
            {
                Take(buffer.AsMemory(from, end - from));
                from = searched = end + 1;
            }

            filled -= from;
            Array.Copy(buffer, from, buffer, 0, filled);
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }

        Take(buffer.AsMemory(0, filled));

        void Take(ReadOnlyMemory<byte> line)
        {
            if (!line.Span.Trim(" \r\t"u8).IsEmpty)
            {
                onLine(line);
            }
        }
    }
}
