// A230c What a row's own statements may do, and what may stand between them
// verdict: fixed
// message: These 2 'GetResponseAsync' round trips do not need each other's answers; 'CompleteBatchAsync' sends them together
// message: These 3 'GetResponseAsync' round trips do not need each other's answers; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Tickets;

public sealed class Counter(IChatClient chat, IChatClient[] others, List<string> log)
{
    private int _count;
    private int _step;

    public IChatClient Chat => chat;

    public string Title { get; private set; } = "";

    public async Task NumberedAsync(string year)
    {
        var first = await /*BM0004*/chat.GetResponseAsync($"Ticket {_count++}");
        var second = await chat.GetResponseAsync($"Ticket of {int.Parse(year)}");
        log.Add(first.Text + second.Text + _count);
    }

    public async Task<string> ShortenedAsync(string seat, string text)
    {
        var first = await /*BM0004*/chat.GetResponseAsync($"Where is {seat}?");
        text = (await chat.GetResponseAsync(text)).Text;
        return first.Text + text;
    }

    public async Task<string> BothAsync(string text)
    {
        text = (await /*BM0004*/chat.GetResponseAsync("Begin " + text)).Text + (await chat.GetResponseAsync("End " + text)).Text;
        return text;
    }

    public async Task<string> SteppedAsync(string text)
    {
        var first = await /*BM0004*/chat.GetResponseAsync($"Step before {text}");
        var second = (await chat.GetResponseAsync($"Step {_step} of {text}")).Text + Step();
        return first.Text + second;
    }

    public async Task<string> DemandedAsync(string text)
    {
        var first = await /*BM0004*/chat.GetResponseAsync($"Row of {text}");
        var second = await chat.GetResponseAsync($"Seat of {text}");
        var third = (await chat.GetResponseAsync($"Hall of {text}")).Text ?? throw new InvalidOperationException("no hall");
        return first.Text + second.Text + third;
    }

    public async Task<string> PreparedAsync(string text)
    {
        var first = await /*BM0004*/chat.GetResponseAsync($"Price of {text}");
        var name = text.Trim();
        var question = $"Price of {name} for children";
        question += "?";
        var second = await chat.GetResponseAsync(question);
        return first.Text + second.Text;
    }

    public async Task TitledAsync(string date, string hall)
    {
        var first = await /*BM0004*/chat.GetResponseAsync("Greet the guests");
        var second = await chat.GetResponseAsync($"Praise {hall}");
        Title = (await chat.GetResponseAsync($"What was on at {int.Parse(date)}?")).Text + first.Text + second.Text;
    }

    // The title is seen when the number of the last request cannot be read.
    public async Task SetAsync(string hall, string days)
    {
        var first = await /*BM0004*/chat.GetResponseAsync($"A place in {hall}");
        log.Add(string.Concat(Title = (await chat.GetResponseAsync($"A poem on {hall}")).Text, first.Text + (await chat.GetResponseAsync($"What is on in {int.Parse(days)} days?")).Text));
    }

    public async Task<string> TogetherAsync(string number)
    {
        return (await /*BM0004*/chat.GetResponseAsync($"Ticket {_count++}")).Text + (await chat.GetResponseAsync($"Number {int.Parse(number)}")).Text;
    }

    public async Task<string> NestedAsync(string number, bool isLate)
    {
        var title = "";
        if (isLate)
        {
            title = (await /*BM0004*/chat.GetResponseAsync("Greet who is late")).Text;
            var second = await chat.GetResponseAsync($"Greet number {int.Parse(number)}");
            title += second.Text;
        }

        return title;
    }

    public async Task<string> InLambdaAsync(string number)
    {
        try
        {
            Func<Task<string>> ask = async () =>
            {
                var title = "";
                title += (await /*BM0004*/chat.GetResponseAsync("Greet the cashier")).Text;
                var second = await chat.GetResponseAsync($"Greet guest {int.Parse(number)}");
                return title + second.Text;
            };
            return await ask();
        }
        catch (FormatException)
        {
            return "?";
        }
    }

    public async Task<string> AmongAsync(string hall, int[] seats)
    {
        var first = await /*BM0004*/chat.GetResponseAsync($"How many in {hall}?");
        var free = 0;
        foreach (var seat in seats)
        {
            if (seat < 0)
            {
                break;
            }

            if (seat == 0)
            {
                continue;
            }

            free++;
        }

        switch (free)
        {
            case 0:
                log.Add("full");
                break;
            default:
                log.Add("free");
                break;
        }

        log.Sort((a, b) =>
        {
            return string.CompareOrdinal(a, b);
        });
        var second = await chat.GetResponseAsync($"Which in {hall}?");
        return first.Text + second.Text + free;
    }

