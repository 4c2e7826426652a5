// S43 Each stage goes over items that an answer of the stage before has let through; within a stage an answer is needed for the next item
// verdict: silent
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Interviews;

public sealed class Candidate(string name)
{
    public string Name { get; } = name;

    public string Verdict { get; set; } = "new";
}

public sealed class Panel(IChatClient chat)
{
    public async Task AskAsync(IReadOnlyList<Candidate> candidates)
    {
        foreach (var stage in new[] { "new", "good", "better" })
        {
            foreach (var candidate in candidates.Where(c => c.Verdict == stage))
            {
                var response = await chat.GetResponseAsync($"{stage}, best so far {candidates.Max(c => c.Verdict)}: {candidate.Name}");
                candidate.Verdict = response.Text;
            }
        }
    }
}
