// S75l A race: the first answer of several helpers wins
// verdict: silent
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Race;

public sealed class FastestAnswer(IChatClient chat)
{
    public async Task<string> AskAsync(IReadOnlyList<string> phrasings)
    {
        var first = await Task.WhenAny(phrasings.Select(phrasing => AskOneAsync(phrasing)));
        return await first;
    }

    private async Task<string> AskOneAsync(string phrasing) => (await chat.GetResponseAsync(phrasing)).Text;
}
