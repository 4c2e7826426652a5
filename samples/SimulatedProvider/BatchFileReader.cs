using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SimulatedProvider;

/// <summary>Checks a file of requests as the provider does before it begins, and answers each request as the chat endpoint would.</summary>
internal sealed class BatchFileReader(SimulatedProviderOptions options)
{
    private readonly FaultPlan _faults = new(options);

    public void Reset() => _faults.Reset();

    public async Task<(IReadOnlyList<BatchMistake> Mistakes, IReadOnlyList<BatchAnswer> Answers)> ReadAsync(ReadOnlyMemory<byte>? file, string endpoint, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return ([new BatchMistake("file_not_found", "The file does not exist.")], []);
        }

        var mistakes = new List<BatchMistake>();
        var requests = new List<(string Id, byte[] Body)>();
        var seen = new HashSet<string>();
        string? model = null;
        using var reader = new StreamReader(new MemoryStream(file.Value.ToArray()));
        for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (Check(line, endpoint, seen, ref model, out var request) is var (code, message))
            {
                mistakes.Add(new BatchMistake(code, message, number));
            }
            else
            {
                requests.Add(request);
            }
        }

        if (mistakes.Count == 0 && requests.Count == 0)
        {
            mistakes.Add(new BatchMistake("empty_file", "The file has no requests."));
        }
        else if (requests.Count > options.BatchService.MaxRequests)
        {
            mistakes.Add(new BatchMistake("too_many_tasks", "The file has too many requests."));
        }

        var answers = new List<BatchAnswer>();
        foreach (var (id, body) in mistakes.Count == 0 ? requests : [])
        {
            answers.Add(await AnswerAsync(id, body, cancellationToken));
        }

        return (mistakes, answers);
    }

    private static (string Code, string Message)? Check(string line, string endpoint, HashSet<string> seen, ref string? model, out (string Id, byte[] Body) request)
    {
        request = default;
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return ("invalid_json_line", "The line is not a JSON object.");
            }

            foreach (var name in (string[])["custom_id", "method", "url"])
            {
                if (TextOf(root, name) is null)
                {
                    return ("missing_required_parameter", $"The line has no '{name}'.");
                }
            }

            if (!root.TryGetProperty("body", out var body) || body.ValueKind != JsonValueKind.Object)
            {
                return ("missing_required_parameter", "The line has no 'body'.");
            }

            if (TextOf(root, "method") != "POST" || TextOf(root, "url") != endpoint)
            {
                return ("url_mismatch", "The line is not a POST to the endpoint of the batch.");
            }

            var asked = TextOf(body, "model");
            if ((model ??= asked) != asked)
            {
                return ("model_mismatch", "The line asks for another model than the first one.");
            }

            request = (TextOf(root, "custom_id")!, System.Text.Encoding.UTF8.GetBytes(body.GetRawText()));
            return seen.Add(request.Id) ? null : ("duplicate_custom_id", "The line has the custom_id of another one.");
        }
        catch (JsonException)
        {
            return ("invalid_json_line", "The line is not valid JSON.");
        }
    }

    private static string? TextOf(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private async Task<BatchAnswer> AnswerAsync(string id, byte[] body, CancellationToken cancellationToken)
    {
        var (exchange, invalid) = await ChatRequestReader.ReadAsync(new MemoryStream(body), ChatExchange.Read, cancellationToken);
        if (exchange is null)
        {
            return Refusal(id, invalid!);
        }

        var request = exchange.Request;
        if (request.Stream)
        {
            return Refusal(id, ProviderError.Invalid("A request of a batch cannot be streamed.", "stream"));
        }

        var content = ContentHash.Of(request);
        var markers = options.Markers ? SimulationMarkers.In(request) : [];
        var fault = _faults.Next(content, markers);
        return fault.Kind switch
        {
            FaultKind.None => new BatchAnswer(id, StatusCodes.Status200OK, ChatResponseWriter.Completion(
                $"chatcmpl-{content.Text}", options.TimeProvider.GetUtcNow(), request.Model, Answer.To(request, content, markers, options.AnswerWords))),
            FaultKind.Status => Refusal(id, ProviderError.OfStatus(fault.Status)),
            FaultKind.Quota => Refusal(id, ProviderError.Quota),
            // There is no connection to break: the service has lost its own one to the model.
            _ => new BatchAnswer(id, 0, null, "request_timeout"),
        };
    }

    private static BatchAnswer Refusal(string id, ProviderError error) => new(id, error.Status, ChatResponseWriter.Error(error));
}
