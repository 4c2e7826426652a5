using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SimulatedProvider;

/// <summary>A file as the provider keeps it.</summary>
internal sealed record StoredFile(string Id, string Name, string Purpose, DateTimeOffset CreatedAt, ReadOnlyMemory<byte> Content);

/// <summary>The files of the account, and the endpoints under <c>/v1/files</c>: upload, list, look up, download, delete.</summary>
internal sealed class StoredFiles(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly List<StoredFile> _files = [];
    private int _number;

    public int Uploads { get; private set; }

    public void Reset()
    {
        lock (_gate)
        {
            _files.Clear();
            Uploads = 0;
        }
    }

    public StoredFile? Find(string? id)
    {
        lock (_gate)
        {
            return _files.Find(file => file.Id == id);
        }
    }

    public StoredFile Add(string name, string purpose, ReadOnlyMemory<byte> content)
    {
        lock (_gate)
        {
            var file = new StoredFile(string.Create(CultureInfo.InvariantCulture, $"file-{++_number:d6}"), name, purpose, clock.GetUtcNow(), content);
            _files.Add(file);
            return file;
        }
    }

    public async Task UploadAsync(HttpContext context)
    {
        // Batch files are larger than what a web server takes by default.
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        if (!context.Request.HasFormContentType)
        {
            await context.RefuseAsync(ProviderError.Invalid("The body of the request must be a form."));
            return;
        }

        var form = await context.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = long.MaxValue }, context.RequestAborted);
        string purpose = form["purpose"].ToString();
        if (form.Files["file"] is not { } sent || purpose.Length == 0)
        {
            await context.RefuseAsync(ProviderError.Invalid("A 'file' and its 'purpose' are needed.", purpose.Length == 0 ? "purpose" : "file", "missing_required_parameter"));
            return;
        }

        if (purpose == "batch" && !sent.FileName.EndsWith(".jsonl", StringComparison.Ordinal))
        {
            await context.RefuseAsync(ProviderError.Invalid("A file for a batch must be named .jsonl.", "file"));
            return;
        }

        using var content = new MemoryStream();
        await sent.CopyToAsync(content, context.RequestAborted);
        StoredFile file;
        lock (_gate)
        {
            Uploads++;
            file = Add(sent.FileName, purpose, content.ToArray());
        }

        await context.AnswerAsync(BatchResponseWriter.File(file));
    }

    public Task ListAsync(HttpContext context)
    {
        var purpose = context.Request.Query["purpose"].ToString();
        StoredFile[] files;
        lock (_gate)
        {
            files = [.. _files.Where(file => purpose.Length == 0 || file.Purpose == purpose).Reverse()];
        }

        return context.AnswerAsync(BatchResponseWriter.Files(files));
    }

    public Task GetAsync(HttpContext context) => Asked(context) is { } file ? context.AnswerAsync(BatchResponseWriter.File(file)) : RefuseAsync(context);

    public Task DownloadAsync(HttpContext context) => Asked(context) is { } file ? context.AnswerAsync(file.Content, "application/octet-stream") : RefuseAsync(context);

    public Task DeleteAsync(HttpContext context)
    {
        if (Asked(context) is not { } file)
        {
            return RefuseAsync(context);
        }

        lock (_gate)
        {
            _files.Remove(file);
        }

        return context.AnswerAsync(BatchResponseWriter.Deleted(file.Id));
    }

    private static Task RefuseAsync(HttpContext context) => context.RefuseAsync(new ProviderError(404, "There is no such file.", "invalid_request_error", Param: "id"));

    private StoredFile? Asked(HttpContext context) => Find(context.Request.RouteValues["id"] as string);
}
