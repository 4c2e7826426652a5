// F33b The loop header deconstructs tuples with explicit types and a discard
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per item, one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Travel;

public class RoutePlanner
{
    private readonly IChatClient _chat;

    public RoutePlanner(IChatClient chat)
    {
        _chat = chat;
    }

    public async Task<List<string>> PlanAsync(List<(string From, string To, int Seats)> legs)
    {
        var plan = new List<string>();
        foreach ((string from, string to, _) in legs)
        {
            var response = await /*BM0001*/_chat.GetResponseAsync($"From {from} to {to} without flying?");
            plan.Add($"{from}-{to}: {response.Text}");
        }

        return plan;
    }
}
//// run
Log(string.Join("|", await new RoutePlanner(chat).PlanAsync([("Cork", "Dublin", 2), ("Dublin", "Bath", 1), ("Bath", "Ghent", 4)])));
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Travel;

public class RoutePlanner
{
    private readonly IChatClient _chat;

    public RoutePlanner(IChatClient chat)
    {
        _chat = chat;
    }

    public async Task<List<string>> PlanAsync(List<(string From, string To, int Seats)> legs)
    {
        var plan = new List<string>();
        var pending = new List<(string from, string to)>();
        var prompts = new List<string>();
        foreach ((string from, string to, _) in legs)
        {
            pending.Add((from, to));
            prompts.Add($"From {from} to {to} without flying?");
        }

        var batch = await _chat.CompleteBatchAsync(prompts);
        foreach (var ((from, to), item) in pending.Zip(batch))
        {
            var response = item.Response;
            plan.Add($"{from}-{to}: {response.Text}");
        }

        return plan;
    }
}
