// A230e Where the order of random numbers counts, a row keeps it: only its first request draws one
// verdict: fixed
// message: These 2 'GetResponseAsync' round trips do not need each other's answers; 'CompleteBatchAsync' sends them together
// effects: strict
using System;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Raffles;

public sealed class Raffle(IChatClient chat)
{
    public async Task<string> DrawAsync(string prize)
    {
        var first = await /*BM0004*/chat.GetResponseAsync($"Announce {prize}, number {Random.Shared.Next(1, 2)}");
        var name = prize.Trim();
        var question = "Praise " + name;
        var second = await chat.GetResponseAsync(question);
        return first.Text + second.Text;
    }
}
//// run
Log(await new Raffle(chat).DrawAsync("a goose"));
Log(await new Raffle(chat).DrawAsync(" a ham "));
//// fixed
using System;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Raffles;

public sealed class Raffle(IChatClient chat)
{
    public async Task<string> DrawAsync(string prize)
    {
        var name = prize.Trim();
        var question = "Praise " + name;
        var batch = await chat.CompleteBatchAsync([$"Announce {prize}, number {Random.Shared.Next(1, 2)}", question]);
        var first = batch[0].Response;
        var second = batch[1].Response;
        return first.Text + second.Text;
    }
}
