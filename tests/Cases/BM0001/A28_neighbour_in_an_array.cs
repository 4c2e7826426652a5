// A28 The prompt reads the result of the index before
// verdict: silent
// why: results[i - 1] is the previous answer
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public static class Continuation
{
    public static async Task<string[]> WriteAsync(IChatClient chat, string[] cues)
    {
        var results = new string[cues.Length];
        for (var i = 0; i < cues.Length; i++)
        {
            var before = i == 0 ? "Once upon a time" : results[i - 1];
            results[i] = (await chat.GetResponseAsync($"{before}\nContinue with: {cues[i]}")).Text;
        }

        return results;
    }
}
