// B09 The source is a queue from which each handled item is taken after the call
// verdict: blocked
// blocker: '_waiting' is changed
// message: The calls of 'GetResponseAsync' could be one batch, but '_waiting' is changed on line 20 after the call and needed on line 16 before the next one
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Inbox;

public sealed class Backlog(IChatClient chat)
{
    private readonly Queue<string> _waiting = new();

    public void Add(string mail) => _waiting.Enqueue(mail);

    public async Task<List<string>> AnswerAllAsync()
    {
        var replies = new List<string>();
        for (; /*why*/_waiting.Count > 0;)
        {
            var response = await /*BM0010*/chat.GetResponseAsync($"Reply to: {_waiting.Peek()}");
            replies.Add(response.Text);
            /*why*/_waiting.Dequeue();   // only once it is answered
        }

        return replies;
    }
}
