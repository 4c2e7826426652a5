// A220q Loops in loops where one round leaves something for the next: only the inner one becomes a batch
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'singer', one after another; 'CompleteBatchAsync' sends them together
// message: This loop makes one 'GetResponseAsync' round trip per item, one after another; 'CompleteBatchAsync' sends them together
// message: This loop makes one 'GetResponseAsync' round trip per 'song', one after another; 'CompleteBatchAsync' sends them together
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Chapels;

public sealed class Organist(IChatClient chat, List<string> log)
{
    public async Task SingersGrowAsync(IReadOnlyList<string> days, List<string> singers)
    {
        foreach (var day in days)
        {
            foreach (var singer in singers)
            {
                var response = await /*BM0001*/chat.GetResponseAsync($"On {day} {singer} sings");
                log.Add(response.Text);
            }

            singers.Add(day);
        }
    }

    public async Task StartMovesAsync(IReadOnlyList<string> days, string[] songs)
    {
        var first = 0;
        foreach (var day in days)
        {
            for (var i = first; i < songs.Length; i++)
            {
                var response = await /*BM0001*/chat.GetResponseAsync($"On {day} we sing {songs[i]}");
                log.Add(response.Text);
            }

            first++;
        }
    }

    public async Task EndMovesAsync(IReadOnlyList<string> days, string[] songs)
    {
        var end = 1;
        foreach (var day in days)
        {
            for (var i = 0; i < end; i++)
            {
                var response = await /*BM0001*/chat.GetResponseAsync($"On {day} we sing {songs[i]}");
                log.Add(response.Text);
            }

            end++;
        }
    }

    public async Task SkippedInsideAsync(IReadOnlyList<string[]> books)
    {
        foreach (var book in books)
        {
            foreach (var song in book)
            {
                if (song.Length == 0)
                {
                    log.Add("silence");
                    continue;
                }

                var response = await /*BM0001*/chat.GetResponseAsync("Sing " + song);
                log.Add(response.Text);
            }
        }
    }

    public async IAsyncEnumerable<string> SungAsync(IReadOnlyList<string> songs)
    {
        foreach (var song in songs)
        {
            if (song.Length == 0)
            {
                yield return "silence";
                continue;
            }

            var response = await /*BM0001*/chat.GetResponseAsync("Sing " + song);
            yield return response.Text;
        }
    }
}
//// run
var log = new List<string>();
var organist = new Organist(chat, log);
await organist.SingersGrowAsync(["Monday", "Sunday"], ["Ada", "Bob"]);
await organist.StartMovesAsync(["Monday", "Sunday"], ["psalm", "hymn", "canon"]);
await organist.EndMovesAsync(["Monday", "Sunday"], ["psalm", "hymn", "canon"]);
await organist.SkippedInsideAsync([["psalm", ""], ["hymn"]]);
await foreach (var song in organist.SungAsync(["psalm", "", "hymn"])) { log.Add(song); }
Log(log);
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Chapels;

public sealed class Organist(IChatClient chat, List<string> log)
{
    public async Task SingersGrowAsync(IReadOnlyList<string> days, List<string> singers)
    {
        foreach (var day in days)
        {
            var batch = await chat.CompleteBatchAsync(singers.Select(singer => $"On {day} {singer} sings"));
            foreach (var item in batch)
            {
                var response = item.Response;
                log.Add(response.Text);
            }

            singers.Add(day);
        }
    }

    public async Task StartMovesAsync(IReadOnlyList<string> days, string[] songs)
    {
        var first = 0;
        foreach (var day in days)
        {
            var prompts = new List<string>();
            for (var i = first; i < songs.Length; i++)
            {
                prompts.Add($"On {day} we sing {songs[i]}");
            }

            var batch = await chat.CompleteBatchAsync(prompts);
            foreach (var item in batch)
            {
                var response = item.Response;
                log.Add(response.Text);
            }

            first++;
        }
    }

    public async Task EndMovesAsync(IReadOnlyList<string> days, string[] songs)
    {
        var end = 1;
        foreach (var day in days)
        {
            var prompts = new List<string>();
            for (var i = 0; i < end; i++)
            {
                prompts.Add($"On {day} we sing {songs[i]}");
            }

            var batch = await chat.CompleteBatchAsync(prompts);
            foreach (var item in batch)
            {
                var response = item.Response;
                log.Add(response.Text);
            }

            end++;
        }
    }

    public async Task SkippedInsideAsync(IReadOnlyList<string[]> books)
    {
        foreach (var book in books)
        {
            var prompts = new List<string?>();
            foreach (var song in book)
            {
                if (song.Length == 0)
                {
                    prompts.Add(null);
                    continue;
                }

                prompts.Add("Sing " + song);
            }

            var batch = await chat.CompleteBatchAsync(prompts);
            foreach (var (song, item) in book.Zip(batch))
            {
                if (song.Length == 0)
                {
                    log.Add("silence");
                    continue;
                }

                var response = item.Response;
                log.Add(response.Text);
            }
        }
    }

    public async IAsyncEnumerable<string> SungAsync(IReadOnlyList<string> songs)
    {
        await foreach (var (song, item) in chat.CompleteBatchStreamingAsync(songs, song =>
        {
            if (song.Length == 0)
            {
                return null;
            }

            return [new ChatMessage(ChatRole.User, "Sing " + song)];
        }))
        {
            if (song.Length == 0)
            {
                yield return "silence";
                continue;
            }

            var response = item.Response;
            yield return response.Text;
        }
    }
}
