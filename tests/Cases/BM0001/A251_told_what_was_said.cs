// A251 Answers that patterns and out variables take into the next request are a conversation
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Stories;

public sealed class Narrator(IChatClient chat)
{
    public async Task<string> TellAsync(IEnumerable<string> scenes)
    {
        var last = "Once upon a time";
        foreach (var scene in scenes)
        {
            var response = await chat.GetResponseAsync($"{last}. Go on with {scene}.");
            if (response.Text is not { Length: > 0 } told)
            {
                continue;
            }

            last = told;
        }

        return last;
    }

    public async Task<int> CountAsync(IEnumerable<string> scenes)
    {
        var pages = 1;
        foreach (var scene in scenes)
        {
            var response = await chat.GetResponseAsync($"{pages} pages are written. How many are there after {scene}?");
            if (int.TryParse(response.Text, out var more))
            {
                pages = more;
            }
        }

        return pages;
    }
}
