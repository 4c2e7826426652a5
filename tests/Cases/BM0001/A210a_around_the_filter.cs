// A210a What stands around a filter: code for every item, handlers, counters, labels
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'ticket', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Harbour;

public sealed record Ticket(string Name, string Port, bool IsOpen);

public sealed class Desk(IChatClient chat, List<string> notes)
{
    private int _seen;

    public async Task CloseAsync(IReadOnlyList<Ticket> tickets)
    {
        foreach (var ticket in tickets)
        {
            if (ticket.IsOpen)
            {
                var response = await /*BM0001*/chat.GetResponseAsync("Answer " + ticket.Name);
                notes.Add(response.Text);
            }

            notes.Add("Seen " + ticket.Name);
        }
    }

    public async Task FinishAsync(IReadOnlyList<Ticket> tickets)
    {
        foreach (var ticket in tickets)
        {
            try
            {
                if (!ticket.IsOpen)
                {
                    continue;
                }

                var response = await /*BM0001*/chat.GetResponseAsync("Finish " + ticket.Name);
                notes.Add(response.Text);
            }
            finally
            {
                notes.Add("Done with " + ticket.Name);
            }
        }
    }

    public async Task StampAsync(IReadOnlyList<Ticket> tickets)
    {
        foreach (var ticket in tickets)
        {
            try
            {
                if (ticket.IsOpen)
                {
                    var response = await /*BM0001*/chat.GetResponseAsync("Stamp " + ticket.Name);
                    notes.Add(response.Text);
                }
            }
            finally
            {
                notes.Add("Stamped " + ticket.Name);
            }
        }
    }

    public async Task RefundAsync(IReadOnlyList<Ticket> tickets)
    {
        foreach (var ticket in tickets)
        {
            try
            {
                if (ticket.IsOpen)
                {
                    var response = await /*BM0001*/chat.GetResponseAsync("Refund " + ticket.Name);
                    notes.Add(response.Text);
                }
            }
            catch (TimeoutException)
            {
                notes.Add("No refund for " + ticket.Name);
            }
        }
    }

    public async Task RebookAsync(IReadOnlyList<Ticket> tickets)
    {
        foreach (var ticket in tickets)
        {
            try
            {
                if (!ticket.IsOpen)
                {
                    continue;
                }

                var response = await /*BM0001*/chat.GetResponseAsync("Rebook " + ticket.Name);
                notes.Add(response.Text);
            }
            catch (TimeoutException)
            {
                notes.Add("Not rebooked: " + ticket.Name);
            }

            notes.Add("Next after " + ticket.Name);
        }
    }

    public async Task CountAllAsync(IReadOnlyList<Ticket> tickets)
    {
        foreach (var ticket in tickets)
        {
            _seen++;
            if (ticket.IsOpen)
            {
                var response = await /*BM0001*/chat.GetResponseAsync("Count " + ticket.Name);
                notes.Add(response.Text + _seen);
            }
        }
    }

    public async Task CountOpenAsync(IReadOnlyList<Ticket> tickets)
    {
        foreach (var ticket in tickets)
        {
            if (!ticket.IsOpen)
            {
                continue;
            }

            _seen++;
            var response = await /*BM0001*/chat.GetResponseAsync("Count open " + ticket.Name);
            notes.Add(response.Text + _seen);
        }
    }

    public async Task NumberAsync(IReadOnlyList<Ticket> tickets)
    {
        foreach (var ticket in tickets)
        {
            var number = ++_seen;
            if (ticket.IsOpen)
            {
                var response = await /*BM0001*/chat.GetResponseAsync("Number " + ticket.Name);
                notes.Add(response.Text + number);
            }
        }
    }

    public async Task LabelAsync(IReadOnlyList<Ticket> tickets)
    {
        foreach (var ticket in tickets)
        {
            var label = ticket.Name.Trim();
            if (ticket.IsOpen)
            {
                var response = await /*BM0001*/chat.GetResponseAsync("Label " + ticket.Port);
                notes.Add(response.Text + label);
            }
        }
    }

