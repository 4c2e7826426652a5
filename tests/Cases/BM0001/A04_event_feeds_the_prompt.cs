// A04 An event hands the answer to a handler that fills the next prompt's notes
// verdict: blocked
// blocker: may change '_notes'
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
