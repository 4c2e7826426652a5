// A08 The rest of an answer comes back through an out parameter
// verdict: silent
// why: 'carry' is cut from the answer and stands at the start of the next prompt
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public sealed class SentenceJoiner(IChatClient chat)
{
    public async Task<List<string>> JoinAsync(IEnumerable<string> fragments)
    {
        var sentences = new List<string>();
        var carry = string.Empty;
        foreach (var fragment in fragments)
        {
            var response = await chat.GetResponseAsync($"Punctuate: {carry}{fragment}");
            sentences.Add(CutLast(response.Text, out carry));
        }

        sentences.Add(carry);
        return sentences;
    }

    private static string CutLast(string text, out string rest)
    {
        var at = text.LastIndexOf('.') + 1;
        rest = text[at..];
        return text[..at];
    }
}