    public async Task LabelTwiceAsync(IReadOnlyList<Ticket> tickets)
    {
        foreach (var ticket in tickets)
        {
            string name = ticket.Name.Trim(), port = ticket.Port.Trim();
            if (ticket.IsOpen)
            {
                var response = await /*BM0001*/chat.GetResponseAsync("Label twice " + ticket.Name);
                notes.Add(response.Text + name + port);
            }
        }
    }

    public async Task LabelInsideAsync(IReadOnlyList<Ticket> tickets)
    {
        foreach (var ticket in tickets)
        {
            if (ticket.IsOpen)
            {
                var name = ticket.Name.Trim();
                var label = "[" + name + "]";
                var response = await /*BM0001*/chat.GetResponseAsync("Label inside " + ticket.Port);
                notes.Add(response.Text + label);
            }
        }
    }
}
//// run
var notes = new List<string>();
var desk = new Desk(chat, notes);
Ticket[] tickets = [new("Ada", "Kiel", true), new("Ben", "Oslo", false), new(" Cy ", "Riga", true)];
await desk.CloseAsync(tickets);
await desk.FinishAsync(tickets);
await desk.StampAsync(tickets);
await desk.RefundAsync(tickets);
await desk.RebookAsync(tickets);
await desk.CountAllAsync(tickets);
await desk.CountOpenAsync(tickets);
await desk.NumberAsync(tickets);
await desk.LabelAsync(tickets);
await desk.LabelTwiceAsync(tickets);
await desk.LabelInsideAsync(tickets);
Log(notes);
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Harbour;

public sealed record Ticket(string Name, string Port, bool IsOpen);

public sealed class Desk(IChatClient chat, List<string> notes)
{
    private int _seen;

    public async Task CloseAsync(IReadOnlyList<Ticket> tickets)
    {
        var prompts = new List<string?>();
        foreach (var ticket in tickets)
        {
            if (ticket.IsOpen)
            {
                prompts.Add("Answer " + ticket.Name);
            }
            else
            {
                prompts.Add(null);
            }
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var (ticket, item) in tickets.Zip(batch))
        {
            if (ticket.IsOpen)
            {
                var response = item.Response;
                notes.Add(response.Text);
            }

            notes.Add("Seen " + ticket.Name);
        }
    }

    public async Task FinishAsync(IReadOnlyList<Ticket> tickets)
    {
        var prompts = new List<string?>();
        foreach (var ticket in tickets)
        {
            if (!ticket.IsOpen)
            {
                prompts.Add(null);
                continue;
            }

            prompts.Add("Finish " + ticket.Name);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var (ticket, item) in tickets.Zip(batch))
        {
            try
            {
                if (!ticket.IsOpen)
                {
                    continue;
                }

                var response = item.Response;
                notes.Add(response.Text);
            }
            finally
            {
                notes.Add("Done with " + ticket.Name);
            }
        }
    }

    public async Task StampAsync(IReadOnlyList<Ticket> tickets)
    {
        var prompts = new List<string?>();
        foreach (var ticket in tickets)
        {
            if (ticket.IsOpen)
            {
                prompts.Add("Stamp " + ticket.Name);
            }
            else
            {
                prompts.Add(null);
            }
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var (ticket, item) in tickets.Zip(batch))
        {
            try
            {
                if (ticket.IsOpen)
                {
                    var response = item.Response;
                    notes.Add(response.Text);
                }
            }
            finally
            {
                notes.Add("Stamped " + ticket.Name);
            }
        }
    }

    public async Task RefundAsync(IReadOnlyList<Ticket> tickets)
    {
        var pending = new List<Ticket>();
        var prompts = new List<string>();
        foreach (var ticket in tickets)
        {
            if (ticket.IsOpen)
            {
                pending.Add(ticket);
                prompts.Add("Refund " + ticket.Name);
            }
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var (ticket, item) in pending.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (TimeoutException)
            {
                notes.Add("No refund for " + ticket.Name);
            }
        }
    }

