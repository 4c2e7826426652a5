using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI.Chat;

namespace BatchMigrate.Runtime.Tests.Support;

/// <summary>A chat client of the OpenAI library without a network: answers come from a delegate.</summary>
internal sealed class FakeChatClient(Func<IReadOnlyList<ChatMessage>, ChatCompletionOptions?, CancellationToken, Task<string>> answer) : ChatClient
{
    private int _asyncCalls;
    private int _syncCalls;

    public int AsyncCalls => _asyncCalls;

    public int SyncCalls => _syncCalls;

    public static FakeChatClient Echo { get; } = new((messages, _, _) => Task.FromResult(TextOf(messages)));

    public static string TextOf(IEnumerable<ChatMessage> messages) => string.Join("|", messages.Select(message => message.Content[0].Text));

    public override async Task<ClientResult<ChatCompletion>> CompleteChatAsync(
        IEnumerable<ChatMessage> messages, ChatCompletionOptions? options = null, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _asyncCalls);
        return Result(await answer([.. messages], options, cancellationToken));
    }

    public override ClientResult<ChatCompletion> CompleteChat(
        IEnumerable<ChatMessage> messages, ChatCompletionOptions? options = null, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _syncCalls);
        return Result(answer([.. messages], options, cancellationToken).GetAwaiter().GetResult());
    }

    private static ClientResult<ChatCompletion> Result(string text)
    {
        var json = $$$"""
            {"id":"a","object":"chat.completion","created":1,"model":"m",
             "choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":{{{System.Text.Json.JsonSerializer.Serialize(text)}}}}}],
             "usage":{"prompt_tokens":3,"completion_tokens":2,"total_tokens":5,"prompt_tokens_details":{"cached_tokens":1} } }
            """;
        return ClientResult.FromValue(ModelReaderWriter.Read<ChatCompletion>(BinaryData.FromString(json))!, new NoResponse());
    }

    private sealed class NoResponse : PipelineResponse
    {
        public override int Status => 200;

        public override string ReasonPhrase => "OK";

        public override Stream? ContentStream { get; set; }

        public override BinaryData Content => BinaryData.Empty;

        protected override PipelineResponseHeaders HeadersCore => throw new NotSupportedException();

        public override BinaryData BufferContent(CancellationToken cancellationToken = default) => Content;

        public override ValueTask<BinaryData> BufferContentAsync(CancellationToken cancellationToken = default) => new(Content);

        public override void Dispose()
        {
        }
    }
}
