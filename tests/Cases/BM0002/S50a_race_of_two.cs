// S50 The first answer wins
// verdict: silent
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Hedging;

public sealed class HedgedClient(IChatClient chat)
{
    public async Task<string> AskAsync(IReadOnlyList<string> phrasings)
    {
        var tasks = phrasings.Select(phrasing => chat.GetResponseAsync(phrasing)).ToList();
        var first = await Task.WhenAny(tasks);
        return (await first).Text;
    }
}
