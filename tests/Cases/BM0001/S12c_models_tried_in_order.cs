// S12 Models of one client tried in order of their price
// verdict: silent
using System;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Gateway;

public sealed class CheapestFirst(IChatClient chat)
{
    private static readonly string[] Models = ["nano", "mini", "large"];

    public async Task<string?> AskAsync(string prompt)
    {
        string? text = null;
        foreach (var model in Models)
        {
            try
            {
                text = (await chat.GetResponseAsync(prompt, new ChatOptions { ModelId = model })).Text;
                if (text.Length > 0)
                    return text;
            }
            catch (TimeoutException)
            {
                continue;
            }
        }

        return text;
    }
}
