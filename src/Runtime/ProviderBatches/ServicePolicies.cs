using System.ClientModel;
using System.ClientModel.Primitives;

namespace BatchMigrate.ProviderBatches;

/// <summary>Makes one call be tried once, because the caller retries it: a batch that is created twice costs twice. Optionally with a network timeout of its own.</summary>
internal sealed class SingleTryPolicy(TimeSpan? networkTimeout) : PipelinePolicy
{
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Prepare(message);
        ProcessNext(message, pipeline, currentIndex);
    }

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Prepare(message);
        return ProcessNextAsync(message, pipeline, currentIndex);
    }

    private void Prepare(PipelineMessage message)
    {
        message.ResponseClassifier = new NeverRetried(message.ResponseClassifier);
        message.NetworkTimeout = networkTimeout ?? message.NetworkTimeout;
    }

    private sealed class NeverRetried(PipelineMessageClassifier inner) : PipelineMessageClassifier
    {
        public override bool TryClassify(PipelineMessage message, out bool isError) => inner.TryClassify(message, out isError);

        public override bool TryClassify(PipelineMessage message, Exception? exception, out bool isRetriable)
        {
            isRetriable = false;
            return true;
        }
    }
}

/// <summary>A file to upload as a form, read while it is sent. The library's own form cannot be given a timeout.</summary>
internal sealed class FileForm : BinaryContent
{
    private readonly MultipartFormDataContent _form = [];

    /// <param name="file">The file, sent from its beginning; it stays open.</param>
    /// <param name="name">The name that the provider sees.</param>
    internal FileForm(FileStream file, string name)
    {
        file.Position = 0;
        _form.Add(new StringContent("batch"), "purpose");
        _form.Add(new StreamContent(file), "file", name);
    }

    internal string ContentType => _form.Headers.ContentType!.ToString();

    public override bool TryComputeLength(out long length)
    {
        length = _form.Headers.ContentLength ?? 0;
        return _form.Headers.ContentLength is not null;
    }

    public override void WriteTo(Stream stream, CancellationToken cancellationToken = default) => _form.CopyTo(stream, null, cancellationToken);

    public override Task WriteToAsync(Stream stream, CancellationToken cancellationToken = default) => _form.CopyToAsync(stream, cancellationToken);

    // The form would close the file, which may have to be sent again.
    public override void Dispose()
    {
    }
}
