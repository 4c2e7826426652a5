// A210c What is counted before the call, where a failure leaves the loop and where it does not
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'village', one after another; 'CompleteBatchAsync' sends them together
// message: The calls of 'GetResponseAsync' could be one batch, but '_asked' is changed before the call, and if a call failed it would have been changed for later items too
// message: The calls of 'GetResponseAsync' could be one batch, but 'asked' is changed before the call, and if a call failed it would have been changed for later items too
// message: The calls of 'CompleteChat' could be one batch, but 'asked' is changed before the call, and if a call failed it would have been changed for later items too
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace Census;

public interface IRegister
{
    int Count(string village);
}

public sealed class Counter(IChatClient chat, ChatClient client, List<string> notes)
{
    private readonly List<string> _known = ["Aral", "Bern"];
    private int _asked;

    public async Task CaughtAsync(IReadOnlyList<string> villages)
    {
        foreach (var village in villages)
        {
            _asked++;
            try
            {
                var response = await /*BM0001*/chat.GetResponseAsync($"No. {_asked}: {village}");
                notes.Add(response.Text);
            }
            catch (Exception)
            {
                notes.Add("No answer");
            }
        }
    }

    public async Task CaughtWithoutANameAsync(IReadOnlyList<string> villages)
    {
        foreach (var village in villages)
        {
            _asked++;
            try
            {
                var response = await /*BM0001*/chat.GetResponseAsync($"No. {_asked} of all: {village}");
                notes.Add(response.Text);
            }
            catch
            {
                notes.Add("No answer");
            }
        }
    }

    public async Task LocalAsync(IReadOnlyList<string> villages, int asked)
    {
        foreach (var village in villages)
        {
            asked++;
            var response = await /*BM0001*/chat.GetResponseAsync($"Number {asked}: {village}");
            notes.Add(response.Text);
        }
    }

    public async Task HeaderAsync()
    {
        foreach (var village in Known())
        {
            var response = await /*BM0001*/chat.GetResponseAsync("About " + village);
            notes.Add(response.Text);
        }
    }

    public async Task ToldAsync(IReadOnlyList<string> villages)
    {
        foreach (var village in villages)
        {
            var response = await /*BM0001*/chat.GetResponseAsync(Told(village));
            Console.WriteLine(response.Text);
        }
    }

    public async Task FilteredAsync(IReadOnlyList<string> villages)
    {
        foreach (var village in villages)
        {
            _asked++;
            try
            {
                var response = await /*BM0010*/chat.GetResponseAsync($"No. {_asked}: {village}");
                notes.Add(response.Text);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                notes.Add("No answer");
            }
        }
    }

    public async Task SomeCaughtAsync(IReadOnlyList<string> villages)
    {
        foreach (var village in villages)
        {
            _asked++;
            try
            {
                var response = await /*BM0010*/chat.GetResponseAsync($"No. {_asked}: {village}");
                notes.Add(response.Text);
            }
            catch (TimeoutException)
            {
                notes.Add("No answer");
            }
        }
    }

    public async Task ThrownOnAsync(IReadOnlyList<string> villages)
    {
        foreach (var village in villages)
        {
            _asked++;
            try
            {
                var response = await /*BM0010*/chat.GetResponseAsync($"No. {_asked}: {village}");
                notes.Add(response.Text);
            }
            catch (OperationCanceledException)
            {
                notes.Add("Stopped");
                throw;
            }
            catch (Exception)
            {
                notes.Add("No answer");
            }
        }
    }

    public async Task GuardedAsync(IReadOnlyList<string> villages, int asked)
    {
        try
        {
            foreach (var village in villages)
            {
                asked++;
                var response = await /*BM0010*/chat.GetResponseAsync($"Number {asked}: {village}");
                notes.Add(response.Text);
            }
        }
        catch (TimeoutException)
        {
            notes.Add("Asked: " + asked);
        }
    }

    public async Task RegisteredAsync(IReadOnlyList<string> villages, IRegister register)
    {
        foreach (var village in villages)
        {
            _asked += register.Count(village);
            var response = await /*BM0010*/chat.GetResponseAsync($"With {_asked}: {village}");
            notes.Add(response.Text);
        }
    }

    public void Referenced(IReadOnlyList<string> villages, ref int asked)
    {
        foreach (var village in villages)
        {
            asked++;
            ChatCompletion completion = /*BM0010*/client.CompleteChat($"Number {asked}: {village}");
            notes.Add(completion.Content[0].Text);
        }
    }

    private static string Told(string village)
    {
        Console.WriteLine("Now " + village);
        return "Tell about " + village;
    }

