using System.ClientModel;
using System.ClientModel.Primitives;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using AIMessage = Microsoft.Extensions.AI.ChatMessage;
using OpenAIMessage = OpenAI.Chat.ChatMessage;

namespace BatchMigrate.Runtime.Tests.Support;

/// <summary>An item as a model sees it.</summary>
internal sealed record SeenItem(int Number, string Text);

/// <summary>A model without a network that answers packs of items, behind both kinds of clients. What it is told to do with a pack comes before its answer.</summary>
internal sealed partial class PackModel(Func<IReadOnlyList<SeenItem>, CancellationToken, Task>? before = null)
{
    public ConcurrentQueue<string[]> Packs { get; } = new();

    /// <summary>What it writes; null for <see cref="Whole"/>.</summary>
    public Func<IReadOnlyList<SeenItem>, string>? Text { get; init; }

    public string Finish { get; init; } = "stop";

    /// <summary>The tokens that are reported for a pack: of prompt, answer and cache.</summary>
    public Func<IReadOnlyList<SeenItem>, (int Input, int Output, int Cached)> Usage { get; init; } = _ => (30, 20, 10);

    /// <summary>Whether a request for JSON of a schema is refused.</summary>
    public bool RefusesSchema { get; init; }

    /// <summary>The formats that were asked for.</summary>
    public ConcurrentQueue<string> Formats { get; } = new();

    /// <summary>All texts of the last request.</summary>
    public IReadOnlyList<string> Said { get; private set; } = [];

    public ChatClient Client => new OpenAI(this);

    public IChatClient ChatClient => new AI(this);

    /// <summary>The answer that an item has to get.</summary>
    public static string AnswerTo(string text) => $"about {text}";

    public static IEnumerable<OpenAIMessage> Ask(ItemPack<string> pack) => [new SystemChatMessage("Say what each is about."), new UserChatMessage(pack.Numbered(text => text))];

    public static IEnumerable<AIMessage> AskAI(ItemPack<string> pack) => [new(ChatRole.System, "Say what each is about."), new(ChatRole.User, pack.Numbered(text => text))];

    /// <summary>The answer as it should be.</summary>
    public static string Whole(IEnumerable<SeenItem> items) => Json(items.Select(item => (item.Number, AnswerTo(item.Text))));

    public static string Json(IEnumerable<(int Number, string Answer)> entries) => $$"""{"answers":[{{string.Join(',', entries.Select(entry => $$"""{"number":{{entry.Number}},"answer":{{JsonSerializer.Serialize(entry.Answer)}}}"""))}}]}""";

    /// <summary>Checks that every item has its own answer.</summary>
    public static void Check(IEnumerable<string> items, IEnumerable<BatchItem<string>> results) =>
        Assert.All(items.Zip(results, (item, result) => (item, result)), pair => Assert.Equal(AnswerTo(pair.item), pair.result.Response));

    private async Task<(string Text, (int Input, int Output, int Cached) Usage)> AnswerAsync(IEnumerable<string> said, string format, CancellationToken cancellationToken)
    {
        string[] texts = [.. said];
        Said = texts;
        Formats.Enqueue(format);
        if (RefusesSchema && format == "json_schema")
        {
            throw new ClientResultException("Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.", new FakeResponse(400));
        }

        SeenItem[] items = [.. texts.SelectMany(text => Item().Matches(text)).Select(match => new SeenItem(int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture), match.Groups["text"].Value))];
        Packs.Enqueue([.. items.Select(item => item.Text)]);
        if (before is not null)
        {
            await before(items, cancellationToken);
        }

        return ((Text ?? Whole)(items), Usage(items));
    }

    [GeneratedRegex("""<(item[-0-9]*) number="(?<number>\d+)">\n(?<text>.*?)\n</\1>""", RegexOptions.Singleline)]
    private static partial Regex Item();

    private sealed class OpenAI(PackModel model) : ChatClient
    {
        public override async Task<ClientResult<ChatCompletion>> CompleteChatAsync(IEnumerable<OpenAIMessage> messages, ChatCompletionOptions? options = null, CancellationToken cancellationToken = default)
        {
            using var asked = JsonDocument.Parse(options is null ? BinaryData.FromString("{}") : ModelReaderWriter.Write(options));
            var format = asked.RootElement.TryGetProperty("response_format", out var given) ? given.GetProperty("type").GetString()! : "none";
            var (text, usage) = await model.AnswerAsync(messages.SelectMany(message => message.Content).Select(part => part.Text), format, cancellationToken);
            var json = $$$"""
                {"id":"a","object":"chat.completion","created":1,"model":"m",
                 "choices":[{"index":0,"finish_reason":"{{{model.Finish}}}","message":{"role":"assistant","content":{{{JsonSerializer.Serialize(text)}}}}}],
                 "usage":{"prompt_tokens":{{{usage.Input}}},"completion_tokens":{{{usage.Output}}},"total_tokens":{{{usage.Input + usage.Output}}},"prompt_tokens_details":{"cached_tokens":{{{usage.Cached}}}}} }
                """;
            return ClientResult.FromValue(ModelReaderWriter.Read<ChatCompletion>(BinaryData.FromString(json))!, new FakeResponse(200));
        }
    }

    private sealed class AI(PackModel model) : IChatClient
    {
        public async Task<ChatResponse> GetResponseAsync(IEnumerable<AIMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            var format = options?.ResponseFormat is ChatResponseFormatJson { Schema: not null } ? "json_schema" : options?.ResponseFormat?.GetType().Name ?? "none";
            var (text, usage) = await model.AnswerAsync(messages.Select(message => message.Text), format, cancellationToken);
            return new ChatResponse(new AIMessage(ChatRole.Assistant, text))
            {
                ModelId = "m",
                FinishReason = new Microsoft.Extensions.AI.ChatFinishReason(model.Finish),
                Usage = new UsageDetails { InputTokenCount = usage.Input, OutputTokenCount = usage.Output, TotalTokenCount = usage.Input + usage.Output, CachedInputTokenCount = usage.Cached },
            };
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<AIMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("fake", null, "m") : null;

        public void Dispose()
        {
        }
    }
}
