// S131b A conversation id ties the runs together, in options that lie in the options
// verdict: silent
// uses: Microsoft.Agents.AI
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace Claims;

public sealed class Adjuster(AIAgent agent)
{
    private static readonly ChatClientAgentRunOptions Running = new(new ChatOptions { ConversationId = "running" });

    public async Task<List<string>> AskAsync(string conversation, string[] questions)
    {
        var options = new ChatClientAgentRunOptions(new ChatOptions { ConversationId = conversation });
        var answers = new List<string>();
        foreach (var question in questions)
        {
            answers.Add((await agent.RunAsync(question, options: options)).Text);
        }

        return answers;
    }

    public async Task<List<string>> GoOnAsync(string[] questions)
    {
        var answers = new List<string>();
        foreach (var question in questions)
        {
            answers.Add((await agent.RunAsync(question, options: Running)).Text);
        }

        return answers;
    }
}
