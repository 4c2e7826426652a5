// A255 What a struct of the program writes as text may throw where a handler sees it
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'coin', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Coins;

public readonly record struct Coin(int Value)
{
    public override string ToString() => Value > 1 ? throw new InvalidOperationException("no coin of " + Value) : "cent";
}

public sealed class Mint(IChatClient chat)
{
    public async Task<List<string>> DescribeAsync(IReadOnlyList<Coin> coins)
    {
        var texts = new List<string>();
        foreach (var coin in coins)
        {
            try
            {
                var response = await /*BM0001*/chat.GetResponseAsync("Describe a " + coin);
                texts.Add(response.Text);
            }
            catch (InvalidOperationException e)
            {
                texts.Add(e.Message);
            }
        }

        return texts;
    }

    public async Task<List<string>> PolishAsync(IReadOnlyList<Coin> coins)
    {
        var texts = new List<string>();
        foreach (var coin in coins)
        {
            try
            {
                var response = await /*BM0001*/chat.GetResponseAsync($"Polish a {coin}");
                texts.Add(response.Text);
            }
            catch (InvalidOperationException e)
            {
                texts.Add(e.Message);
            }
        }

        return texts;
    }
}
//// run
var mint = new Mint(chat);
Log(string.Join('|', await mint.DescribeAsync([new Coin(1), new Coin(2)])));
Log(string.Join('|', await mint.PolishAsync([new Coin(1), new Coin(2)])));
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Coins;

public readonly record struct Coin(int Value)
{
    public override string ToString() => Value > 1 ? throw new InvalidOperationException("no coin of " + Value) : "cent";
}

public sealed class Mint(IChatClient chat)
{
    public async Task<List<string>> DescribeAsync(IReadOnlyList<Coin> coins)
    {
        var texts = new List<string>();
        var batch = await chat.CompleteBatchAsync(
            coins,
            coin => [new ChatMessage(ChatRole.User, "Describe a " + coin)]);
        foreach (var (coin, item) in coins.Zip(batch))
        {
            try
            {
                var response = item.Response;
                texts.Add(response.Text);
            }
            catch (InvalidOperationException e)
            {
                texts.Add(e.Message);
            }
        }

        return texts;
    }

    public async Task<List<string>> PolishAsync(IReadOnlyList<Coin> coins)
    {
        var texts = new List<string>();
        var batch = await chat.CompleteBatchAsync(
            coins,
            coin => [new ChatMessage(ChatRole.User, $"Polish a {coin}")]);
        foreach (var (coin, item) in coins.Zip(batch))
        {
            try
            {
                var response = item.Response;
                texts.Add(response.Text);
            }
            catch (InvalidOperationException e)
            {
                texts.Add(e.Message);
            }
        }

        return texts;
    }
}
