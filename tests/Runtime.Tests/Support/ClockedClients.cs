using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace BatchMigrate.Runtime.Tests.Support;

/// <summary>An answer in pieces, each a number of milliseconds after the one before; with the error it ends in, if any.</summary>
internal sealed record ClockedAnswer(params (int AfterMilliseconds, string Text)[] Pieces)
{
    public long? InputTokens { get; init; }

    public long? OutputTokens { get; init; }

    public string? Model { get; init; }

    public Exception? Error { get; init; }

    public string Text => string.Concat(Pieces.Select(piece => piece.Text));

    /// <summary>Lets the time pass and gives the pieces.</summary>
    public IEnumerable<string> Play(FakeTimeProvider clock)
    {
        foreach (var (after, text) in Pieces)
        {
            clock.Advance(TimeSpan.FromMilliseconds(after));
            yield return text;
        }

        if (Error is not null)
        {
            throw Error;
        }
    }
}

/// <summary>A client of the common abstractions whose answers take their time on a fake clock.</summary>
internal sealed class ClockedAIClient(FakeTimeProvider clock, Func<string, ClockedAnswer> answer, string? model = null) : IChatClient
{
    private readonly ChatClientMetadata _metadata = new(defaultModelId: model);

    public List<string> Prompts { get; } = [];

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var played = Ask(messages, cancellationToken);
        _ = played.Play(clock).Count();
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, played.Text)) { Usage = UsageOf(played), ModelId = played.Model });
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        var played = Ask(messages, cancellationToken);
        // A head without content, as providers send it at once.
        yield return new ChatResponseUpdate(ChatRole.Assistant, "") { ModelId = played.Model };
        foreach (var piece in played.Play(clock))
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, piece) { ModelId = played.Model };
        }

        if (UsageOf(played) is { } usage)
        {
            yield return new ChatResponseUpdate { Contents = [new UsageContent(usage)] };
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(ChatClientMetadata) ? _metadata : null;

    public void Dispose()
    {
    }

    private ClockedAnswer Ask(IEnumerable<ChatMessage> messages, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var prompt = FakeAIClient.TextOf(messages);
        Prompts.Add(prompt);
        return answer(prompt);
    }

    private static UsageDetails? UsageOf(ClockedAnswer answer) => answer.InputTokens is null && answer.OutputTokens is null
        ? null
        : new UsageDetails { InputTokenCount = answer.InputTokens, OutputTokenCount = answer.OutputTokens };
}

/// <summary>The same for the OpenAI library; streams only.</summary>
internal sealed class ClockedChatClient(FakeTimeProvider clock, Func<string, ClockedAnswer> answer) : ChatClient("clocked", new ApiKeyCredential("none"))
{
    public override AsyncCollectionResult<StreamingChatCompletionUpdate> CompleteChatStreamingAsync(
        IEnumerable<OpenAI.Chat.ChatMessage> messages, ChatCompletionOptions? options = null, CancellationToken cancellationToken = default) =>
        new Updates(UpdatesOf(answer(FakeChatClient.TextOf(messages))));

    private IEnumerable<StreamingChatCompletionUpdate> UpdatesOf(ClockedAnswer answer)
    {
        yield return Update(answer, """[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]""");
        foreach (var piece in answer.Play(clock))
        {
            yield return Update(answer, $$"""[{"index":0,"delta":{"content":{{JsonSerializer.Serialize(piece)}}},"finish_reason":null}]""");
        }

        if (answer is { InputTokens: { } input, OutputTokens: { } output })
        {
            yield return Update(answer, $$"""[],"usage":{"prompt_tokens":{{input}},"completion_tokens":{{output}},"total_tokens":{{input + output}}}""");
        }
    }

    private static StreamingChatCompletionUpdate Update(ClockedAnswer answer, string choices) => ModelReaderWriter.Read<StreamingChatCompletionUpdate>(
        BinaryData.FromString($$"""{"id":"a","object":"chat.completion.chunk","created":1,"model":{{JsonSerializer.Serialize(answer.Model)}},"choices":{{choices}}}"""))!;

    private sealed class Updates(IEnumerable<StreamingChatCompletionUpdate> updates) : AsyncCollectionResult<StreamingChatCompletionUpdate>
    {
        public override ContinuationToken? GetContinuationToken(ClientResult page) => null;

        public override async IAsyncEnumerable<ClientResult> GetRawPagesAsync()
        {
            await Task.Yield();
            yield return ClientResult.FromResponse(new FakeResponse(200));
        }

        protected override async IAsyncEnumerable<StreamingChatCompletionUpdate> GetValuesFromPageAsync(ClientResult page)
        {
            foreach (var update in updates)
            {
                await Task.Yield();
                yield return update;
            }
        }
    }
}
