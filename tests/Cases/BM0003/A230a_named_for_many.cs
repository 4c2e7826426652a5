// A230a The method for many that a method is given by its attribute or by the settings
// verdict: fixed
// message: 'TideAsync' is called for one item at a time; 'TidesAsync' sends them together
// message: 'WindAsync' is called for one item at a time; 'WindsAsync' sends them together
// message: 'TideAsync' is called for one item at a time; 'DepthsAsync' sends them together
// message: 'FogAsync' is called for one item at a time; 'FogsAsync' sends them together
// message: 'LoadAsync' is called for one item at a time; 'LoadsAsync' sends them together
// message: 'FareAsync' is called for one item at a time; 'FaresAsync' sends them together
// message: 'CrewAsync' is called for one item at a time; 'CrewsAsync' sends them together
// message: 'FlagAsync' is called for one item at a time; 'FlagsAsync' sends them together
// message: 'HornAsync' is called for one item at a time; 'HornsAsync' sends them together
// message: 'HireAsync' is called for one item at a time; 'HiresAsync' sends them together
// message: 'RouteAsync' is called for one item at a time; 'RoutesAsync' sends them together
// message: 'GreetAsync' is called for one item at a time; 'GreetAllAsync' sends them together
// message: 'MoorAsync' is called for one item at a time; 'MoorAllAsync' sends them together
// message: 'TellAsync' is called for one item at a time; 'TellAllAsync' sends them together
// config: batch_migrate.additional_calls = , Ferries.Harbour.TideAsync -> TidesAsync, Ferries.Harbour.WindAsync -> WindsAsync | Ferries.Depot.TideAsync->DepthsAsync
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Ferries;

public static class Signals
{
    [BatchCall(nameof(HornsAsync))]
    public static async Task<string> HornAsync(this IChatClient chat, string ship) => (await chat.GetResponseAsync("Horn of " + ship)).Text;

    public static Task<List<string>> HornsAsync(this IChatClient chat, IEnumerable<string> ships) => chat.TextsAsync(ships.Select(ship => "Horn of " + ship));

    public static async Task<List<string>> TextsAsync(this IChatClient chat, IEnumerable<string> prompts) =>
        (await chat.CompleteBatchAsync(prompts)).GetResponses().Select(response => response.Text).ToList();
}

public sealed class Depot(IChatClient chat)
{
    public async Task<string> TideAsync(string pier) => (await chat.GetResponseAsync("Tide of the depot at " + pier)).Text;

    public Task<List<string>> DepthsAsync(IEnumerable<string> piers) => chat.TextsAsync(piers.Select(pier => "Tide of the depot at " + pier));
}

public interface ICrew
{
    Task<List<string>> HiresAsync(IEnumerable<string> names);
}

public interface ICaptains : ICrew
{
    [BatchCall("HiresAsync")]
    Task<string> HireAsync(string name);
}

public class Captains(IChatClient chat) : ICaptains
{
    public async Task<string> HireAsync(string name) => (await chat.GetResponseAsync("Hire " + name)).Text;

    public Task<List<string>> HiresAsync(IEnumerable<string> names) => chat.TextsAsync(names.Select(name => "Hire " + name));
}

public sealed record Named<T>(T Value, string Name);

public sealed class Harbour(IChatClient chat)
{
    public async Task<string> TideAsync(string pier) => (await chat.GetResponseAsync("Tide at " + pier)).Text;

    public Task<List<string>> TidesAsync(IEnumerable<string> piers) => chat.TextsAsync(piers.Select(pier => "Tide at " + pier));

    public async Task<string> WindAsync(string pier) => (await chat.GetResponseAsync("Wind at " + pier)).Text;

    public Task<List<string>> WindsAsync(IEnumerable<string> piers) => chat.TextsAsync(piers.Select(pier => "Wind at " + pier));

    [Description("How thick the fog is"), BatchCall(nameof(FogsAsync))]
    public async Task<string> FogAsync(string pier) => (await chat.GetResponseAsync("Fog at " + pier)).Text;

    public async Task<IReadOnlyCollection<string>> FogsAsync(IReadOnlyCollection<string> piers) => await chat.TextsAsync(piers.Select(pier => "Fog at " + pier));

    [BatchCall(nameof(LoadsAsync))]
    public async Task<string> LoadAsync(string ship) => (await chat.GetResponseAsync("Load of " + ship)).Text;

    public async Task<IList<string>> LoadsAsync(IList<string> ships) => await chat.TextsAsync(ships.Select(ship => "Load of " + ship));