    public async Task RebookAsync(IReadOnlyList<Ticket> tickets)
    {
        var pending = new List<Ticket>();
        var prompts = new List<string>();
        foreach (var ticket in tickets)
        {
            if (!ticket.IsOpen)
            {
                continue;
            }

            pending.Add(ticket);
            prompts.Add("Rebook " + ticket.Name);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var (ticket, item) in pending.Zip(batch))
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch (TimeoutException)
            {
                notes.Add("Not rebooked: " + ticket.Name);
            }

            notes.Add("Next after " + ticket.Name);
        }
    }

    public async Task CountAllAsync(IReadOnlyList<Ticket> tickets)
    {
        var prompts = new List<string?>();
        foreach (var ticket in tickets)
        {
            if (ticket.IsOpen)
            {
                prompts.Add("Count " + ticket.Name);
            }
            else
            {
                prompts.Add(null);
            }
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var (ticket, item) in tickets.Zip(batch))
        {
            _seen++;
            if (ticket.IsOpen)
            {
                var response = item.Response;
                notes.Add(response.Text + _seen);
            }
        }
    }

    public async Task CountOpenAsync(IReadOnlyList<Ticket> tickets)
    {
        var prompts = new List<string>();
        foreach (var ticket in tickets)
        {
            if (!ticket.IsOpen)
            {
                continue;
            }

            prompts.Add("Count open " + ticket.Name);
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            _seen++;
            var response = item.Response;
            notes.Add(response.Text + _seen);
        }
    }

    public async Task NumberAsync(IReadOnlyList<Ticket> tickets)
    {
        var prompts = new List<string?>();
        foreach (var ticket in tickets)
        {
            if (ticket.IsOpen)
            {
                prompts.Add("Number " + ticket.Name);
            }
            else
            {
                prompts.Add(null);
            }
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var (ticket, item) in tickets.Zip(batch))
        {
            var number = ++_seen;
            if (ticket.IsOpen)
            {
                var response = item.Response;
                notes.Add(response.Text + number);
            }
        }
    }

    public async Task LabelAsync(IReadOnlyList<Ticket> tickets)
    {
        var pending = new List<Ticket>();
        var prompts = new List<string>();
        foreach (var ticket in tickets)
        {
            if (ticket.IsOpen)
            {
                pending.Add(ticket);
                prompts.Add("Label " + ticket.Port);
            }
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var (ticket, item) in pending.Zip(batch))
        {
            var label = ticket.Name.Trim();
            var response = item.Response;
            notes.Add(response.Text + label);
        }
    }

    public async Task LabelTwiceAsync(IReadOnlyList<Ticket> tickets)
    {
        var pending = new List<Ticket>();
        var prompts = new List<string>();
        foreach (var ticket in tickets)
        {
            if (ticket.IsOpen)
            {
                pending.Add(ticket);
                prompts.Add("Label twice " + ticket.Name);
            }
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var (ticket, item) in pending.Zip(batch))
        {
            string name = ticket.Name.Trim(), port = ticket.Port.Trim();
            var response = item.Response;
            notes.Add(response.Text + name + port);
        }
    }

    public async Task LabelInsideAsync(IReadOnlyList<Ticket> tickets)
    {
        var pending = new List<Ticket>();
        var prompts = new List<string>();
        foreach (var ticket in tickets)
        {
            if (ticket.IsOpen)
            {
                pending.Add(ticket);
                prompts.Add("Label inside " + ticket.Port);
            }
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var (ticket, item) in pending.Zip(batch))
        {
            var name = ticket.Name.Trim();
            var label = "[" + name + "]";
            var response = item.Response;
            notes.Add(response.Text + label);
        }
    }
}
