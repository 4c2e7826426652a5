// S09 Paging with the cursor in the header of a for loop
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Extraction;

public sealed class EventExtractor(IChatClient chat)
{
    public async Task<IReadOnlyList<string>> ExtractAsync(string log)
    {
        var events = new List<string>();
        var answer = "";
        for (var cursor = "0"; cursor != "END"; cursor = CursorOf(answer))
        {
            answer = (await chat.GetResponseAsync($"Events from line {cursor} on, last line: the next cursor or END.\n{log}")).Text;
            events.AddRange(answer.Split('\n'));
        }

        return events;
    }

    private static string CursorOf(string answer) => answer[(answer.LastIndexOf('\n') + 1)..];
}