    [BatchCall(nameof(FaresAsync))]
    public async Task<string> FareAsync(string ship) => (await chat.GetResponseAsync("Fare of " + ship)).Text;

    public async Task<ICollection<string>> FaresAsync(ICollection<string> ships) => await chat.TextsAsync(ships.Select(ship => "Fare of " + ship));

    [BatchCall(nameof(CrewsAsync))]
    public async ValueTask<string> CrewAsync(string ship) => (await chat.GetResponseAsync("Crew of " + ship)).Text;

    public async ValueTask<List<string>> CrewsAsync(List<string> ships) => await chat.TextsAsync(ships.Select(ship => "Crew of " + ship));

    [BatchCall(nameof(FlagsAsync))]
    public async Task<string> FlagAsync(string ship, string language = "en") => (await chat.GetResponseAsync(language + ": flag of " + ship)).Text;

    public async Task<string[]> FlagsAsync(IEnumerable<string> ships, string language = "en", int most = 100) =>
        (await chat.TextsAsync(ships.Select(ship => language + ": flag of " + ship))).Take(most).ToArray();

    [BatchCall(nameof(RoutesAsync))]
    public async Task<string> RouteAsync(string from, string to) => (await chat.GetResponseAsync(from + " to " + to)).Text;

    public Task<List<string>> RoutesAsync(IEnumerable<(string From, string To)> routes) => chat.TextsAsync(routes.Select(route => route.From + " to " + route.To));

    [BatchCall(nameof(GreetAllAsync))]
    public async Task GreetAsync(string ship) => await chat.GetResponseAsync("Greet " + ship);

    public async Task<BatchResult<ChatResponse>> GreetAllAsync(IEnumerable<string> ships) => await chat.CompleteBatchAsync(ships.Select(ship => "Greet " + ship));

    [BatchCall(nameof(MoorAllAsync))]
    public async Task MoorAsync(string ship) => await chat.GetResponseAsync("Moor " + ship);

    public async Task MoorAllAsync(IEnumerable<string> ships) => await chat.TextsAsync(ships.Select(ship => "Moor " + ship));

    [BatchCall(nameof(TellAllAsync))]
    public async Task<Named<string>> TellAsync<T>(Named<T> thing) => new((await chat.GetResponseAsync("Tell of " + thing.Name)).Text, thing.Name);

    public async Task<List<Named<string>>> TellAllAsync<T>(IEnumerable<Named<T>> things) =>
        (await chat.TextsAsync(things.Select(thing => "Tell of " + thing.Name))).Zip(things, (text, thing) => new Named<string>(text, thing.Name)).ToList();
}

public sealed class Timetable(Harbour harbour, Depot depot, ICaptains captains, IChatClient chat)
{
    public async Task<List<string>> WeatherAsync(List<string> piers)
    {
        var lines = new List<string>();
        foreach (var pier in piers)
        {
            lines.Add(await /*BM0003*/harbour.TideAsync(pier));
        }

        foreach (var pier in piers)
        {
            lines.Add(await /*BM0003*/harbour.WindAsync(pier));
        }

        foreach (var pier in piers)
        {
            lines.Add(await /*BM0003*/depot.TideAsync(pier));
        }

        foreach (var pier in piers)
        {
            lines.Add(await /*BM0003*/harbour.FogAsync(pier));
        }

        return lines;
    }

    public async Task<List<string>> ShipsAsync(List<string> ships)
    {
        var lines = new List<string>();
        foreach (var ship in ships)
        {
            lines.Add(await /*BM0003*/harbour.LoadAsync(ship));
        }

        foreach (var ship in ships)
        {
            lines.Add(await /*BM0003*/harbour.FareAsync(ship));
        }

        foreach (var ship in ships)
        {
            lines.Add(await /*BM0003*/harbour.CrewAsync(ship));
        }

        foreach (var ship in ships)
        {
            lines.Add(await /*BM0003*/harbour.FlagAsync(ship));
        }

        foreach (var ship in ships)
        {
            lines.Add(await /*BM0003*/chat.HornAsync(ship));
        }

        foreach (var ship in ships)
        {
            lines.Add(await /*BM0003*/captains.HireAsync(ship));
        }

        return lines;
    }

    public async Task<List<string>> RoutesAsync(List<(string From, string To)> routes)
    {
        var lines = new List<string>();
        foreach (var (from, to) in routes)
        {
            lines.Add(await /*BM0003*/harbour.RouteAsync(from, to));
        }

        return lines;
    }

