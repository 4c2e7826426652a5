// S75e The helper is virtual and a class overrides it with a memory of its own
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Stories;

public class Storyteller(IChatClient chat)
{
    public async Task<List<string>> TellAsync(IEnumerable<string> themes)
    {
        var stories = new List<string>();
        foreach (var theme in themes)
        {
            stories.Add(await TellOneAsync(theme));
        }

        return stories;
    }

    protected virtual async Task<string> TellOneAsync(string theme)
    {
        var response = await chat.GetResponseAsync("A story about " + theme);
        return response.Text;
    }
}

public sealed class SerialStoryteller(IChatClient chat) : Storyteller(chat)
{
    private string _before = "";

    protected override async Task<string> TellOneAsync(string theme)
    {
        _before = await base.TellOneAsync(theme + " after " + _before);
        return _before;
    }
}
