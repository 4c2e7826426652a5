// S76c The method asks again by a jump back
// verdict: silent
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Riddles;

public sealed class Riddler(IChatClient chat)
{
    public async Task PoseAsync(IEnumerable<string> subjects)
    {
        foreach (var subject in subjects)
        {
            Console.WriteLine(await MakeAsync(subject));
        }
    }

    private async Task<string> MakeAsync(string subject)
    {
        var left = 3;
    again:
        var response = await chat.GetResponseAsync("A riddle about " + subject);
        if (response.Text.Contains(subject) && --left > 0)
        {
            goto again;
        }

        return response.Text;
    }
}