    public async Task GreetAsync(List<string> ships)
    {
        foreach (var ship in ships)
        {
            await /*BM0003*/harbour.GreetAsync(ship);
        }

        foreach (var ship in ships)
        {
            await /*BM0003*/harbour.MoorAsync(ship);
        }
    }

    public async Task<List<string>> TellAsync(List<Named<int>> things)
    {
        var lines = new List<string>();
        foreach (var thing in things)
        {
            lines.Add((await /*BM0003*/harbour.TellAsync(thing)).Value);
        }

        return lines;
    }
}
//// run
var timetable = new Timetable(new Harbour(chat), new Depot(chat), new Captains(chat), chat);
Log(await timetable.WeatherAsync(["North", "South"]));
Log(await timetable.ShipsAsync(["Ann", "Bee", "Cat"]));
Log(await timetable.RoutesAsync([("Oslo", "Kiel"), ("Rome", "Bari")]));
await timetable.GreetAsync(["Ann", "Bee"]);
Log(await timetable.TellAsync([new(1, "one"), new(2, "two")]));
//// fixed
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Ferries;

public static class Signals
{
    [BatchCall(nameof(HornsAsync))]
    public static async Task<string> HornAsync(this IChatClient chat, string ship) => (await chat.GetResponseAsync("Horn of " + ship)).Text;

    public static Task<List<string>> HornsAsync(this IChatClient chat, IEnumerable<string> ships) => chat.TextsAsync(ships.Select(ship => "Horn of " + ship));

    public static async Task<List<string>> TextsAsync(this IChatClient chat, IEnumerable<string> prompts) =>
        (await chat.CompleteBatchAsync(prompts)).GetResponses().Select(response => response.Text).ToList();
}

public sealed class Depot(IChatClient chat)
{
    public async Task<string> TideAsync(string pier) => (await chat.GetResponseAsync("Tide of the depot at " + pier)).Text;

    public Task<List<string>> DepthsAsync(IEnumerable<string> piers) => chat.TextsAsync(piers.Select(pier => "Tide of the depot at " + pier));
}

public interface ICrew
{
    Task<List<string>> HiresAsync(IEnumerable<string> names);
}

public interface ICaptains : ICrew
{
    [BatchCall("HiresAsync")]
    Task<string> HireAsync(string name);
}

public class Captains(IChatClient chat) : ICaptains
{
    public async Task<string> HireAsync(string name) => (await chat.GetResponseAsync("Hire " + name)).Text;

    public Task<List<string>> HiresAsync(IEnumerable<string> names) => chat.TextsAsync(names.Select(name => "Hire " + name));
}

public sealed record Named<T>(T Value, string Name);

public sealed class Harbour(IChatClient chat)
{
    public async Task<string> TideAsync(string pier) => (await chat.GetResponseAsync("Tide at " + pier)).Text;

    public Task<List<string>> TidesAsync(IEnumerable<string> piers) => chat.TextsAsync(piers.Select(pier => "Tide at " + pier));

    public async Task<string> WindAsync(string pier) => (await chat.GetResponseAsync("Wind at " + pier)).Text;

    public Task<List<string>> WindsAsync(IEnumerable<string> piers) => chat.TextsAsync(piers.Select(pier => "Wind at " + pier));

    [Description("How thick the fog is"), BatchCall(nameof(FogsAsync))]
    public async Task<string> FogAsync(string pier) => (await chat.GetResponseAsync("Fog at " + pier)).Text;

    public async Task<IReadOnlyCollection<string>> FogsAsync(IReadOnlyCollection<string> piers) => await chat.TextsAsync(piers.Select(pier => "Fog at " + pier));

    [BatchCall(nameof(LoadsAsync))]
    public async Task<string> LoadAsync(string ship) => (await chat.GetResponseAsync("Load of " + ship)).Text;

    public async Task<IList<string>> LoadsAsync(IList<string> ships) => await chat.TextsAsync(ships.Select(ship => "Load of " + ship));

    [BatchCall(nameof(FaresAsync))]
    public async Task<string> FareAsync(string ship) => (await chat.GetResponseAsync("Fare of " + ship)).Text;

    public async Task<ICollection<string>> FaresAsync(ICollection<string> ships) => await chat.TextsAsync(ships.Select(ship => "Fare of " + ship));

    [BatchCall(nameof(CrewsAsync))]
    public async ValueTask<string> CrewAsync(string ship) => (await chat.GetResponseAsync("Crew of " + ship)).Text;

