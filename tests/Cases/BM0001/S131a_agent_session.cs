// S131a A session ties the runs of an agent together, whoever made it
// verdict: silent
// uses: Microsoft.Agents.AI
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Agents.AI;

namespace Booking;

public sealed class Desk(AIAgent agent, AgentSession shared)
{
    public async Task<List<string>> ServeAsync(IEnumerable<string> wishes)
    {
        var session = await agent.CreateSessionAsync();
        var answers = new List<string>();
        foreach (var wish in wishes)
        {
            answers.Add((await agent.RunAsync(wish, session)).Text);
        }

        foreach (var wish in wishes)
        {
            answers.Add((await agent.RunAsync(message: wish, session: shared)).Text);
        }

        return answers;
    }

    public async Task<List<string>> RemindAsync(int times)
    {
        var session = await agent.CreateSessionAsync();
        var answers = new List<string>();
        for (var i = 0; i < times; i++)
        {
            answers.Add((await agent.RunAsync(session)).Text);
        }

        return answers;
    }
}
