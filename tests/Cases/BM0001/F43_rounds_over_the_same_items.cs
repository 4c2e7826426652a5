// F43 Rounds over the same items: each round needs what the one before has led to, so that only the items of one round can be a batch
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'verse', one after another; 'CompleteBatchAsync' sends them together
// message: This loop makes one 'GetResponseAsync' round trip per item, one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Verses;

public sealed class Verse(string draft)
{
    public string Text { get; set; } = draft;
}

public sealed class Polisher(IChatClient chat)
{
    public async Task PolishAsync(IReadOnlyList<Verse> verses)
    {
        foreach (var trait in new[] { "rhythm", "rhyme", "brevity" })
        {
            foreach (var verse in verses)
            {
                var response = await /*BM0001*/chat.GetResponseAsync($"Better {trait}: {verse.Text}");
                verse.Text = response.Text;
            }
        }
    }

    public async Task ShortenAsync(List<Verse> verses)
    {
        for (var round = 0; round < 2; round++)
        {
            var open = verses;
            for (var i = 0; i < open.Count; i++)
            {
                var response = await /*BM0001*/chat.GetResponseAsync($"Shorter: {open[i].Text}");
                open[i].Text = response.Text;
            }
        }
    }
}
//// run
List<Verse> verses = [new("The sea is grey"), new("The gulls are loud"), new("The boat is late")];
await new Polisher(chat).PolishAsync(verses);
await new Polisher(chat).ShortenAsync(verses);
foreach (var verse in verses)
{
    Log(verse.Text);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Verses;

public sealed class Verse(string draft)
{
    public string Text { get; set; } = draft;
}

public sealed class Polisher(IChatClient chat)
{
    public async Task PolishAsync(IReadOnlyList<Verse> verses)
    {
        foreach (var trait in new[] { "rhythm", "rhyme", "brevity" })
        {
            var batch = await chat.CompleteBatchAsync(verses.Select(verse => $"Better {trait}: {verse.Text}"));
            foreach (var (verse, item) in verses.Zip(batch))
            {
                var response = item.Response;
                verse.Text = response.Text;
            }
        }
    }

    public async Task ShortenAsync(List<Verse> verses)
    {
        for (var round = 0; round < 2; round++)
        {
            var open = verses;
            var prompts = new List<string>();
            for (var i = 0; i < open.Count; i++)
            {
                prompts.Add($"Shorter: {open[i].Text}");
            }

            var batch = await chat.CompleteBatchAsync(prompts);
            for (var i = 0; i < open.Count; i++)
            {
                var response = batch[i].Response;
                open[i].Text = response.Text;
            }
        }
    }
}