    public async ValueTask<List<string>> CrewsAsync(List<string> ships) => await chat.TextsAsync(ships.Select(ship => "Crew of " + ship));

    [BatchCall(nameof(FlagsAsync))]
    public async Task<string> FlagAsync(string ship, string language = "en") => (await chat.GetResponseAsync(language + ": flag of " + ship)).Text;

    public async Task<string[]> FlagsAsync(IEnumerable<string> ships, string language = "en", int most = 100) =>
        (await chat.TextsAsync(ships.Select(ship => language + ": flag of " + ship))).Take(most).ToArray();

    [BatchCall(nameof(RoutesAsync))]
    public async Task<string> RouteAsync(string from, string to) => (await chat.GetResponseAsync(from + " to " + to)).Text;

    public Task<List<string>> RoutesAsync(IEnumerable<(string From, string To)> routes) => chat.TextsAsync(routes.Select(route => route.From + " to " + route.To));

    [BatchCall(nameof(GreetAllAsync))]
    public async Task GreetAsync(string ship) => await chat.GetResponseAsync("Greet " + ship);

    public async Task<BatchResult<ChatResponse>> GreetAllAsync(IEnumerable<string> ships) => await chat.CompleteBatchAsync(ships.Select(ship => "Greet " + ship));

    [BatchCall(nameof(MoorAllAsync))]
    public async Task MoorAsync(string ship) => await chat.GetResponseAsync("Moor " + ship);

    public async Task MoorAllAsync(IEnumerable<string> ships) => await chat.TextsAsync(ships.Select(ship => "Moor " + ship));

    [BatchCall(nameof(TellAllAsync))]
    public async Task<Named<string>> TellAsync<T>(Named<T> thing) => new((await chat.GetResponseAsync("Tell of " + thing.Name)).Text, thing.Name);

    public async Task<List<Named<string>>> TellAllAsync<T>(IEnumerable<Named<T>> things) =>
        (await chat.TextsAsync(things.Select(thing => "Tell of " + thing.Name))).Zip(things, (text, thing) => new Named<string>(text, thing.Name)).ToList();
}

public sealed class Timetable(Harbour harbour, Depot depot, ICaptains captains, IChatClient chat)
{
    public async Task<List<string>> WeatherAsync(List<string> piers)
    {
        var lines = new List<string>();
        var results = await harbour.TidesAsync(piers);
        foreach (var result in results)
        {
            lines.Add(result);
        }

        var results2 = await harbour.WindsAsync(piers);
        foreach (var result in results2)
        {
            lines.Add(result);
        }

        var results3 = await depot.DepthsAsync(piers);
        foreach (var result in results3)
        {
            lines.Add(result);
        }

        var results4 = await harbour.FogsAsync(piers);
        foreach (var result in results4)
        {
            lines.Add(result);
        }

        return lines;
    }

    public async Task<List<string>> ShipsAsync(List<string> ships)
    {
        var lines = new List<string>();
        var results = await harbour.LoadsAsync(ships);
        foreach (var result in results)
        {
            lines.Add(result);
        }

        var results2 = await harbour.FaresAsync(ships);
        foreach (var result in results2)
        {
            lines.Add(result);
        }

        var results3 = await harbour.CrewsAsync(ships);
        foreach (var result in results3)
        {
            lines.Add(result);
        }

        var results4 = await harbour.FlagsAsync(ships);
        foreach (var result in results4)
        {
            lines.Add(result);
        }

        var results5 = await chat.HornsAsync(ships);
        foreach (var result in results5)
        {
            lines.Add(result);
        }

        var results6 = await captains.HiresAsync(ships);
        foreach (var result in results6)
        {
            lines.Add(result);
        }

        return lines;
    }

    public async Task<List<string>> RoutesAsync(List<(string From, string To)> routes)
    {
        var lines = new List<string>();
        var inputs = new List<(string from, string to)>();
        foreach (var (from, to) in routes)
        {
            inputs.Add((from, to));
        }

        var results = await harbour.RoutesAsync(inputs);
        foreach (var result in results)
        {
            lines.Add(result);
        }

        return lines;
    }

    public async Task GreetAsync(List<string> ships)
    {
        var batch = await harbour.GreetAllAsync(ships);
        batch.ThrowIfFailed();

        await harbour.MoorAllAsync(ships);
    }

    public async Task<List<string>> TellAsync(List<Named<int>> things)
    {
        var lines = new List<string>();
        var results = await harbour.TellAllAsync(things);
        foreach (var result in results)
        {
            lines.Add(result.Value);
        }

        return lines;
    }
}
