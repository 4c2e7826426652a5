using System.ClientModel;
using BatchMigrate.Checkpointing;
using OpenAI.Chat;

namespace BatchMigrate.Engine;

/// <summary>Reads answers of the OpenAI library.</summary>
internal static class OpenAIChatAnswer
{
    /// <summary>The answer that the provider's body of a response holds.</summary>
    internal static ClientResult<ChatCompletion> Read(BinaryData body) => ClientResult.FromValue(OpenAIJson.Read<ChatCompletion>(body), new StoredResponse(body));

    internal static BatchUsage? UsageOf(ClientResult<ChatCompletion> result) => result?.Value?.Usage is { } usage
        ? new BatchUsage(usage.InputTokenCount, usage.OutputTokenCount, usage.TotalTokenCount, usage.InputTokenDetails?.CachedTokenCount ?? 0)
        : null;
}
