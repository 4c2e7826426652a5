// S01 Chat history in a local, the reply appended by the library's own extension
// verdict: silent
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace TravelDemo;

public static class Planner
{
    public static async Task RunAsync(IChatClient chat, CancellationToken cancellationToken)
    {
        string[] turns = ["I have four days in Lisbon.", "Without museums, please.", "And now as a table."];
        var history = new List<ChatMessage> { new(ChatRole.System, "You plan short trips.") };

        foreach (var turn in turns)
        {
            Console.WriteLine($"> {turn}");
            history.Add(new ChatMessage(ChatRole.User, turn));

            var response = await chat.GetResponseAsync(history, cancellationToken: cancellationToken);
            history.AddMessages(response);
            Console.WriteLine(response.Text);
        }
    }
}
