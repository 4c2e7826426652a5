using Microsoft.Extensions.AI;

namespace BatchMigrate.Engine;

/// <summary>What is known about a request of the common abstractions before it is sent.</summary>
internal static class ChatRequestSize
{
    internal static string? ModelOf(IChatClient client, ChatOptions? options) => options?.ModelId ?? client.GetService<ChatClientMetadata>()?.DefaultModelId;

    internal static TokenRequest Of(IChatClient client, IEnumerable<ChatMessage> messages, ChatOptions? options) => new(
        ModelOf(client, options), [.. messages.Select(message => message.Text)], options?.MaxOutputTokens);
}
