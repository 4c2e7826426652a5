using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI.Chat;

namespace BatchMigrate.Equivalence.Tests.Scripting;

/// <summary>The OpenAI library's client, answering from a script.</summary>
internal sealed class ScriptedOpenAIClient(Script script) : ChatClient
{
    public override async Task<ClientResult<ChatCompletion>> CompleteChatAsync(
        IEnumerable<ChatMessage> messages, ChatCompletionOptions? options = null, CancellationToken cancellationToken = default)
    {
        var answer = await script.AnswerAsync(ToRequest([.. messages], options, cancellationToken), isOpenAI: true, cancellationToken);
        return ClientResult.FromValue(ToCompletion(answer), new Failure.Response(200));
    }

    public override ClientResult<ChatCompletion> CompleteChat(
        IEnumerable<ChatMessage> messages, ChatCompletionOptions? options = null, CancellationToken cancellationToken = default) =>
        CompleteChatAsync(messages, options, cancellationToken).GetAwaiter().GetResult();

    private static Request ToRequest(IReadOnlyList<ChatMessage> messages, ChatCompletionOptions? options, CancellationToken cancellationToken)
    {
        var lines = messages.Select(static m => m.GetType().Name + " " + ModelReaderWriter.Write(m));
        return new Request(
            string.Join('\n', lines) + "\noptions " + (options is null ? "none" : ModelReaderWriter.Write(options)),
            messages.Count == 0 || messages[^1].Content.Count == 0 ? string.Empty : messages[^1].Content[^1].Text ?? string.Empty,
            cancellationToken.CanBeCanceled);
    }

    // All arguments by place: with fewer the compiler takes an overload that the library calls experimental.
    private static ChatCompletion ToCompletion(Answer answer) => OpenAIChatModelFactory.ChatCompletion(
        "scripted",
        answer.IsCutOff ? ChatFinishReason.Length : ChatFinishReason.Stop,
        new ChatMessageContent(answer.Text),
        null,
        null,
        ChatMessageRole.Assistant,
        null,
        null,
        null,
        DateTimeOffset.UnixEpoch,
        "scripted",
        null,
        OpenAIChatModelFactory.ChatTokenUsage(answer.OutputTokens, answer.InputTokens, answer.InputTokens + answer.OutputTokens));
}
