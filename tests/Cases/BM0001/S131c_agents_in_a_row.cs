// S131c Each agent works on what the one before has written
// verdict: silent
// uses: Microsoft.Agents.AI
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace Newsroom;

public static class Pipeline
{
    public static async Task<string> EditAsync(IReadOnlyList<AIAgent> agents, string draft)
    {
        foreach (var agent in agents)
        {
            draft = (await agent.RunAsync(draft)).Text;
        }

        return draft;
    }

    public static async Task<IList<ChatMessage>> DebateAsync(AIAgent agent, int rounds)
    {
        List<ChatMessage> messages = [new(ChatRole.User, "Open the debate.")];
        for (var round = 0; round < rounds; round++)
        {
            messages.AddRange((await agent.RunAsync(messages)).Messages);
        }

        return messages;
    }
}
