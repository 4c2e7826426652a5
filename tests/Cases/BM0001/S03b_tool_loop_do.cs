// S03 A tool loop with do and while on the finish reason
// verdict: silent
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Ledger.Agents;

public sealed class BookingAgent(IChatClient chat, IReadOnlyDictionary<string, AIFunction> tools)
{
    public async Task<ChatResponse> RunAsync(List<ChatMessage> messages, ChatOptions options, CancellationToken cancellationToken)
    {
        ChatResponse response;
        bool again;
        do
        {
            response = await chat.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
            messages.AddRange(response.Messages);
            again = response.FinishReason == ChatFinishReason.ToolCalls;
            foreach (var call in response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>())
            {
                var result = await tools[call.Name].InvokeAsync(new AIFunctionArguments(call.Arguments), cancellationToken).ConfigureAwait(false);
                messages.Add(new ChatMessage(ChatRole.Tool, [new FunctionResultContent(call.CallId, result)]));
            }
        }
        while (again);

        return response;
    }
}
