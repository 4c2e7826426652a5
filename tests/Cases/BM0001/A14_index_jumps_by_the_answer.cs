// A14 The answer says how far the index moves on
// verdict: silent
// why: the next line to ask about is chosen by the answer
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public sealed class Segmenter(IChatClient chat)
{
    public async Task<List<int>> SegmentAsync(string[] lines)
    {
        var starts = new List<int>();
        for (var i = 0; i < lines.Length; i++)
        {
            starts.Add(i);
            var response = await chat.GetResponseAsync($"How many lines belong to the paragraph that starts with '{lines[i]}'?");
            if (int.TryParse(response.Text, out var length) && length > 1)
            {
                i += length - 1;
            }
        }

        return starts;
    }
}
