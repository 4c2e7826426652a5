using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Microsoft.Agents.AI;

public abstract class AgentSession;

public class AgentRunOptions
{
    public object? ContinuationToken { get; set; }
}

public class ChatClientAgentRunOptions(ChatOptions? chatOptions = null) : AgentRunOptions
{
    public ChatOptions? ChatOptions { get; set; } = chatOptions;
}

public class AgentResponse
{
    public IList<ChatMessage> Messages { get; set; } = [];

    public string? ResponseId { get; set; }

    public string Text => string.Concat(Messages);
}

public class AgentResponse<T>(AgentResponse response, T result) : AgentResponse
{
    public T Result { get; } = result;

    public new string Text => response.Text;
}

public abstract class AIAgent
{
    public ValueTask<AgentSession> CreateSessionAsync(CancellationToken cancellationToken = default) => CreateSessionCoreAsync(cancellationToken);

    public Task<AgentResponse> RunAsync(AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default) => RunAsync([], session, options, cancellationToken);

    public Task<AgentResponse> RunAsync(string message, AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default) => RunAsync(new ChatMessage(ChatRole.User, message), session, options, cancellationToken);

    public Task<AgentResponse> RunAsync(ChatMessage message, AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default) => RunAsync([message], session, options, cancellationToken);

    public Task<AgentResponse> RunAsync(IEnumerable<ChatMessage> messages, AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default) => RunCoreAsync(messages, session, options, cancellationToken);

    public IAsyncEnumerable<ChatResponseUpdate> RunStreamingAsync(string message, AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default) => throw new System.NotSupportedException();

    protected abstract Task<AgentResponse> RunCoreAsync(IEnumerable<ChatMessage> messages, AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default);

    protected abstract ValueTask<AgentSession> CreateSessionCoreAsync(CancellationToken cancellationToken = default);
}
