// S51 The same question to several clients
// verdict: silent
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Panel;

public sealed class Jury(IReadOnlyList<IChatClient> members)
{
    public async Task<string[]> VoteAsync(string question)
    {
        var votes = await Task.WhenAll(members.Select(member => member.GetResponseAsync(question)));
        return votes.Select(vote => vote.Text).ToArray();
    }
}