    public async Task<string> MarkedAsync(string text)
    {
        var first = await /*BM0004*/chat.GetResponseAsync($"Mark {text}");
        var second = await chat.GetResponseAsync($"Unmark {text}");
#pragma warning disable CS0219
        var unused = 1;
#pragma warning restore CS0219
        return first.Text + second.Text;
    }

    public async Task<string> TokensAsync(string text)
    {
        var first = await /*BM0004*/this.Chat.GetResponseAsync($"Print {text}", cancellationToken: CancellationToken.None);
        var second = await this.Chat.GetResponseAsync($"Fold {text}");
        return first.Text + second.Text;
    }

    public async Task<string> ConvertedAsync(string text)
    {
        var wrapped = new DelegatingClient(chat);
        var first = await /*BM0004*/((IChatClient)wrapped).GetResponseAsync($"Stamp {text}");
        var second = await ((IChatClient)wrapped).GetResponseAsync($"Tear {text}");
        return first.Text + second.Text;
    }

    public async Task<string> LuckyAsync(string text)
    {
        var first = await /*BM0004*/chat.GetResponseAsync($"Draw {text}");
        var luck = Age();
        var second = await chat.GetResponseAsync($"Draw {luck} of {text}");
        return first.Text + second.Text;
    }

    // The client of each call may be another one.
    public async Task<string> OthersAsync(string text)
    {
        var first = await others[0].GetResponseAsync($"Ask one of {text}");
        var second = await others[0].GetResponseAsync($"Ask two of {text}");
        return first.Text + second.Text;
    }

    private static string Age() => DateTime.UtcNow.Year < 2000 ? "old" : "new";

    private int Step() => ++_step;

    private sealed class DelegatingClient(IChatClient inner) : DelegatingChatClient(inner);
}
//// run
var log = new List<string>();
var counter = new Counter(chat, [chat], log);
await counter.NumberedAsync("1999");
Log(await counter.ShortenedAsync("B7", "a long text"));
Log(await counter.BothAsync("the show"));
Log(await counter.SteppedAsync("the stairs"));
Log(await counter.DemandedAsync("the opera"));
Log(await counter.PreparedAsync(" the circus "));
await counter.TitledAsync("1999", "the hall");
Log(counter.Title);
await counter.SetAsync("the hall", "3");
Log(await counter.TogetherAsync("12"));
Log(await counter.NestedAsync("5", true));
Log(await counter.InLambdaAsync("6"));
Log(await counter.AmongAsync("the circle", [3, 0, 4, -1]));
Log(await counter.MarkedAsync("a corner"));
Log(await counter.TokensAsync("a ticket"));
Log(await counter.ConvertedAsync("a card"));
Log(await counter.LuckyAsync("a number"));
Log(await counter.OthersAsync("the office"));
Log(log);
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Tickets;

public sealed class Counter(IChatClient chat, IChatClient[] others, List<string> log)
{
    private int _count;
    private int _step;

    public IChatClient Chat => chat;

    public string Title { get; private set; } = "";

    public async Task NumberedAsync(string year)
    {
        var batch = await chat.CompleteBatchAsync([$"Ticket {_count++}", $"Ticket of {int.Parse(year)}"]);
        var first = batch[0].Response;
        var second = batch[1].Response;
        log.Add(first.Text + second.Text + _count);
    }

    public async Task<string> ShortenedAsync(string seat, string text)
    {
        var batch = await chat.CompleteBatchAsync([$"Where is {seat}?", text]);
        var first = batch[0].Response;
        text = batch[1].Response.Text;
        return first.Text + text;
    }

    public async Task<string> BothAsync(string text)
    {
        var batch = await chat.CompleteBatchAsync(["Begin " + text, "End " + text]);
        text = batch[0].Response.Text + batch[1].Response.Text;
        return text;
    }

    public async Task<string> SteppedAsync(string text)
    {
        var batch = await chat.CompleteBatchAsync([$"Step before {text}", $"Step {_step} of {text}"]);
        var first = batch[0].Response;
        var second = batch[1].Response.Text + Step();
        return first.Text + second;
    }

    public async Task<string> DemandedAsync(string text)
    {
        var batch = await chat.CompleteBatchAsync([$"Row of {text}", $"Seat of {text}", $"Hall of {text}"]);
        var first = batch[0].Response;
        var second = batch[1].Response;
        var third = batch[2].Response.Text ?? throw new InvalidOperationException("no hall");
        return first.Text + second.Text + third;
    }

