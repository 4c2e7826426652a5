// A150a The list is a copy, but what stands in it is the caller's
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per item, one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Postcards;

public sealed class Postcard(string place, string text)
{
    public string Place { get; } = place;

    public string Text { get; } = text;

    public string Reply { get; set; } = "";
}

public sealed class Penfriend(IChatClient chat)
{
    public async Task<List<string>> AnswerAsync(IEnumerable<Postcard> cards)
    {
        var sent = new List<string>();
        var byPlace = cards.OrderBy(c => c.Place).ToArray();
        for (var i = 0; i < byPlace.Length; i++)
        {
            if (byPlace[i].Text.Length > 3)
            {
                var response = await /*BM0001*/chat.GetResponseAsync($"Answer a postcard from {byPlace[i].Place}: {byPlace[i].Text}");
                sent.Add(response.Text);
            }
            else
            {
                byPlace[i].Reply = "Thank you!";
            }
        }

        return sent;
    }
}
//// run
Postcard[] cards = [new("Wells", "It rains."), new("Ayr", "!"), new("York", "We saw the wall."), new("Bath", "?")];
foreach (var text in await new Penfriend(chat).AnswerAsync(cards))
{
    Log(text);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Postcards;

public sealed class Postcard(string place, string text)
{
    public string Place { get; } = place;

    public string Text { get; } = text;

    public string Reply { get; set; } = "";
}

public sealed class Penfriend(IChatClient chat)
{
    public async Task<List<string>> AnswerAsync(IEnumerable<Postcard> cards)
    {
        var sent = new List<string>();
        var byPlace = cards.OrderBy(c => c.Place).ToArray();
        var prompts = new List<string?>();
        for (var i = 0; i < byPlace.Length; i++)
        {
            if (byPlace[i].Text.Length > 3)
            {
                prompts.Add($"Answer a postcard from {byPlace[i].Place}: {byPlace[i].Text}");
            }
            else
            {
                prompts.Add(null);
            }
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        for (var i = 0; i < byPlace.Length; i++)
        {
            if (byPlace[i].Text.Length > 3)
            {
                var response = batch[i].Response;
                sent.Add(response.Text);
            }
            else
            {
                byPlace[i].Reply = "Thank you!";
            }
        }

        return sent;
    }
}
