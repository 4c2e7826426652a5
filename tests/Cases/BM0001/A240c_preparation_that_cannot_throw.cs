// A240c What is prepared inside a try and cannot throw leaves it
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'card', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Postcards;

public sealed record Card(string Motif, string Place, int Width, int Height, decimal Price, bool IsOld, Card? Back = null);

public sealed class Shop(IChatClient chat, List<string> notes)
{
    private const string Greeting = "Dear ";

    private readonly string _name = "Shop";
    private int _count;

    public async Task TextAsync(IReadOnlyList<Card> cards)
    {
        foreach (var card in cards)
        {
            try
            {
                var text = card.Motif.Trim() + card.Place.TrimStart().TrimEnd() + card.Motif.ToUpper() + card.Motif.ToLower() + card.Place.ToUpperInvariant() + card.Place.ToLowerInvariant() + card.Motif.Length;
                var parts = card.Motif.Split(',');
                var again = string.Join(";", parts) + string.Concat(card.Motif, card.Place) + card.Motif.Contains('x') + string.IsNullOrEmpty(card.Place) + string.IsNullOrWhiteSpace(card.Place) + card.Motif.ToString();
                var response = await /*BM0001*/chat.GetResponseAsync(text + again);
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task NumbersAsync(IReadOnlyList<Card> cards)
    {
        foreach (var card in cards)
        {
            try
            {
                var sum = Math.Min(card.Width, 10) + Math.Max(card.Height, 3);
                sum += card.Width * card.Height;
                sum++;
                --sum;
                var text = card.IsOld ? $"{sum} and {card.Price}" : Greeting + nameof(Card) + _name;
                var big = !card.IsOld && sum > 3;
                long far = sum;
                var response = await /*BM0001*/chat.GetResponseAsync(text + big + -sum + far + card.Back?.Width + (card.Back ?? card).Motif + default(int));
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task MadeAsync(IReadOnlyList<Card> cards)
    {
        foreach (var card in cards)
        {
            try
            {
                var sizes = new int[2];
                int[] both = [card.Width, card.Height];
                var list = new List<int> { card.Width, 3 };
                list.Add(card.Height);
                var named = new int[] { card.Width };
                var options = new ChatOptions();
                options.Temperature = 1;
                var messages = new List<ChatMessage> { new(ChatRole.System, "Short"), new(ChatRole.User, card.Motif) };
                var response = await /*BM0001*/chat.GetResponseAsync(messages);
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task CountedAsync(IReadOnlyList<Card> cards)
    {
        foreach (var card in cards)
        {
            try
            {
                var response = await /*BM0001*/chat.GetResponseAsync("Describe " + card.Motif);
                _count++;
                notes.Add(response.Text + _count);
            }
            finally
            {
                notes.Add("done");
            }
        }
    }
}
//// run
var notes = new List<string>();
var shop = new Shop(chat, notes);
Card[] cards = [new("Sea, sun", " Rome ", 3, 4, 1.5m, true), new("xylophone", "", 4, 15, 2, false)];
await shop.TextAsync(cards);
await shop.NumbersAsync(cards);
await shop.MadeAsync(cards);
await shop.CountedAsync(cards);
Log(notes);
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Postcards;

public sealed record Card(string Motif, string Place, int Width, int Height, decimal Price, bool IsOld, Card? Back = null);

public sealed class Shop(IChatClient chat, List<string> notes)
{
    private const string Greeting = "Dear ";

    private readonly string _name = "Shop";
    private int _count;

    public async Task TextAsync(IReadOnlyList<Card> cards)
    {
        var prompts = new List<string>();
        foreach (var card in cards)
        {
            var text = card.Motif.Trim() + card.Place.TrimStart().TrimEnd() + card.Motif.ToUpper() + card.Motif.ToLower() + card.Place.ToUpperInvariant() + card.Place.ToLowerInvariant() + card.Motif.Length;
            var parts = card.Motif.Split(',');
            var again = string.Join(";", parts) + string.Concat(card.Motif, card.Place) + card.Motif.Contains('x') + string.IsNullOrEmpty(card.Place) + string.IsNullOrWhiteSpace(card.Place) + card.Motif.ToString();
            prompts.Add(text + again);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task NumbersAsync(IReadOnlyList<Card> cards)
    {
        var prompts = new List<string>();
        foreach (var card in cards)
        {
            var sum = Math.Min(card.Width, 10) + Math.Max(card.Height, 3);
            sum += card.Width * card.Height;
            sum++;
            --sum;
            var text = card.IsOld ? $"{sum} and {card.Price}" : Greeting + nameof(Card) + _name;
            var big = !card.IsOld && sum > 3;
            long far = sum;
            prompts.Add(text + big + -sum + far + card.Back?.Width + (card.Back ?? card).Motif + default(int));
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task MadeAsync(IReadOnlyList<Card> cards)
    {
        var messagesList = new List<IEnumerable<ChatMessage>>();
        foreach (var card in cards)
        {
            var sizes = new int[2];
            int[] both = [card.Width, card.Height];
            var list = new List<int> { card.Width, 3 };
            list.Add(card.Height);
            var named = new int[] { card.Width };
            var options = new ChatOptions();
            options.Temperature = 1;
            var messages = new List<ChatMessage> { new(ChatRole.System, "Short"), new(ChatRole.User, card.Motif) };
            messagesList.Add(messages);
        }

        var batch = await chat.CompleteBatchAsync(messagesList);
        foreach (var item in batch)
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("none");
            }
        }
    }

    public async Task CountedAsync(IReadOnlyList<Card> cards)
    {
        var batch = await chat.CompleteBatchAsync(cards.Select(card => "Describe " + card.Motif));
        foreach (var item in batch)
        {
            try
            {
                var response = item.Response;
                _count++;
                notes.Add(response.Text + _count);
            }
            finally
            {
                notes.Add("done");
            }
        }
    }
}
