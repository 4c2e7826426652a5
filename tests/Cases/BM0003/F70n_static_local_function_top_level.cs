// F70n A top-level program with a static local function as its helper
// verdict: fixed
// message: 'RhymeAsync' is called for one item at a time; 'RhymeBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

var words = args.Length > 0 ? args : ["weir", "sluice", "lock"];
var rhymes = new Dictionary<string, string>();
foreach (var word in words)
{
    rhymes[word] = await /*BM0003*/RhymeAsync(Clients.Chat, word);
}

foreach (var (word, rhyme) in rhymes)
{
    Console.WriteLine($"{word,-8} {rhyme}");
}

static async Task<string> RhymeAsync(IChatClient chat, string word)
{
    var response = await chat.GetResponseAsync($"A word that rhymes with '{word}'.");
    return response.Text.ToLowerInvariant();
}

public static class Clients
{
    public static IChatClient Chat { get; set; } = null!;
}
//// run
Clients.Chat = chat;
var main = typeof(Clients).Assembly.EntryPoint!;
await Task.Run(() => main.Invoke(null, System.Reflection.BindingFlags.DoNotWrapExceptions, null, [Array.Empty<string>()], null), cancellationToken);
Log("done");
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

var words = args.Length > 0 ? args : ["weir", "sluice", "lock"];
var rhymes = new Dictionary<string, string>();
var batch = await RhymeBatchAsync(Clients.Chat, words);
foreach (var (word, item) in words.Zip(batch))
{
    rhymes[word] = item.Response;
}

foreach (var (word, rhyme) in rhymes)
{
    Console.WriteLine($"{word,-8} {rhyme}");
}

static async Task<BatchResult<string>> RhymeBatchAsync(IChatClient chat, IEnumerable<string> words)
{
    var batch = await chat.CompleteBatchAsync(words, word => $"A word that rhymes with '{word}'.");
    return batch.Map(response => response.Text.ToLowerInvariant());
}

public static class Clients
{
    public static IChatClient Chat { get; set; } = null!;
}
