using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;

namespace BatchMigrate.ProviderBatches;

/// <summary>A list of requests, written to as many temporary files as the provider's limits ask for. The files are gone when this is disposed; a process that is killed may leave them behind.</summary>
internal sealed class RequestFiles : IDisposable
{
    private readonly ProviderBatchOptions _options;
    private readonly List<FileStream> _files = [];
    private readonly List<int> _partOf = [];
    private readonly Dictionary<int, Exception> _failed = [];
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int _linesOfLast;
    private long _bytesOfLast;

    private RequestFiles(ProviderBatchOptions options)
    {
        _options = options;
        Plan = new ItemPlan { PartOf = _partOf, Failed = _failed };
    }

    internal IReadOnlyList<FileStream> Files => _files;

    internal ItemPlan Plan { get; }

    /// <summary>A hash of everything that is sent, and of how it is split.</summary>
    internal string Content { get; private set; } = "";

    /// <summary>Prepares all items, one after another, and writes each request as soon as it is made.</summary>
    internal static RequestFiles Write<TItem>(IEnumerable<TItem> items, Func<TItem, ChatCompletionRequest?> select, string model, ProviderBatchOptions options, CancellationToken cancellationToken)
    {
        var files = new RequestFiles(options);
        try
        {
            var line = new ArrayBufferWriter<byte>();
            foreach (var item in items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                files._partOf.Add(files.Add(item, select, model, line));
            }

            files.Content = Convert.ToHexString(files._hash.GetHashAndReset(), 0, 16);
            return files;
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _files.ForEach(file => file.Dispose());
        _hash.Dispose();
    }

    /// <summary>Writes one item's request, where it has one.</summary>
    /// <returns>The number of the file, or what <see cref="ItemPlan"/> says of items that are in none.</returns>
    private int Add<TItem>(TItem item, Func<TItem, ChatCompletionRequest?> select, string model, ArrayBufferWriter<byte> line)
    {
        var index = _partOf.Count;
        line.ResetWrittenCount();
        try
        {
            // Preparing an item is part of that item, as with sending now.
            if (select(item) is not { } request)
            {
                return ItemPlan.Skipped;
            }

            ChatRequestLine.Write(line, index, model, request);
            line.Write("\n"u8);
        }
        catch (Exception e)
        {
            _failed.Add(index, e);
            return ItemPlan.Unsent;
        }

        if (line.WrittenCount > _options.MaxFileBytes)
        {
            _failed.Add(index, new ProviderBatchItemException(ProviderBatchItemFailure.TooLarge, string.Create(
                CultureInfo.InvariantCulture, $"The request needs {line.WrittenCount} bytes, more than the {_options.MaxFileBytes} that a file may have.")));
            return ItemPlan.Unsent;
        }

        if (_files.Count == 0 || _linesOfLast == _options.MaxRequestsPerFile || _bytesOfLast + line.WrittenCount > _options.MaxFileBytes)
        {
            _files.Add(Create());
            (_linesOfLast, _bytesOfLast) = (0, 0);
            // Where a file begins belongs to what is sent: other limits make other batches.
            _hash.AppendData("file"u8);
        }

        _files[^1].Write(line.WrittenSpan);
        _hash.AppendData(line.WrittenSpan);
        _linesOfLast++;
        _bytesOfLast += line.WrittenCount;
        return _files.Count - 1;
    }

    private static FileStream Create()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose };
        if (!OperatingSystem.IsWindows())
        {
            // It holds prompts: for nobody else to read.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), $"batchmigrate-{Path.GetRandomFileName()}.jsonl"), options);
    }
}
