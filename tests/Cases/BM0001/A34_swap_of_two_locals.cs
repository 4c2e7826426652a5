// A34 Two locals are swapped through a tuple
// verdict: silent
// why: after the swap 'before' is the answer, and the next prompt holds it
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public sealed class Duet(IChatClient chat)
{
    public async Task<string> SingAsync(string[] verses)
    {
        var (before, current) = ("la", "la la");
        foreach (var verse in verses)
        {
            var response = await chat.GetResponseAsync($"Rhyme on '{before}': {verse}");
            (before, current) = (current, response.Text);
        }

        return before + current;
    }
}
