using System.Text.Json;

namespace SimulatedProvider;

/// <summary>Reads the body of a chat-completions request, and what bodies of requests have in common.</summary>
internal static class ChatRequestReader
{
    /// <summary>Gives the request, or the error that a provider would answer with.</summary>
    public static async Task<(IExchange? Exchange, ProviderError? Error)> ReadAsync(Stream body, Func<JsonElement, IExchange> read, CancellationToken cancellationToken)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            return (document.RootElement.ValueKind == JsonValueKind.Object
                ? read(document.RootElement)
                : throw new InvalidRequestException("The body of the request must be a JSON object.", null), null);
        }
        catch (JsonException)
        {
            return (null, ProviderError.Invalid("The body of the request is not valid JSON."));
        }
        catch (InvalidRequestException e)
        {
            return (null, ProviderError.Invalid(e.Message, e.Param, e.Code) with { Type = e.Type });
        }
    }

    public static ChatRequest Read(JsonElement root)
    {
        var messages = Property(root, "messages") ?? throw Missing("messages");
        if (messages.ValueKind != JsonValueKind.Array || messages.GetArrayLength() == 0)
        {
            throw new InvalidRequestException("'messages' must be an array of at least one message.", "messages");
        }

        return new ChatRequest(
            ModelIn(root),
            [.. messages.EnumerateArray().Select(ReadMessage)],
            PositiveNumber(root, "max_completion_tokens") ?? PositiveNumber(root, "max_tokens"),
            Flag(root, "stream"),
            Property(root, "stream_options") is { ValueKind: JsonValueKind.Object } options && Flag(options, "include_usage"));
    }

    public static string ModelIn(JsonElement root) => Property(root, "model") is { ValueKind: JsonValueKind.String } model ? model.GetString()! : throw Missing("model");

    private static ChatRequestMessage ReadMessage(JsonElement message, int index)
    {
        var at = $"messages[{index}]";
        if (message.ValueKind != JsonValueKind.Object || Property(message, "role") is not { ValueKind: JsonValueKind.String } role)
        {
            throw new InvalidRequestException($"'{at}' must be an object with a 'role'.", at);
        }

        var content = Property(message, "content");
        var text = content?.ValueKind switch
        {
            JsonValueKind.String => content.Value.GetString()!,
            JsonValueKind.Array => string.Concat(content.Value.EnumerateArray().Select(part => ReadPart(part, at))),
            // An assistant that called tools says nothing itself.
            null when role.ValueEquals("assistant") => "",
            _ => throw new InvalidRequestException($"'{at}.content' must be a string or an array of parts.", $"{at}.content"),
        };
        return new ChatRequestMessage(role.GetString()!, text);
    }

    private static string ReadPart(JsonElement part, string at)
    {
        if (part.ValueKind == JsonValueKind.Object && Property(part, "type") is { ValueKind: JsonValueKind.String } type)
        {
            switch (type.GetString())
            {
                case "text" when Property(part, "text") is { ValueKind: JsonValueKind.String } text:
                    return text.GetString()!;
                case "refusal" when Property(part, "refusal") is { ValueKind: JsonValueKind.String } refusal:
                    return refusal.GetString()!;
                case "image_url" when Property(part, "image_url") is { ValueKind: JsonValueKind.Object } image
                    && Property(image, "url") is { ValueKind: JsonValueKind.String } url:
                    return url.GetString()!;
            }
        }

        throw new InvalidRequestException($"'{at}.content' has a part that is neither text nor an image.", $"{at}.content");
    }

    public static int? PositiveNumber(JsonElement root, string name) => Property(root, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var value) && value > 0 => value,
        _ => throw new InvalidRequestException($"'{name}' must be a positive integer.", name),
    };

    private static bool Flag(JsonElement root, string name) => Property(root, name) is { ValueKind: JsonValueKind.True };

    // A property that is null says as little as one that is absent.
    public static JsonElement? Property(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static InvalidRequestException Missing(string name) => new($"The parameter '{name}' is missing.", name, "missing_required_parameter");

    internal sealed class InvalidRequestException(string message, string? param, string? code = null, string type = "invalid_request_error") : Exception(message)
    {
        public string Type { get; } = type;

        public string? Param { get; } = param;

        public string? Code { get; } = code;
    }
}