    private List<string> Known()
    {
        _asked++;
        return _known.ToList();
    }
}
//// run
var notes = new List<string>();
var counter = new Counter(chat, client, notes);
await counter.CaughtAsync(["Aral", "Bern", "Cork"]);
await counter.CaughtWithoutANameAsync(["Aral", "Bern", "Cork"]);
await counter.LocalAsync(["Aral", "Bern"], 4);
await counter.HeaderAsync();
await counter.GuardedAsync(["Cork"], 2);
Log(notes);
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace Census;

public interface IRegister
{
    int Count(string village);
}

public sealed class Counter(IChatClient chat, ChatClient client, List<string> notes)
{
    private readonly List<string> _known = ["Aral", "Bern"];
    private int _asked;

    public async Task CaughtAsync(IReadOnlyList<string> villages)
    {
        var prompts = new List<string>();
        foreach (var village in villages)
        {
            _asked++;
            prompts.Add($"No. {_asked}: {village}");
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
                notes.Add("No answer");
            }
        }
    }

    public async Task CaughtWithoutANameAsync(IReadOnlyList<string> villages)
    {
        var prompts = new List<string>();
        foreach (var village in villages)
        {
            _asked++;
            prompts.Add($"No. {_asked} of all: {village}");
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            try
            {
                var response = item.Response;
                notes.Add(response.Text);
            }
            catch
            {
                notes.Add("No answer");
            }
        }
    }

    public async Task LocalAsync(IReadOnlyList<string> villages, int asked)
    {
        var prompts = new List<string>();
        foreach (var village in villages)
        {
            asked++;
            prompts.Add($"Number {asked}: {village}");
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            var response = item.Response;
            notes.Add(response.Text);
        }
    }

    public async Task HeaderAsync()
    {
        var batch = await chat.CompleteBatchAsync(Known().Select(village => "About " + village));
        foreach (var item in batch)
        {
            var response = item.Response;
            notes.Add(response.Text);
        }
    }

    public async Task ToldAsync(IReadOnlyList<string> villages)
    {
        var prompts = new List<string>();
        foreach (var village in villages)
        {
            prompts.Add(Told(village));
        }

        var batch = await chat.CompleteBatchAsync(prompts);
        foreach (var item in batch)
        {
            var response = item.Response;
            Console.WriteLine(response.Text);
        }
    }

    public async Task FilteredAsync(IReadOnlyList<string> villages)
    {
        foreach (var village in villages)
        {
            _asked++;
            try
            {
                var response = await chat.GetResponseAsync($"No. {_asked}: {village}");
                notes.Add(response.Text);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                notes.Add("No answer");
            }
        }
    }

    public async Task SomeCaughtAsync(IReadOnlyList<string> villages)
    {
        foreach (var village in villages)
        {
            _asked++;
            try
            {
                var response = await chat.GetResponseAsync($"No. {_asked}: {village}");
                notes.Add(response.Text);
            }
            catch (TimeoutException)
            {
                notes.Add("No answer");
            }
        }
    }

    public async Task ThrownOnAsync(IReadOnlyList<string> villages)
    {
        foreach (var village in villages)
        {
            _asked++;
            try
            {
                var response = await chat.GetResponseAsync($"No. {_asked}: {village}");
                notes.Add(response.Text);
            }
            catch (OperationCanceledException)
            {
                notes.Add("Stopped");
                throw;
            }
            catch (Exception)
            {
                notes.Add("No answer");
            }
        }
    }

    public async Task GuardedAsync(IReadOnlyList<string> villages, int asked)
    {
        try
        {
            foreach (var village in villages)
            {
                asked++;
                var response = await chat.GetResponseAsync($"Number {asked}: {village}");
                notes.Add(response.Text);
            }
        }
        catch (TimeoutException)
        {
            notes.Add("Asked: " + asked);
        }
    }

    public async Task RegisteredAsync(IReadOnlyList<string> villages, IRegister register)
    {
        foreach (var village in villages)
        {
            _asked += register.Count(village);
            var response = await chat.GetResponseAsync($"With {_asked}: {village}");
            notes.Add(response.Text);
        }
    }

    public void Referenced(IReadOnlyList<string> villages, ref int asked)
    {
        foreach (var village in villages)
        {
            asked++;
            ChatCompletion completion = client.CompleteChat($"Number {asked}: {village}");
            notes.Add(completion.Content[0].Text);
        }
    }

    private static string Told(string village)
    {
        Console.WriteLine("Now " + village);
        return "Tell about " + village;
    }

    private List<string> Known()
    {
        _asked++;
        return _known.ToList();
    }
}
