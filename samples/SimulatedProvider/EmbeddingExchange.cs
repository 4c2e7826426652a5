using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;

namespace SimulatedProvider;

/// <summary>A request for embeddings (<c>POST /v1/embeddings</c>), with the limits that OpenAI has.</summary>
internal sealed class EmbeddingExchange : IExchange
{
    private const int MostInputs = 2_048;
    private const int MostTokens = 300_000;
    private const int MostTokensOfInput = 8_192;
    private const int CharactersPerToken = 4;

    private readonly IReadOnlyList<Input> _inputs;
    private readonly int _dimensions;
    private readonly bool _isBase64;

    private EmbeddingExchange(string model, IReadOnlyList<Input> inputs, int dimensions, bool isBase64)
    {
        _inputs = inputs;
        _dimensions = dimensions;
        _isBase64 = isBase64;
        Request = new ChatRequest(model, [.. inputs.Select(input => new ChatRequestMessage("input", input.Text))], null, false, false);
    }

    public ChatRequest Request { get; }

    public static Task<(IExchange? Exchange, ProviderError? Error)> ReadAsync(Stream body, CancellationToken cancellationToken) =>
        ChatRequestReader.ReadAsync(body, Read, cancellationToken);

    public Answer AnswerTo(ContentHash content, IReadOnlyList<SimulationMarker> markers, int words) => new("", "stop", _inputs.Sum(input => input.Tokens), 0);

    public ReadOnlyMemory<byte> Body(string id, DateTimeOffset created, Answer answer, IReadOnlyList<SimulationMarker> markers)
    {
        var given = _inputs.Select((input, index) => (input.Text, Index: index)).ToList();
        foreach (var marker in markers)
        {
            switch (marker.Name)
            {
                case "missing":
                    given.RemoveAt(given.Count - 1);
                    break;
                case "extra":
                    given.Add(("one too many", given.Count));
                    break;
                case "shuffled":
                    given.Reverse();
                    break;
                case "noindex":
                    given = [.. given.Select(one => (one.Text, 0))];
                    break;
            }

            if (given.Count == 0)
            {
                break;
            }
        }

        return ChatResponseWriter.Json(json =>
        {
            json.WriteString("object", "list");
            json.WriteStartArray("data");
            foreach (var (text, index) in given)
            {
                json.WriteStartObject();
                json.WriteString("object", "embedding");
                json.WriteNumber("index", index);
                WriteVector(json, EmbeddingVector.Of(text, _dimensions));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("model", Request.Model);
            json.WriteStartObject("usage");
            json.WriteNumber("prompt_tokens", answer.InputTokens);
            json.WriteNumber("total_tokens", answer.InputTokens);
            json.WriteEndObject();
        });
    }

    private static EmbeddingExchange Read(JsonElement root)
    {
        var model = ChatRequestReader.ModelIn(root);
        var inputs = ReadInputs(ChatRequestReader.Property(root, "input") ?? throw ChatRequestReader.Missing("input"));
        if (inputs.Find(input => input.Tokens > MostTokensOfInput) is { } large)
        {
            throw new ChatRequestReader.InvalidRequestException(
                string.Create(CultureInfo.InvariantCulture, $"This model's maximum context length is {MostTokensOfInput} tokens, however you requested {large.Tokens} tokens. Please reduce your prompt."), null);
        }

        if (inputs.Sum(input => (long)input.Tokens) is > MostTokens and var tokens)
        {
            throw new ChatRequestReader.InvalidRequestException(
                string.Create(CultureInfo.InvariantCulture, $"Requested {tokens} tokens, max {MostTokens} tokens per request"), null, "max_tokens_per_request", "max_tokens_per_request");
        }

        var most = model.Contains("large", StringComparison.Ordinal) ? 3_072 : 1_536;
        var dimensions = ChatRequestReader.PositiveNumber(root, "dimensions") ?? most;
        return dimensions <= most
            ? new EmbeddingExchange(model, inputs, dimensions, ChatRequestReader.Property(root, "encoding_format") is { } format && format.ValueEquals("base64"))
            : throw new ChatRequestReader.InvalidRequestException(string.Create(CultureInfo.InvariantCulture, $"Invalid value for 'dimensions': at most {most}."), "dimensions");
    }

    private static List<Input> ReadInputs(JsonElement input)
    {
        if (input.ValueKind != JsonValueKind.Array || IsTokens(input))
        {
            return [ReadInput(input)];
        }

        if (input.GetArrayLength() > MostInputs)
        {
            throw new ChatRequestReader.InvalidRequestException(
                string.Create(CultureInfo.InvariantCulture, $"Invalid 'input': array too long. Expected an array with maximum length {MostInputs}, but got an array with length {input.GetArrayLength()} instead."),
                "input",
                "array_above_max_length");
        }

        return input.GetArrayLength() > 0 ? [.. input.EnumerateArray().Select(ReadInput)] : throw NoInput();
    }

    private static Input ReadInput(JsonElement input) => input.ValueKind switch
    {
        JsonValueKind.String when input.GetString() is { Length: > 0 } text => new Input(text, (text.Length + CharactersPerToken - 1) / CharactersPerToken),
        JsonValueKind.Array when IsTokens(input) => new Input(string.Join(' ', input.EnumerateArray().Select(token => token.GetRawText())), input.GetArrayLength()),
        _ => throw NoInput(),
    };

    private static bool IsTokens(JsonElement input) => input.GetArrayLength() > 0 && input.EnumerateArray().All(token => token.ValueKind == JsonValueKind.Number);

    private static ChatRequestReader.InvalidRequestException NoInput() => new("'$.input' is invalid. Please check the API reference.", null);

    private void WriteVector(Utf8JsonWriter json, float[] vector)
    {
        if (!_isBase64)
        {
            json.WriteStartArray("embedding");
            foreach (var value in vector)
            {
                json.WriteNumberValue(value);
            }

            json.WriteEndArray();
            return;
        }

        var bytes = new byte[vector.Length * sizeof(float)];
        for (var i = 0; i < vector.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), vector[i]);
        }

        json.WriteBase64String("embedding", bytes);
    }

    /// <summary>One text, and how many tokens it counts for.</summary>
    private sealed record Input(string Text, int Tokens);
}
