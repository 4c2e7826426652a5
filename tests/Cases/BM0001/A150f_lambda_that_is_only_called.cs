// A150f A lambda in a local that nobody but the loop calls
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'stall', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Markets;

public sealed class Stall(int number, string goods)
{
    public int Number { get; } = number;

    public string Goods { get; } = goods;
}

public sealed class Crier(IChatClient chat)
{
    public async Task<List<string>> CallAsync(IReadOnlyList<Stall> stalls, Action<string> progress)
    {
        var calls = new List<string>();
        Action<string> note = text => calls.Add("Hear: " + text);
        foreach (var stall in stalls)
        {
            progress($"Stall {stall.Number}");
            switch (stall.Number % 4)
            {
                case 3:
                    continue;
                default:
                    break;
            }

            var response = await /*BM0001*/chat.GetResponseAsync("Cry out: " + stall.Goods);
            note(response.Text);
        }

        return calls;
    }
}
//// run
Stall[] stalls = [new(1, "apples"), new(3, "nothing"), new(4, "bread"), new(5, "fish")];
var calls = await new Crier(chat).CallAsync(stalls, _ => { });
foreach (var call in calls)
{
    Log(call);
}
//// fixed
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Markets;

public sealed class Stall(int number, string goods)
{
    public int Number { get; } = number;

    public string Goods { get; } = goods;
}

public sealed class Crier(IChatClient chat)
{
    public async Task<List<string>> CallAsync(IReadOnlyList<Stall> stalls, Action<string> progress)
    {
        var calls = new List<string>();
        Action<string> note = text => calls.Add("Hear: " + text);
        var prompts = new List<string>();
        foreach (var stall in stalls)
        {
            progress($"Stall {stall.Number}");
            switch (stall.Number % 4)
            {
                case 3:
                    continue;
                default:
                    break;
            }

            prompts.Add("Cry out: " + stall.Goods);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            var response = item.Response;
            note(response.Text);
        }

        return calls;
    }
}
