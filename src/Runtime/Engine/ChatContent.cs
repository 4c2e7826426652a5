using System.Text.Json;
using Microsoft.Extensions.AI;

namespace BatchMigrate.Engine;

/// <summary>What decides the answer to a request of the common abstractions.</summary>
internal static class ChatContent
{
    internal static IEnumerable<BinaryData> Of(IEnumerable<ChatMessage> messages, ChatOptions? options) =>
    [
        Json(options),
        // Tools are not part of the options' JSON.
        .. (options?.Tools ?? []).Select(static tool => BinaryData.FromString($"{tool.Name}\n{tool.Description}")),
        .. messages.Select(Json),
    ];

    internal static BinaryData Json<T>(T value) => BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(T))));
}
