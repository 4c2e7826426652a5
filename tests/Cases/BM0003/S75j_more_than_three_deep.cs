// S75j The call is five methods away: farther than the analysis looks
// verdict: silent
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Layers;

public sealed class Facade(IChatClient chat)
{
    public async Task<List<string>> RunAsync(IEnumerable<string> texts)
    {
        var results = new List<string>();
        foreach (var text in texts)
        {
            results.Add(await FirstAsync(text));
        }

        return results;
    }

    private async Task<string> FirstAsync(string text) => (await SecondAsync(text)).Trim();

    private async Task<string> SecondAsync(string text) => await ThirdAsync("Be brief. " + text);

    private async Task<string> ThirdAsync(string text) => (await FourthAsync(text)).TrimEnd('.');

    private async Task<string> FourthAsync(string text) => await FifthAsync(text + "\n");

    private async Task<string> FifthAsync(string text) => (await chat.GetResponseAsync(text)).Text;
}
