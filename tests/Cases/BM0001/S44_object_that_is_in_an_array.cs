// S44 What is told to an element of an array is asked for by the name of the object that was put there
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Newsroom;

public sealed class Desk
{
    public string Headline { get; set; } = "";
}

public sealed class Editor(IChatClient chat)
{
    public async Task<string> EditAsync(IReadOnlyList<string> messages)
    {
        var foreign = new Desk();
        var home = new Desk();
        Desk[] desks = [foreign, home];
        foreach (var message in messages)
        {
            var response = await chat.GetResponseAsync($"After '{home.Headline}': {message}");
            desks[1].Headline = response.Text;
        }

        return foreign.Headline + home.Headline;
    }
}
