// A22 A counter in the prompt that only accepted answers move on
// verdict: silent
// why: whether 'number' grows depends on the answer, and the next prompt names it
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public sealed class RiddleBook(IChatClient chat)
{
    public async Task<List<string>> FillAsync(IEnumerable<string> themes)
    {
        var riddles = new List<string>();
        var number = 1;
        foreach (var theme in themes)
        {
            var response = await chat.GetResponseAsync($"Riddle number {number} on {theme}");
            if (response.Text.EndsWith('?'))
            {
                riddles.Add(response.Text);
                number++;
            }
        }

        return riddles;
    }
}
