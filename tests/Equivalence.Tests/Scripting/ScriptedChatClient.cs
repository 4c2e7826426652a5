using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace BatchMigrate.Equivalence.Tests.Scripting;

/// <summary>A client of the common abstraction, answering from a script.</summary>
internal sealed class ScriptedChatClient(Script script) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var answer = await script.AnswerAsync(ToRequest([.. messages], options, cancellationToken), isOpenAI: false, cancellationToken);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, answer.Text))
        {
            ResponseId = "scripted",
            FinishReason = answer.IsCutOff ? ChatFinishReason.Length : ChatFinishReason.Stop,
            Usage = new UsageDetails { InputTokenCount = answer.InputTokens, OutputTokenCount = answer.OutputTokens, TotalTokenCount = answer.InputTokens + answer.OutputTokens },
        };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private static Request ToRequest(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        var lines = messages.Select(static m => m.Role + " " + JsonSerializer.Serialize(m.Contents, AIJsonUtilities.DefaultOptions));
        var tools = options?.Tools is { } list ? string.Join(", ", list.Select(static t => t.Name)) : "none";
        return new Request(
            string.Join('\n', lines) + "\noptions " + (options is null ? "none" : JsonSerializer.Serialize(options, AIJsonUtilities.DefaultOptions)) + "\ntools " + tools,
            messages.Count == 0 ? string.Empty : messages[^1].Text,
            cancellationToken.CanBeCanceled);
    }
}
