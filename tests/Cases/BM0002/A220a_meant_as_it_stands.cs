// A220a Items that are asked at once and have clients of their own, wait for each other, or talk to a person
// verdict: silent
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Harbours;

public sealed class Desk(IChatClient chat)
{
    public IChatClient Chat => chat;

    public async Task<string> AskAsync(string question)
    {
        var response = await chat.GetResponseAsync(question);
        return response.Text;
    }
}

public sealed class HarbourOffice(IChatClient chat, IChatClient[] clients, List<Desk> desks)
{
    private Func<IChatClient> Pick { get; } = () => clients[0];

    public Task<ChatResponse[]> ByPickedClientAsync(IReadOnlyList<string> ships) =>
        Task.WhenAll(ships.Select(ship => Pick().GetResponseAsync("Berth for " + ship)));

    public Task<ChatResponse[]> ByNewDeskAsync(IReadOnlyList<string> ships) =>
        Task.WhenAll(ships.Select(ship => new Desk(chat).Chat.GetResponseAsync("Berth for " + ship)));

    public Task<ChatResponse[]> ByFirstClientAsync(IReadOnlyList<string> ships) =>
        Task.WhenAll(ships.Select(ship => clients[0].GetResponseAsync("Berth for " + ship)));

    public Task<string[]> ByEachDeskAsync(string question) => Task.WhenAll(desks.Select(desk => desk.AskAsync(question)));

    public Task<string[]> ByOneDeskForEachAsync(IReadOnlyList<string> ships) => Task.WhenAll(ships.Select(ship => new Desk(chat).AskAsync(ship)));

    public async Task<string> FirstAsync(IReadOnlyList<string> ships)
    {
        var first = new TaskCompletionSource<string>();
        var all = Task.WhenAll(ships.Select(async ship =>
        {
            var response = await chat.GetResponseAsync("Berth for " + ship);
            first.TrySetResult(response.Text);
            return response.Text;
        }));
        await all;
        return await first.Task;
    }

    public async Task SettledAsync(IReadOnlyList<string> ships)
    {
        var first = new TaskCompletionSource<string>();
        await Task.WhenAll(ships.Select(async ship =>
        {
            var response = await chat.GetResponseAsync("Berth for " + ship);
            first.TrySetResult(response.Text);
        }));
    }

    public void Together(IReadOnlyList<string> ships, Barrier barrier) =>
        Parallel.ForEach(ships, ship =>
        {
            barrier.SignalAndWait();
            Console.WriteLine(chat.GetResponseAsync("Berth for " + ship).Result.Text);
        });

    public async Task TogetherAsync(IReadOnlyList<string> ships, Barrier barrier)
    {
        await Task.WhenAll(ships.Select(async ship =>
        {
            var response = await chat.GetResponseAsync("Berth for " + ship);
            barrier.SignalAndWait();
            Console.WriteLine(response.Text);
        }));
    }

    public async Task CountedAsync(IReadOnlyList<string> ships, CountdownEvent open)
    {
        await Task.WhenAll(ships.Select(async ship =>
        {
            var response = await chat.GetResponseAsync("Berth for " + ship);
            open.Signal();
            Console.WriteLine(response.Text);
        }));
    }

    public async Task<string[]> ConfirmedAsync(IReadOnlyList<string> ships) =>
        await Task.WhenAll(ships.Select(async ship =>
        {
            var response = await chat.GetResponseAsync("Berth for " + ship);
            Console.WriteLine(response.Text);
            return Console.ReadLine() ?? response.Text;
        }));

    public async Task<string[]> OnlyOneAsync(string ship) =>
        await Task.WhenAll(new[] { ship }.Select(async s => (await chat.GetResponseAsync("Berth for " + s)).Text));

    public async Task<string[]> OneOfRangeAsync() =>
        await Task.WhenAll(Enumerable.Range(4, 1).Select(async berth => (await chat.GetResponseAsync("Who is in " + berth)).Text));

    public Task OneOfBracketsAsync(string ship) =>
        ParallelAsync(ship);

    private async Task ParallelAsync(string ship)
    {
        await Parallel.ForEachAsync([ship], async (s, token) =>
        {
            var response = await chat.GetResponseAsync("Berth for " + s, cancellationToken: token);
            Console.WriteLine(response.Text);
        });
    }

    public async Task<string> LateAsync(IEnumerable<string> ships)
    {
        var answers = ships.Select(async ship => (await chat.GetResponseAsync("Berth for " + ship)).Text);
        Console.WriteLine("Asking");
        return Heading() + string.Join(", ", await Task.WhenAll(answers));
    }

    public async Task<string> HelmsmenAsync(IReadOnlyList<string> names) =>
        string.Join(", ", await Task.WhenAll(names.Select(new Desk(chat).AskAsync)));

    public async Task<string> PilotsAsync(IReadOnlyList<string> names) =>
        string.Join(", ", await Task.WhenAll(names.Select(Find("pilots").AskAsync)));

    public async Task<string> CrewAsync(IReadOnlyList<string> names, Desk[] rows) =>
        string.Join(", ", await Task.WhenAll(names.Select(rows[0].AskAsync)));

    public async Task<string[]> CaptainAsync(string name, Desk desk) => await Task.WhenAll(new[] { name }.Select(desk.AskAsync));

    private static string Heading() => "Harbour: ";

    private Desk Find(string name) => desks[name.Length];
}
