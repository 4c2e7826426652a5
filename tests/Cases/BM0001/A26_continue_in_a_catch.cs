// A26 A failure switches the later prompts to a short form
// verdict: blocked
// blocker: 'shorten' is changed
// message: The calls of 'GetResponseAsync' could be one batch, but 'shorten' is changed on line 23 after the call and needed on line 19 before the next one
// why: the catch that continues sets what the next prompt depends on
using System.Collections.Generic;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public sealed class Abstracts(IChatClient chat)
{
    public async Task<Dictionary<string, string>> WriteAsync(IReadOnlyDictionary<string, string> papers)
    {
        var abstracts = new Dictionary<string, string>();
        var shorten = false;
        foreach (var (title, text) in papers)
        {
            ChatResponse response;
            try
            {
                response = await /*BM0010*/chat.GetResponseAsync($"Abstract of: {(/*why*/shorten ? text[..1000] : text)}");
            }
            catch (HttpRequestException)
            {
                /*why*/shorten = true;
                continue;
            }

            abstracts[title] = response.Text;
        }

        return abstracts;
    }
}
