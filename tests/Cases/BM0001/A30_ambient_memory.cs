// A30 An ambient value is set from the answer and read by the prompt's builder
// verdict: silent
// why: AsyncLocal carries the answer into the next call of Describe
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public sealed class AmbientGuide(IChatClient chat)
{
    private static readonly AsyncLocal<string?> Mood = new();

    public async Task<List<string>> GuideAsync(IEnumerable<string> rooms)
    {
        var texts = new List<string>();
        foreach (var room in rooms)
        {
            var response = await chat.GetResponseAsync(Describe(room));
            Mood.Value = response.Text;
            texts.Add(response.Text);
        }

        return texts;
    }

    private static string Describe(string room) => $"The visitor felt: {Mood.Value ?? "curious"}. Describe {room}.";
}
