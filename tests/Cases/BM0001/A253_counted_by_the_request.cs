// A253 What the request itself writes is not there before the request is made
// verdict: blocked
// blocker: 'number' is not set for items that ask nothing, or only within the request
// message: The calls of 'GetResponseAsync' could be one batch, but 'number' is not set for items that ask nothing, or only within the request
// message: The calls of 'GetResponseAsync' could be one batch, but 'place' is not set for items that ask nothing, or only within the request
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Raffle;

public sealed class Draw(IChatClient chat)
{
    public async Task<List<string>> NumberAsync(IReadOnlyList<string> tickets)
    {
        var answers = new List<string>();
        foreach (var ticket in tickets)
        {
            var /*why*/number = -1;
            var response = await /*BM0010*/chat.GetResponseAsync(int.TryParse(ticket, out number) ? "number " + ticket : "name " + ticket);
            answers.Add(response.Text + number);
        }

        return answers;
    }

    public async Task<List<string>> CountAsync(IReadOnlyList<string> tickets)
    {
        var answers = new List<string>();
        foreach (var ticket in tickets)
        {
            var /*why*/place = ticket.Length;
            var response = await /*BM0010*/chat.GetResponseAsync($"{++place}: {ticket}");
            answers.Add(response.Text + place);
        }

        return answers;
    }
}
