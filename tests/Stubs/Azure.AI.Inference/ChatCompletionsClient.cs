using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Azure
{
    public abstract class Response<T>
    {
        public abstract T Value { get; }

        public static implicit operator T(Response<T> response) => response.Value;
    }
}

namespace Azure.AI.Inference
{
    public abstract class ChatRequestMessage(string content)
    {
        public string Content { get; } = content;
    }

    public class ChatRequestSystemMessage(string content) : ChatRequestMessage(content);

    public class ChatRequestUserMessage(string content) : ChatRequestMessage(content);

    public class ChatRequestAssistantMessage(string content) : ChatRequestMessage(content);

    public class ChatCompletionsOptions
    {
        public ChatCompletionsOptions()
        {
        }

        public ChatCompletionsOptions(IEnumerable<ChatRequestMessage> messages) => Messages = messages.ToList();

        public IList<ChatRequestMessage> Messages { get; set; } = [];

        public string? Model { get; set; }

        public int? MaxTokens { get; set; }

        public float? Temperature { get; set; }
    }

    public class ChatCompletions(string content)
    {
        public string Content { get; } = content;
    }

    public class ChatCompletionsClient
    {
        public virtual Task<Response<ChatCompletions>> CompleteAsync(ChatCompletionsOptions chatCompletionsOptions, CancellationToken cancellationToken = default) => throw new System.NotSupportedException();

        public virtual Response<ChatCompletions> Complete(ChatCompletionsOptions chatCompletionsOptions, CancellationToken cancellationToken = default) => throw new System.NotSupportedException();
    }

    public class EmbeddingsOptions(IEnumerable<string> input)
    {
        public IList<string> Input { get; } = input.ToList();
    }

    public class EmbeddingItem
    {
        public int Index { get; set; }
    }

    public class EmbeddingsResult
    {
        public IReadOnlyList<EmbeddingItem> Data { get; set; } = [];
    }

    public class EmbeddingsClient
    {
        public virtual Task<Response<EmbeddingsResult>> EmbedAsync(EmbeddingsOptions embeddingsOptions, CancellationToken cancellationToken = default) => throw new System.NotSupportedException();
    }
}
