// A150e Items that are numbered in the loop's header, and filled
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per item, one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Choir;

public sealed class Verse(string words)
{
    public string Words { get; } = words;

    public string Meaning { get; set; } = "";
}

public sealed class Singer(IChatClient chat)
{
    public async Task LearnAsync(IReadOnlyList<Verse> verses, CancellationToken cancellationToken)
    {
        foreach (var (number, verse) in verses.Index())
        {
            try
            {
                var response = await /*BM0001*/chat.GetResponseAsync($"What does verse {number + 1} mean? {verse.Words}", cancellationToken: cancellationToken);
                verse.Meaning = response.Text;
            }
            catch (HttpRequestException)
            {
                verse.Meaning = $"(verse {number + 1})";
            }
        }
    }
}
//// run
Verse[] verses = [new("Sumer is icumen in"), new("Lhude sing cuccu"), new("Groweth sed")];
await new Singer(chat).LearnAsync(verses, cancellationToken);
foreach (var verse in verses)
{
    Log(verse.Meaning);
}
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Choir;

public sealed class Verse(string words)
{
    public string Words { get; } = words;

    public string Meaning { get; set; } = "";
}

public sealed class Singer(IChatClient chat)
{
    public async Task LearnAsync(IReadOnlyList<Verse> verses, CancellationToken cancellationToken)
    {
        var pending = new List<(int number, Verse verse)>();
        var prompts = new List<string>();
        foreach (var (number, verse) in verses.Index())
        {
            pending.Add((number, verse));
            prompts.Add($"What does verse {number + 1} mean? {verse.Words}");
        }

        var batch = await chat.CompleteBatchAsync(prompts, cancellationToken: cancellationToken);
        foreach (var ((number, verse), item) in pending.Zip(batch))
        {
            try
            {
                var response = item.Response;
                verse.Meaning = response.Text;
            }
            catch (HttpRequestException)
            {
                verse.Meaning = $"(verse {number + 1})";
            }
        }
    }
}
