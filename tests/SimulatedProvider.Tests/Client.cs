using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Chat;

namespace SimulatedProvider.Tests;

/// <summary>The real SDK's client, without its own retries.</summary>
internal static class Client
{
    public static ChatClient For(SimulatedProviderHost host) => new(
        "test-model",
        new ApiKeyCredential("test-key"),
        new OpenAIClientOptions { Endpoint = host.Endpoint, RetryPolicy = new ClientRetryPolicy(0) });

    public static async Task<string> AskAsync(this ChatClient client, string text) =>
        (await client.CompleteChatAsync([new UserChatMessage(text)])).Value.Content[0].Text;

    public static string? Header(this ClientResultException exception, string name) =>
        exception.GetRawResponse()!.Headers.TryGetValue(name, out var value) ? value : null;
}
