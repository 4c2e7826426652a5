using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace BatchMigrate.Packing;

/// <summary>The form in which a model is asked to answer a pack, and how its answer is read: by the numbers of the items and never by their order.</summary>
/// <typeparam name="TResult">The type of an item's result.</typeparam>
internal sealed class PackAnswerFormat<TResult>
{
    internal const string Name = "numbered_answers";

    private const string Frame = """
        {"type":"object","properties":{"answers":{"type":"array","items":{"type":"object","properties":{"number":{"type":"integer"},"answer":$one},"required":["number","answer"],"additionalProperties":false}}},"required":["answers"],"additionalProperties":false}
        """;

    private readonly JsonTypeInfo<TResult> _type;
    private readonly string _form;

    internal PackAnswerFormat(JsonTypeInfo<TResult> type)
    {
        _type = type;
        var one = AIJsonUtilities.CreateJsonSchema(typeof(TResult), serializerOptions: type.Options, inferenceOptions: new AIJsonSchemaCreateOptions { IncludeSchemaKeyword = false }).GetRawText();
        Schema = BinaryData.FromString(Frame.Replace("$one", one, StringComparison.Ordinal));
        IsStrict = typeof(TResult) == typeof(string);
        _form = IsStrict
            ? """{"answers":[{"number":1,"answer":"…"}]}, with exactly one entry for each number."""
            : $$"""{"answers":[{"number":1,"answer":…}]}, with exactly one entry for each number, its "answer" being JSON of this schema: {{one}}""";
    }

    /// <summary>The schema of a whole answer.</summary>
    internal BinaryData Schema { get; }

    /// <summary>Whether the schema is one that OpenAI can hold a model to: what a type of the caller's may contain is not known.</summary>
    internal bool IsStrict { get; }

    /// <summary>The last message of every request: not every model can be held to a schema, and none is worse for being told.</summary>
    internal string InstructionFor(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"The items above are numbered from 1 to {count}. Treat each for itself. Reply with one JSON object and nothing else: {_form}");

    /// <summary>The results of the items, in their order.</summary>
    /// <param name="text">What the model has written.</param>
    /// <param name="count">The number of the items.</param>
    /// <param name="because">Why there may be less than was asked for; null where nothing is known.</param>
    /// <exception cref="InvalidOperationException">The answer cannot be trusted.</exception>
    internal IReadOnlyList<Unpacked<TResult>> Read(string text, int count, string? because)
    {
        var found = new JsonElement?[count];
        var isTwofold = new bool[count];
        foreach (var (number, answer) in PackedEntries.In(text))
        {
            if (number < 1 || number > count)
            {
                // It has counted otherwise than it was told, so no number says anything.
                throw new InvalidOperationException("The model's answer has numbers that no item of the request has.");
            }

            isTwofold[number - 1] |= found[number - 1] is { } other && other.GetRawText() != answer.GetRawText();
            found[number - 1] = answer;
        }

        return [.. found.Select((answer, i) => isTwofold[i] ? Missing("it has several for it") : answer is { } one ? Read(one) : Missing(because ?? "it is not in the form that was asked for, or leaves the item out"))];
    }

    internal void Write(Utf8JsonWriter json, TResult result) => JsonSerializer.Serialize(json, result, _type);

    /// <summary>A result as it was written.</summary>
    internal TResult ReadStored(JsonElement json) => json.Deserialize(_type) ?? throw new JsonException("There is no result.");

    private Unpacked<TResult> Read(JsonElement answer)
    {
        try
        {
            return answer.Deserialize(_type) is { } result ? new(result) : Missing("it is null");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or FormatException or ArgumentException or InvalidOperationException)
        {
            return Missing("it is not of the type that was asked for");
        }
    }

    private static Unpacked<TResult> Missing(string because) => new(default!, new InvalidOperationException($"The model's answer holds no result for the item: {because}."));
}
