// A32 An indexer collects what ToString joins
// verdict: silent
// why: the interpolated memory holds all earlier answers
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public sealed class TopicMemory
{
    private readonly List<string> _lines = [];

    public string this[string topic]
    {
        set => _lines.Add($"{topic}: {value}");
    }

    public override string ToString() => string.Join('\n', _lines);
}

public sealed class Briefing(IChatClient chat)
{
    public async Task<string> PrepareAsync(IReadOnlyList<string> topics)
    {
        var memory = new TopicMemory();
        for (var i = 0; i < topics.Count; i++)
        {
            var response = await chat.GetResponseAsync($"Known:\n{memory}\nTell what is new on {topics[i]}.");
            memory[topics[i]] = response.Text;
        }

        return memory.ToString();
    }
}
