// F27b A running number is counted up after the call
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'point', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Minutes;

public sealed class AgendaNotes
{
    private readonly IChatClient _chat;

    public AgendaNotes(IChatClient chat)
    {
        _chat = chat;
    }

    public async Task<IReadOnlyList<string>> WriteAsync(IEnumerable<string> points)
    {
        var notes = new List<string>();
        var number = 1;
        foreach (var point in points)
        {
            var response = await /*BM0001*/_chat.GetResponseAsync(point);
            notes.Add($"{number}. {response.Text}");
            number++;
        }

        return notes;
    }
}
//// run
foreach (var note in await new AgendaNotes(chat).WriteAsync(["Apologies", "Roof repairs", "Any other business"]))
{
    Log(note);
}
//// fixed
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Minutes;

public sealed class AgendaNotes
{
    private readonly IChatClient _chat;

    public AgendaNotes(IChatClient chat)
    {
        _chat = chat;
    }

    public async Task<IReadOnlyList<string>> WriteAsync(IEnumerable<string> points)
    {
        var notes = new List<string>();
        var number = 1;
        var batch = await _chat.CompleteBatchAsync(points);
        foreach (var item in batch)
        {
            var response = item.Response;
            notes.Add($"{number}. {response.Text}");
            number++;
        }

        return notes;
    }
}
