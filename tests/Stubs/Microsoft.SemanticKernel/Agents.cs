using System.Collections.Generic;
using System.Threading;

namespace Microsoft.SemanticKernel.Agents
{
    public abstract class AgentThread;

    public class AgentInvokeOptions;

    public class AgentResponseItem<TMessage>(TMessage message, AgentThread thread)
    {
        public TMessage Message { get; } = message;

        public AgentThread Thread { get; } = thread;
    }

    public abstract class Agent
    {
        public abstract IAsyncEnumerable<AgentResponseItem<ChatMessageContent>> InvokeAsync(ICollection<ChatMessageContent> messages, AgentThread? thread = null, AgentInvokeOptions? options = null, CancellationToken cancellationToken = default);
    }
}

namespace Microsoft.SemanticKernel.Connectors.OpenAI
{
    public abstract class ToolCallBehavior
    {
        public static ToolCallBehavior AutoInvokeKernelFunctions => null!;
    }

    public class OpenAIPromptExecutionSettings : PromptExecutionSettings
    {
        public double? Temperature { get; set; }

        public ToolCallBehavior? ToolCallBehavior { get; set; }
    }
}
