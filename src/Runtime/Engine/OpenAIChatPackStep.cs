using System.ClientModel;
using BatchMigrate.Checkpointing;
using BatchMigrate.Packing;
using BatchMigrate.Retrying;
using OpenAI.Chat;

namespace BatchMigrate.Engine;

/// <summary>Sends packs of items to a <see cref="ChatClient"/>.</summary>
internal sealed class OpenAIChatPackStep<TItem, TResult>(ChatClient client, Func<ItemPack<TItem>, IEnumerable<ChatMessage>> messages, PackAnswerFormat<TResult> format, ChatCompletionOptions? options)
    : ChatPackStep<TItem, ChatMessage, ClientResult<ChatCompletion>, TResult>(messages, format)
{
    private readonly ChatCompletionOptions _withSchema = WithSchema(options, format);

    private protected override string? Model { get; } = OpenAIModel.Of(client);

    private protected override bool MayHaveSchema => options?.ResponseFormat is null;

    private protected override int? MaxOutputTokens => options?.MaxOutputTokenCount;

    internal override ProviderReply? ReplyTo(ClientResult<ChatCompletion> result, TimeProvider clock) => ProviderReply.Read(result?.GetRawResponse(), clock);

    internal override string? ModelOf(IReadOnlyList<PackInput<TItem, ChatMessage>> request, ClientResult<ChatCompletion> result) => result.Value.Model ?? Model;

    internal override BatchUsage? UsageOf(ClientResult<ChatCompletion> result) => OpenAIChatAnswer.UsageOf(result);

    private protected override Task<ClientResult<ChatCompletion>> SendAsync(IReadOnlyList<ChatMessage> made, bool hasSchema, CancellationToken cancellationToken) =>
        client.CompleteChatAsync(made, hasSchema ? _withSchema : options, cancellationToken);

    private protected override ChatMessage Say(string text) => new UserChatMessage(text);

    private protected override IEnumerable<string> TextsOf(ChatMessage message) => message.Content.Select(static part => part.Text ?? string.Empty);

    private protected override (string Text, string? Because) TextOf(ClientResult<ChatCompletion> answer) => (
        string.Concat(answer.Value.Content.Select(static part => part.Text)),
        answer.Value.FinishReason == ChatFinishReason.Length ? Because(isCut: true)
            : answer.Value.FinishReason == ChatFinishReason.ContentFilter || answer.Value.Refusal is not null ? Because(isCut: false)
            : null);

    private protected override IEnumerable<BinaryData> IdentityOf(IReadOnlyList<ChatMessage> made) =>
        [BinaryData.FromString(Model ?? string.Empty), options is null ? BinaryData.Empty : OpenAIJson.Write(options), .. made.Select(static message => OpenAIJson.Write(message))];

    /// <summary>A copy: the caller's own options stay as they are.</summary>
    private static ChatCompletionOptions WithSchema(ChatCompletionOptions? options, PackAnswerFormat<TResult> format)
    {
        var copy = options is null ? new ChatCompletionOptions() : OpenAIJson.Read<ChatCompletionOptions>(OpenAIJson.Write(options));
        copy.ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(PackAnswerFormat<TResult>.Name, format.Schema, jsonSchemaIsStrict: format.IsStrict);
        return copy;
    }
}
