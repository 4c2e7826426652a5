using System.Text.Json;
using BatchMigrate.Packing;
using Microsoft.Extensions.AI;

namespace BatchMigrate.Engine;

/// <summary>Sends packs of items to an <see cref="IChatClient"/>.</summary>
internal sealed class ChatClientPackStep<TItem, TResult>(IChatClient client, Func<ItemPack<TItem>, IEnumerable<ChatMessage>> messages, PackAnswerFormat<TResult> format, ChatOptions? options)
    : ChatPackStep<TItem, ChatMessage, ChatResponse, TResult>(messages, format)
{
    private readonly ChatOptions _withSchema = WithSchema(options, format);

    internal override RateLimit? CountedBy => client.GetService<RateLimitedChatClient>()?.Limit;

    private protected override string? Model { get; } = ChatRequestSize.ModelOf(client, options);

    private protected override bool MayHaveSchema => options?.ResponseFormat is null;

    private protected override int? MaxOutputTokens => options?.MaxOutputTokens;

    internal override string? ModelOf(IReadOnlyList<PackInput<TItem, ChatMessage>> request, ChatResponse result) => result.ModelId ?? Model;

    internal override BatchUsage? UsageOf(ChatResponse result) => result?.Usage is { } usage ? CachedTokens.Count(usage) : null;

    private protected override Task<ChatResponse> SendAsync(IReadOnlyList<ChatMessage> made, bool hasSchema, CancellationToken cancellationToken) =>
        client.GetResponseAsync(made, hasSchema ? _withSchema : options, cancellationToken);

    private protected override ChatMessage Say(string text) => new(ChatRole.User, text);

    private protected override IEnumerable<string> TextsOf(ChatMessage message) => [message.Text];

    private protected override (string Text, string? Because) TextOf(ChatResponse answer) => (
        answer.Text,
        answer.FinishReason == ChatFinishReason.Length ? Because(isCut: true)
            : answer.FinishReason == ChatFinishReason.ContentFilter ? Because(isCut: false)
            : null);

    private protected override IEnumerable<BinaryData> IdentityOf(IReadOnlyList<ChatMessage> made) =>
        [BinaryData.FromString(Model ?? string.Empty), .. ChatContent.Of(made, options)];

    private static ChatOptions WithSchema(ChatOptions? options, PackAnswerFormat<TResult> format)
    {
        var copy = options?.Clone() ?? new ChatOptions();
        using var schema = JsonDocument.Parse(format.Schema);
        copy.ResponseFormat = ChatResponseFormat.ForJsonSchema(schema.RootElement.Clone(), PackAnswerFormat<TResult>.Name);
        return copy;
    }
}
