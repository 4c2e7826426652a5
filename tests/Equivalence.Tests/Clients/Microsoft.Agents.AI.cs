using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace Scripted;

public sealed class ScriptedAgent(Func<string, CancellationToken, Task<string>> ask) : AIAgent
{
    protected override async Task<AgentResponse> RunCoreAsync(IEnumerable<ChatMessage> messages, AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default) =>
        new() { Messages = [new ChatMessage(ChatRole.Assistant, await ask(string.Join('\n', messages.Select(m => m.Role + ": " + m.Text)), cancellationToken))] };

    protected override ValueTask<AgentSession> CreateSessionCoreAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