    public async Task<string> PreparedAsync(string text)
    {
        var name = text.Trim();
        var question = $"Price of {name} for children";
        question += "?";
        var batch = await chat.CompleteBatchAsync([$"Price of {text}", question]);
        var first = batch[0].Response;
        var second = batch[1].Response;
        return first.Text + second.Text;
    }

    public async Task TitledAsync(string date, string hall)
    {
        var batch = await chat.CompleteBatchAsync(["Greet the guests", $"Praise {hall}", $"What was on at {int.Parse(date)}?"]);
        var first = batch[0].Response;
        var second = batch[1].Response;
        Title = batch[2].Response.Text + first.Text + second.Text;
    }

    // The title is seen when the number of the last request cannot be read.
    public async Task SetAsync(string hall, string days)
    {
        var batch = await chat.CompleteBatchAsync([$"A place in {hall}", $"A poem on {hall}"]);
        var first = batch[0].Response;
        log.Add(string.Concat(Title = batch[1].Response.Text, first.Text + (await chat.GetResponseAsync($"What is on in {int.Parse(days)} days?")).Text));
    }

    public async Task<string> TogetherAsync(string number)
    {
        var batch = await chat.CompleteBatchAsync([$"Ticket {_count++}", $"Number {int.Parse(number)}"]);
        return batch[0].Response.Text + batch[1].Response.Text;
    }

    public async Task<string> NestedAsync(string number, bool isLate)
    {
        var title = "";
        if (isLate)
        {
            var batch = await chat.CompleteBatchAsync(["Greet who is late", $"Greet number {int.Parse(number)}"]);
            title = batch[0].Response.Text;
            var second = batch[1].Response;
            title += second.Text;
        }

        return title;
    }

    public async Task<string> InLambdaAsync(string number)
    {
        try
        {
            Func<Task<string>> ask = async () =>
            {
                var title = "";
                var batch = await chat.CompleteBatchAsync(["Greet the cashier", $"Greet guest {int.Parse(number)}"]);
                title += batch[0].Response.Text;
                var second = batch[1].Response;
                return title + second.Text;
            };
            return await ask();
        }
        catch (FormatException)
        {
            return "?";
        }
    }

    public async Task<string> AmongAsync(string hall, int[] seats)
    {
        var batch = await chat.CompleteBatchAsync([$"How many in {hall}?", $"Which in {hall}?"]);
        var first = batch[0].Response;
        var free = 0;
        foreach (var seat in seats)
        {
            if (seat < 0)
            {
                break;
            }

            if (seat == 0)
            {
                continue;
            }

            free++;
        }

        switch (free)
        {
            case 0:
                log.Add("full");
                break;
            default:
                log.Add("free");
                break;
        }

        log.Sort((a, b) =>
        {
            return string.CompareOrdinal(a, b);
        });
        var second = batch[1].Response;
        return first.Text + second.Text + free;
    }

    public async Task<string> MarkedAsync(string text)
    {
        var batch = await chat.CompleteBatchAsync([$"Mark {text}", $"Unmark {text}"]);
        var first = batch[0].Response;
        var second = batch[1].Response;
#pragma warning disable CS0219
        var unused = 1;
#pragma warning restore CS0219
        return first.Text + second.Text;
    }

    public async Task<string> TokensAsync(string text)
    {
        var batch = await this.Chat.CompleteBatchAsync([$"Print {text}", $"Fold {text}"]);
        var first = batch[0].Response;
        var second = batch[1].Response;
        return first.Text + second.Text;
    }

    public async Task<string> ConvertedAsync(string text)
    {
        var wrapped = new DelegatingClient(chat);
        var batch = await ((IChatClient)wrapped).CompleteBatchAsync([$"Stamp {text}", $"Tear {text}"]);
        var first = batch[0].Response;
        var second = batch[1].Response;
        return first.Text + second.Text;
    }

    public async Task<string> LuckyAsync(string text)
    {
        var luck = Age();
        var batch = await chat.CompleteBatchAsync([$"Draw {text}", $"Draw {luck} of {text}"]);
        var first = batch[0].Response;
        var second = batch[1].Response;
        return first.Text + second.Text;
    }

    // The client of each call may be another one.
    public async Task<string> OthersAsync(string text)
    {
        var first = await others[0].GetResponseAsync($"Ask one of {text}");
        var second = await others[0].GetResponseAsync($"Ask two of {text}");
        return first.Text + second.Text;
    }

    private static string Age() => DateTime.UtcNow.Year < 2000 ? "old" : "new";

    private int Step() => ++_step;

    private sealed class DelegatingClient(IChatClient inner) : DelegatingChatClient(inner);
}
