using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.Extensions.AI;

public class ChatResponse<T> : ChatResponse
{
    public ChatResponse(ChatResponse response)
        : base(response.Messages)
    {
    }

    public T Result => (T)(object)Text;
}

public static class ChatClientStructuredOutputExtensions
{
    public static async Task<ChatResponse<T>> GetResponseAsync<T>(this IChatClient chatClient, IEnumerable<ChatMessage> messages, ChatOptions? options = null, bool? useJsonSchemaResponseFormat = null, CancellationToken cancellationToken = default) =>
        new(await chatClient.GetResponseAsync(messages, options, cancellationToken));

    public static Task<ChatResponse<T>> GetResponseAsync<T>(this IChatClient chatClient, string chatMessage, ChatOptions? options = null, bool? useJsonSchemaResponseFormat = null, CancellationToken cancellationToken = default) =>
        chatClient.GetResponseAsync<T>(new ChatMessage(ChatRole.User, chatMessage), options, useJsonSchemaResponseFormat, cancellationToken);

    public static Task<ChatResponse<T>> GetResponseAsync<T>(this IChatClient chatClient, ChatMessage chatMessage, ChatOptions? options = null, bool? useJsonSchemaResponseFormat = null, CancellationToken cancellationToken = default) =>
        chatClient.GetResponseAsync<T>([chatMessage], options, useJsonSchemaResponseFormat, cancellationToken);
}
