// S142a A helper that runs an agent in the session of its class
// verdict: silent
// uses: Microsoft.Agents.AI
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Agents.AI;

namespace Concierge;

public sealed class Front(AIAgent agent, AgentSession session)
{
    public async Task<List<string>> HelpAsync(IEnumerable<string> wishes)
    {
        var answers = new List<string>();
        foreach (var wish in wishes)
        {
            answers.Add(await AnswerAsync(wish));
        }

        return answers;
    }

    private async Task<string> AnswerAsync(string wish) => (await agent.RunAsync(wish, session)).Text;
}
