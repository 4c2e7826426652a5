// S18 A list that grows by the answers while a for loop walks over it
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Planning;

public sealed class TaskBreakdown(IChatClient chat)
{
    public async Task<List<string>> BreakDownAsync(string goal)
    {
        var tasks = new List<string> { goal };
        for (var i = 0; i < tasks.Count; i++)
        {
            var response = await chat.GetResponseAsync($"Split into smaller tasks, or answer ATOMIC: {tasks[i]}");
            if (response.Text != "ATOMIC")
            {
                tasks.AddRange(response.Text.Split('\n'));
            }
        }

        return tasks;
    }
}
