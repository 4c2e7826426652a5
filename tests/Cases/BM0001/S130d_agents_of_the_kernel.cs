// S130d Agents of Semantic Kernel stream their answers into a thread
// verdict: silent
// uses: Microsoft.SemanticKernel
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Agents;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Radio;

public sealed class Host(Agent agent)
{
    public async Task<List<string?>> TalkAsync(IEnumerable<string> calls)
    {
        var replies = new List<string?>();
        AgentThread? thread = null;
        foreach (var call in calls)
        {
            await foreach (var item in agent.InvokeAsync([new ChatMessageContent(AuthorRole.User, call)], thread))
            {
                thread = item.Thread;
                replies.Add(item.Message.Content);
            }
        }

        return replies;
    }
}
