// S20 Code that is being typed
// verdict: silent
// errors: expected
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Drafts;

public sealed class Drafting(IChatClient chat)
{
    public async Task<List<string>> DraftAsync(string[] topics)
    {
        var drafts = new List<string>();
        foreach (var topic in topics)
        {
            var response = await chat.GetResponseAsync(topic, 
            drafts.Add(response.Text);
        }

        return drafts;
    }
}
