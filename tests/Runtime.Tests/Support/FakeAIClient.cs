using Microsoft.Extensions.AI;

namespace BatchMigrate.Runtime.Tests.Support;

/// <summary>A chat client of the common abstractions without a network: answers come from a delegate.</summary>
internal sealed class FakeAIClient(Func<IReadOnlyList<ChatMessage>, ChatOptions?, CancellationToken, Task<string>> answer) : IChatClient
{
    private int _calls;

    public int Calls => _calls;

    public UsageDetails? Usage { get; init; }

    public static FakeAIClient Echo { get; } = new((messages, _, _) => Task.FromResult(TextOf(messages)));

    public static string TextOf(IEnumerable<ChatMessage> messages) => string.Join("|", messages.Select(message => message.Text));

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _calls);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, await answer([.. messages], options, cancellationToken))) { Usage = Usage };
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
