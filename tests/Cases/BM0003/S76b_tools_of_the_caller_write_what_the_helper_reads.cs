// S76b The caller gives a tool that writes to a blackboard, which the method reads for the next item
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Expeditions;

public sealed class NoteTool(Dictionary<string, string> board) : AITool
{
    public override string Name => "note";

    public void Note(string key, string text) => board[key] = text;
}

public sealed class Expedition(IChatClient chat)
{
    private readonly Dictionary<string, string> _blackboard = [];

    public async Task<List<string>> PlanAsync(IEnumerable<string> steps)
    {
        var options = new ChatOptions { Tools = [new NoteTool(_blackboard)] };
        var results = new List<string>();
        foreach (var step in steps)
        {
            results.Add(await PlanStepAsync(step, options));
        }

        return results;
    }

    private async Task<string> PlanStepAsync(string step, ChatOptions options)
    {
        var notes = string.Join('\n', _blackboard.Values);
        return (await chat.GetResponseAsync($"{notes}\n{step}", options)).Text;
    }
}
