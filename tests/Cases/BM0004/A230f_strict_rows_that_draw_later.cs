// A230f Where the order of random numbers counts, a later request that draws one stays where it is
// verdict: silent
// effects: strict
using System;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Lotteries;

public sealed class Lottery(IChatClient chat)
{
    public async Task<string> DrawAsync(string prize)
    {
        var first = await chat.GetResponseAsync($"Announce {prize}");
        var number = Random.Shared.Next() + prize.Length;
        var second = await chat.GetResponseAsync($"Number {number} for {prize}");
        return first.Text + second.Text;
    }

    public async Task<string> DateAsync(string prize)
    {
        var first = await chat.GetResponseAsync($"Show {prize}");
        var age = Age() + prize;
        var second = await chat.GetResponseAsync($"Date {age}, {prize}");
        return first.Text + second.Text;
    }

    public async Task<string> AskAsync(string prize)
    {
        var first = await chat.GetResponseAsync($"Describe {prize}");
        var second = await chat.GetResponseAsync($"Number {Random.Shared.Next()} for {prize}");
        return first.Text + second.Text;
    }

    private static string Age() => DateTime.UtcNow.Year < 2000 ? "old" : "new";
}
