// A210h A call that is timed is left alone, whatever clock is asked; a date in the request is no timing
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'boat', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Regatta;

public sealed class Judge(IChatClient chat, List<string> notes)
{
    public async Task LocalTimeAsync(IReadOnlyList<string> boats)
    {
        foreach (var boat in boats)
        {
            var start = DateTime.Now;
            var response = await chat.GetResponseAsync("Time " + boat);
            notes.Add(response.Text + (DateTime.Now - start));
        }
    }

    public async Task WithOffsetAsync(IReadOnlyList<string> boats)
    {
        foreach (var boat in boats)
        {
            var start = DateTimeOffset.UtcNow;
            var response = await chat.GetResponseAsync("Time " + boat);
            notes.Add(response.Text + (DateTimeOffset.UtcNow - start));
        }
    }

    public async Task TicksAsync(IReadOnlyList<string> boats)
    {
        foreach (var boat in boats)
        {
            var start = Environment.TickCount;
            var response = await chat.GetResponseAsync("Time " + boat);
            notes.Add(response.Text + (Environment.TickCount - start));
        }
    }

    public async Task LongTicksAsync(IReadOnlyList<string> boats)
    {
        foreach (var boat in boats)
        {
            var start = Environment.TickCount64;
            var response = await chat.GetResponseAsync("Time " + boat);
            notes.Add(response.Text + (Environment.TickCount64 - start));
        }
    }

    public async Task AssignedAsync(IReadOnlyList<string> boats)
    {
        DateTime start;
        foreach (var boat in boats)
        {
            start = DateTime.UtcNow;
            var response = await chat.GetResponseAsync("Time " + boat);
            notes.Add(response.Text + (DateTime.UtcNow - start));
        }
    }

    public async Task StartedLaterAsync(IReadOnlyList<string> boats)
    {
        foreach (var boat in boats)
        {
            var watch = new Stopwatch();
            watch.Start();
            var response = await chat.GetResponseAsync("Time " + boat);
            notes.Add(response.Text + watch.Elapsed);
        }
    }

    public async Task DatedAsync(IReadOnlyList<string> boats)
    {
        foreach (var boat in boats)
        {
            var year = DateTime.UtcNow.Year;
            var age = year > 2000 ? "this century" : "long ago";
            var response = await /*BM0001*/chat.GetResponseAsync($"Report on {boat}, {age}");
            notes.Add(response.Text);
        }
    }

    public async Task CountedAsync(IReadOnlyList<string> boats)
    {
        foreach (var boat in boats)
        {
            var crew = Environment.ProcessorCount > 0 ? 4 : 2;
            var response = await /*BM0001*/chat.GetResponseAsync($"Crew of {boat}: {crew}");
            notes.Add(response.Text + crew);
        }
    }
}
//// run
var notes = new List<string>();
var judge = new Judge(chat, notes);
await judge.DatedAsync(["Wind", "Wave"]);
await judge.CountedAsync(["Wind", "Wave"]);
Log(notes);
//// fixed
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Regatta;

public sealed class Judge(IChatClient chat, List<string> notes)
{
    public async Task LocalTimeAsync(IReadOnlyList<string> boats)
    {
        foreach (var boat in boats)
        {
            var start = DateTime.Now;
            var response = await chat.GetResponseAsync("Time " + boat);
            notes.Add(response.Text + (DateTime.Now - start));
        }
    }

    public async Task WithOffsetAsync(IReadOnlyList<string> boats)
    {
        foreach (var boat in boats)
        {
            var start = DateTimeOffset.UtcNow;
            var response = await chat.GetResponseAsync("Time " + boat);
            notes.Add(response.Text + (DateTimeOffset.UtcNow - start));
        }
    }

    public async Task TicksAsync(IReadOnlyList<string> boats)
    {
        foreach (var boat in boats)
        {
            var start = Environment.TickCount;
            var response = await chat.GetResponseAsync("Time " + boat);
            notes.Add(response.Text + (Environment.TickCount - start));
        }
    }

    public async Task LongTicksAsync(IReadOnlyList<string> boats)
    {
        foreach (var boat in boats)
        {
            var start = Environment.TickCount64;
            var response = await chat.GetResponseAsync("Time " + boat);
            notes.Add(response.Text + (Environment.TickCount64 - start));
        }
    }

    public async Task AssignedAsync(IReadOnlyList<string> boats)
    {
        DateTime start;
        foreach (var boat in boats)
        {
            start = DateTime.UtcNow;
            var response = await chat.GetResponseAsync("Time " + boat);
            notes.Add(response.Text + (DateTime.UtcNow - start));
        }
    }

    public async Task StartedLaterAsync(IReadOnlyList<string> boats)
    {
        foreach (var boat in boats)
        {
            var watch = new Stopwatch();
            watch.Start();
            var response = await chat.GetResponseAsync("Time " + boat);
            notes.Add(response.Text + watch.Elapsed);
        }
    }

    public async Task DatedAsync(IReadOnlyList<string> boats)
    {
        var prompts = new List<string>();
        foreach (var boat in boats)
        {
            var year = DateTime.UtcNow.Year;
            var age = year > 2000 ? "this century" : "long ago";
            prompts.Add($"Report on {boat}, {age}");
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            var response = item.Response;
            notes.Add(response.Text);
        }
    }

    public async Task CountedAsync(IReadOnlyList<string> boats)
    {
        var pending = new List<int>();
        var prompts = new List<string>();
        foreach (var boat in boats)
        {
            var crew = Environment.ProcessorCount > 0 ? 4 : 2;
            pending.Add(crew);
            prompts.Add($"Crew of {boat}: {crew}");
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var (crew, item) in pending.Zip(batch))
        {
            var response = item.Response;
            notes.Add(response.Text + crew);
        }
    }
}
