using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SimulatedProvider;

/// <summary>The provider's 24-hour service: <c>/v1/files</c>, and <c>/v1/batches</c> with creation, look-up, list and cancellation.</summary>
internal sealed class BatchEndpoint(SimulatedProviderOptions options)
{
    private const string Chat = "/v1/chat/completions";
    private const int MostMetadata = 16;

    private readonly Lock _gate = new();
    private readonly List<SimulatedBatch> _batches = [];
    private readonly StoredFiles _files = new(options.TimeProvider);
    private readonly BatchFileReader _reader = new(options);
    private int _number;

    public BatchServiceCounters Counters
    {
        get
        {
            lock (_gate)
            {
                return new BatchServiceCounters { Uploads = _files.Uploads, Batches = _batches.Count, Answered = _batches.Sum(batch => batch.Answered) };
            }
        }
    }

    public void Reset()
    {
        lock (_gate)
        {
            _batches.Clear();
            _files.Reset();
            _reader.Reset();
        }
    }

    public void Map(WebApplication app)
    {
        app.MapPost("/v1/files", WithKey(_files.UploadAsync));
        app.MapGet("/v1/files", WithKey(_files.ListAsync));
        app.MapGet("/v1/files/{id}", WithKey(_files.GetAsync));
        app.MapGet("/v1/files/{id}/content", WithKey(_files.DownloadAsync));
        app.MapDelete("/v1/files/{id}", WithKey(_files.DeleteAsync));
        app.MapPost("/v1/batches", WithKey(CreateAsync));
        app.MapGet("/v1/batches", WithKey(ListAsync));
        app.MapGet("/v1/batches/{id}", WithKey(GetAsync));
        app.MapPost("/v1/batches/{id}/cancel", WithKey(CancelAsync));
    }

    private static RequestDelegate WithKey(RequestDelegate handle) => context => ChatEndpoint.HasKey(context.Request) ? handle(context) : context.RefuseAsync(ProviderError.NoKey);

    private async Task CreateAsync(HttpContext context)
    {
        JsonElement root;
        try
        {
            using var json = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            root = json.RootElement.Clone();
        }
        catch (JsonException)
        {
            await context.RefuseAsync(ProviderError.Invalid("The body of the request is not valid JSON."));
            return;
        }

        if (Mistake(root) is { } mistake)
        {
            await context.RefuseAsync(mistake);
            return;
        }

        var fileId = root.GetProperty("input_file_id").GetString()!;
        var (mistakes, answers) = await _reader.ReadAsync(_files.Find(fileId)?.Content, Chat, context.RequestAborted);
        SimulatedBatch batch;
        lock (_gate)
        {
            batch = new SimulatedBatch(options.BatchService, _files, options.Seed)
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"batch_{++_number:d6}"),
                InputFileId = fileId,
                Endpoint = Chat,
                CreatedAt = options.TimeProvider.GetUtcNow(),
                Metadata = root.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object
                    ? metadata.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.ToString())
                    : [],
                Mistakes = mistakes,
                Answers = answers,
            };
            _batches.Add(batch);
        }

        // A batch that has just been created has not been looked at yet, however fast the service is.
        await context.AnswerAsync(BatchResponseWriter.Batch(new BatchSnapshot(batch, "validating", batch.CreatedAt, 0, 0, 0)));
    }

    private static ProviderError? Mistake(JsonElement root)
    {
        if (Text(root, "input_file_id") is null)
        {
            return ProviderError.Invalid("The parameter 'input_file_id' is missing.", "input_file_id", "missing_required_parameter");
        }

        if (Text(root, "endpoint") != Chat)
        {
            return ProviderError.Invalid($"'endpoint' must be {Chat}.", "endpoint");
        }

        return Text(root, "completion_window") != "24h" ? ProviderError.Invalid("'completion_window' must be 24h.", "completion_window")
            : root.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object
                && (metadata.EnumerateObject().Count() > MostMetadata || metadata.EnumerateObject().Any(pair => pair.Name.Length > 64 || pair.Value.ToString().Length > 512))
                    ? ProviderError.Invalid("'metadata' has too many pairs, or one that is too long.", "metadata")
            : null;
    }

    private static string? Text(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private Task GetAsync(HttpContext context)
    {
        lock (_gate)
        {
            return Asked(context) is { } batch ? AnswerAsync(context, batch) : NotFoundAsync(context);
        }
    }

    private Task CancelAsync(HttpContext context)
    {
        lock (_gate)
        {
            return Asked(context) is not { } batch ? NotFoundAsync(context)
                : batch.TryCancel(options.TimeProvider.GetUtcNow()) ? AnswerAsync(context, batch)
                : context.RefuseAsync(new ProviderError(409, "A batch that has ended cannot be cancelled.", "invalid_request_error"));
        }
    }

    private Task ListAsync(HttpContext context)
    {
        var limit = int.TryParse(context.Request.Query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, 100) : 20;
        var after = context.Request.Query["after"].ToString();
        lock (_gate)
        {
            var newestFirst = Enumerable.Reverse(_batches).SkipWhile(batch => after.Length > 0 && batch.Id != after).Skip(after.Length > 0 ? 1 : 0).ToArray();
            var now = options.TimeProvider.GetUtcNow();
            return context.AnswerAsync(BatchResponseWriter.Batches([.. newestFirst.Take(limit).Select(batch => batch.At(now))], newestFirst.Length > limit));
        }
    }

    private Task AnswerAsync(HttpContext context, SimulatedBatch batch) => context.AnswerAsync(BatchResponseWriter.Batch(batch.At(options.TimeProvider.GetUtcNow())));

    private static Task NotFoundAsync(HttpContext context) => context.RefuseAsync(new ProviderError(404, "There is no such batch.", "invalid_request_error", Param: "id"));

    private SimulatedBatch? Asked(HttpContext context) => _batches.Find(batch => batch.Id == context.Request.RouteValues["id"] as string);
}
