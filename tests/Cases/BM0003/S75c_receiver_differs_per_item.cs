// S75c Each item is a service of its own: the receiver of the helper differs
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Panel;

public sealed class Juror(string name, IChatClient chat)
{
    public string Name { get; } = name;

    public async Task<string> VoteAsync(string proposal)
    {
        var response = await chat.GetResponseAsync($"{Name} votes on: {proposal}");
        return response.Text;
    }
}

public static class Jury
{
    public static async Task<Dictionary<string, string>> VoteAsync(IReadOnlyList<Juror> jurors, string proposal)
    {
        var votes = new Dictionary<string, string>();
        foreach (var juror in jurors)
        {
            votes[juror.Name] = await juror.VoteAsync(proposal);
        }

        return votes;
    }
}
