// B70f The helper adds what it finds to a list in a field and gives the answer back
// verdict: blocked
// blocker: _rejected
// message: The calls of 'JudgeAsync' could be one batch, but 'JudgeAsync' changes '_rejected' for each item
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Filters;

public sealed class SpamFilter(IChatClient chat)
{
    private readonly List<string> _rejected = [];

    public IReadOnlyList<string> Rejected => _rejected;

    public async Task<List<string>> CleanAsync(IReadOnlyList<string> mails)
    {
        var kept = new List<string>();
        foreach (var mail in mails)
        {
            var answer = await /*BM0010*//*why*/JudgeAsync(mail);
            kept.Add(answer + " " + mail);
        }

        return kept;
    }

    private async Task<string> JudgeAsync(string mail)
    {
        var response = await chat.GetResponseAsync("Spam? " + mail);
        if (response.Text == "yes")
        {
            /*why*/_rejected.Add(mail);
        }

        return response.Text;
    }
}
