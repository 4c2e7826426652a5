// A220o A method asks for what its item holds and writes the answer there: each item is another object
// verdict: fixed
// message: 'PolishAsync' is called for one item at a time; 'PolishBatchAsync' sends them together
// message: 'AnnotateAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Postcards;

public sealed class Card
{
    public string Text { get; set; } = "";

    public List<string> Notes { get; } = [];
}

public sealed class Editor(IChatClient chat)
{
    public async Task PolishAllAsync(IReadOnlyList<Card> cards)
    {
        foreach (var card in cards)
        {
            await /*BM0003*/PolishAsync(card);
        }
    }

    public async Task AnnotateAllAsync(IReadOnlyList<Card> cards)
    {
        await Task.WhenAll(cards.Select(card => /*BM0003*/AnnotateAsync(card)));
    }

    private async Task PolishAsync(Card card)
    {
        var response = await chat.GetResponseAsync("Polish " + card.Text);
        card.Text = response.Text;
    }

    private async Task AnnotateAsync(Card card)
    {
        var response = await chat.GetResponseAsync($"Annotate {card.Text} after {card.Notes.Count} notes");
        card.Notes.Add(response.Text);
    }
}
//// run
var editor = new Editor(chat);
Card[] cards = [new() { Text = "Rome" }, new() { Text = "Oslo" }, new() { Text = "Cork" }];
await editor.PolishAllAsync(cards);
await editor.AnnotateAllAsync(cards);
foreach (var card in cards)
{
    Log(card.Text);
    Log(card.Notes);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Postcards;

public sealed class Card
{
    public string Text { get; set; } = "";

    public List<string> Notes { get; } = [];
}

public sealed class Editor(IChatClient chat)
{
    public async Task PolishAllAsync(IReadOnlyList<Card> cards)
    {
        await PolishBatchAsync(cards);
    }

    public async Task AnnotateAllAsync(IReadOnlyList<Card> cards)
    {
        (await Batch.RunAsync(cards, (card, _) => AnnotateAsync(card))).ThrowIfFailed();
    }

    private async Task PolishBatchAsync(IEnumerable<Card> cards)
    {
        var pending = cards.ToList();
        var batch = await chat.CompleteBatchAsync(pending, card => "Polish " + card.Text);
        foreach (var (card, item) in pending.Zip(batch))
        {
            var response = item.Response;
            card.Text = response.Text;
        }
    }

    private async Task AnnotateAsync(Card card)
    {
        var response = await chat.GetResponseAsync($"Annotate {card.Text} after {card.Notes.Count} notes");
        card.Notes.Add(response.Text);
    }
}
