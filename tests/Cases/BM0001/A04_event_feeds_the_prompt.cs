// A04 An event hands the answer to a handler that fills the next prompt's notes
// verdict: blocked
// blocker: may change '_notes'
// message: The calls of 'GetResponseAsync' could be one batch, but 'Answered' on line 26 may change '_notes', which line 25 needs before the next call
// why: the class itself subscribes to Answered and keeps the text that the next request holds
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public sealed class Navigator
{
    private readonly IChatClient _chat;
    private string _notes = "";

    public Navigator(IChatClient chat)
    {
        _chat = chat;
        Answered += text => _notes += text + "\n";
    }

    public event Action<string>? Answered;

    public async Task RunAsync(IEnumerable<string> waypoints)
    {
        foreach (var waypoint in waypoints)
        {
            var response = await /*BM0010*/_chat.GetResponseAsync($"{/*why*/_notes}Next waypoint: {waypoint}");
            Answered?/*why*/.Invoke(response.Text);
        }
    }
}
