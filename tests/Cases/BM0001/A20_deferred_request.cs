// A20 The request is a deferred query over the facts that the answers extend
// verdict: silent
// why: 'context' is read again for each request and holds the answers so far
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public static class Deduction
{
    public static async Task<List<string>> DeduceAsync(IChatClient chat, IEnumerable<string> clues)
    {
        var facts = new List<string>();
        var context = facts.Select(fact => new ChatMessage(ChatRole.System, fact));
        foreach (var clue in clues)
        {
            var response = await chat.GetResponseAsync(context.Append(new ChatMessage(ChatRole.User, clue)));
            facts.Add(response.Text);
        }

        return facts;
    }
}
