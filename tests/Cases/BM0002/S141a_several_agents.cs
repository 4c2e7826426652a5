// S141a One question to several agents, and runs in one session
// verdict: silent
// uses: Microsoft.Agents.AI
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Agents.AI;

namespace Jury;

public static class Votes
{
    public static async Task<string[]> AskAsync(IEnumerable<AIAgent> jurors, string question)
    {
        var votes = await Task.WhenAll(jurors.Select(juror => juror.RunAsync(question)));
        return votes.Select(vote => vote.Text).ToArray();
    }

    public static async Task<string[]> RecallAsync(AIAgent witness, AgentSession session, string[] questions)
    {
        var answers = await Task.WhenAll(questions.Select(question => witness.RunAsync(question, session)));
        return answers.Select(answer => answer.Text).ToArray();
    }
}
