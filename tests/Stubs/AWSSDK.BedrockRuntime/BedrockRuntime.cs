using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Amazon.BedrockRuntime.Model;

namespace Amazon.BedrockRuntime
{
    public class ConversationRole(string value)
    {
        public static readonly ConversationRole User = new("user");

        public static readonly ConversationRole Assistant = new("assistant");

        public string Value { get; } = value;
    }

    public interface IAmazonBedrockRuntime
    {
        Task<ConverseResponse> ConverseAsync(ConverseRequest request, CancellationToken cancellationToken = default);

        Task<InvokeModelResponse> InvokeModelAsync(InvokeModelRequest request, CancellationToken cancellationToken = default);
    }

    public class AmazonBedrockRuntimeClient : IAmazonBedrockRuntime
    {
        public virtual Task<ConverseResponse> ConverseAsync(ConverseRequest request, CancellationToken cancellationToken = default) => throw new System.NotSupportedException();

        public virtual Task<InvokeModelResponse> InvokeModelAsync(InvokeModelRequest request, CancellationToken cancellationToken = default) => throw new System.NotSupportedException();
    }
}

namespace Amazon.BedrockRuntime.Model
{
    public class ContentBlock
    {
        public string? Text { get; set; }
    }

    public class SystemContentBlock
    {
        public string? Text { get; set; }
    }

    public class Message
    {
        public ConversationRole? Role { get; set; }

        public List<ContentBlock> Content { get; set; } = [];
    }

    public class InferenceConfiguration
    {
        public int? MaxTokens { get; set; }

        public float? Temperature { get; set; }
    }

    public class ConverseRequest
    {
        public string? ModelId { get; set; }

        public List<Message> Messages { get; set; } = [];

        public List<SystemContentBlock> System { get; set; } = [];

        public InferenceConfiguration? InferenceConfig { get; set; }
    }

    public class ConverseOutput
    {
        public Message Message { get; set; } = new();
    }

    public class ConverseResponse
    {
        public ConverseOutput Output { get; set; } = new();
    }

    public class InvokeModelRequest
    {
        public string? ModelId { get; set; }

        public string? ContentType { get; set; }

        public MemoryStream? Body { get; set; }
    }

    public class InvokeModelResponse
    {
        public MemoryStream Body { get; set; } = new();
    }
}
