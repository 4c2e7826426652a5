// A240a Values that no method can change, handed to one that is not known
// verdict: fixed
// message: This loop makes one 'GetResponseAsync' round trip per 'ship', one after another; 'CompleteBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Lighthouses;

public enum Signal
{
    Fixed,
    Flashing,
}

public readonly struct Bearing(int degrees, string name)
{
    public static readonly List<int> Known = [];

    public int Degrees { get; } = degrees;

    public string Name { get; } = name;

    public override string ToString() => Name + Degrees;
}

public readonly struct Fix(Bearing from, Bearing to)
{
    public Bearing From { get; } = from;

    public Bearing To { get; } = to;

    public override string ToString() => From + "/" + To;
}

public interface IRadio
{
    void Send(params object?[] values);
}

public sealed class Radio(List<string> notes) : IRadio
{
    public void Send(params object?[] values) => notes.Add(values.Length + " sent");
}

public sealed class Tower(IChatClient chat, IRadio radio, List<string> notes)
{
    public async Task TimedAsync(IReadOnlyList<string> ships, Guid id, TimeSpan watch, DateTimeOffset since, DateOnly day, TimeOnly hour, DateTime built)
    {
        foreach (var ship in ships)
        {
            var response = await /*BM0001*/chat.GetResponseAsync($"Greet {ship} {id} {watch} {since} {day} {hour} {built}");
            radio.Send(id, watch, since, day, hour, built);
            notes.Add(response.Text);
        }
    }

    public async Task NamedAsync(IReadOnlyList<string> ships, Uri home, Version version, Type kind, Index place, Range span, BinaryData sign, CultureInfo tongue, Regex shape, JsonSerializerOptions form)
    {
        foreach (var ship in ships)
        {
            var response = await /*BM0001*/chat.GetResponseAsync($"Greet {ship} {home} {version} {kind} {place} {span} {sign} {tongue} {shape} {form}");
            radio.Send(home, version, kind, place, span, sign, tongue, shape, form);
            notes.Add(response.Text);
        }
    }

    public async Task CountedAsync(IReadOnlyList<string> ships, bool lit, char mark, sbyte low, ushort port, long far, ulong all, float near, double exact, decimal cost, nint size, nuint room, Half half)
    {
        foreach (var ship in ships)
        {
            var response = await /*BM0001*/chat.GetResponseAsync($"Greet {ship} {lit} {mark} {low} {port} {far} {all} {near} {exact} {cost} {size} {room} {half}");
            radio.Send(lit, mark, low, port, far, all, near, exact, cost, size, room, half);
            notes.Add(response.Text);
        }
    }

    public async Task PutTogetherAsync(IReadOnlyList<string> ships, Signal signal, int? count, (int From, string To) way, Bearing bearing, Fix fix, ReadOnlyMemory<char> text, ChatRole role, ChatFinishReason? reason)
    {
        foreach (var ship in ships)
        {
            var response = await /*BM0001*/chat.GetResponseAsync($"Greet {ship} {signal} {count} {way} {bearing} {fix} {text} {role} {reason}");
            radio.Send(signal, count, way, bearing, fix, text, role, reason);
            notes.Add(response.Text);
        }
    }

    public async Task StoppedAsync(IReadOnlyList<string> ships, CancellationToken stop)
    {
        foreach (var ship in ships)
        {
            var response = await /*BM0001*/chat.GetResponseAsync("Greet " + ship + stop);
            radio.Send(stop);
            notes.Add(response.Text);
        }
    }
}
//// run
var notes = new List<string>();
var tower = new Tower(chat, new Radio(notes), notes);
await tower.TimedAsync(["Gull", "Tern"], Guid.Empty, TimeSpan.FromHours(2), DateTimeOffset.UnixEpoch, new DateOnly(2024, 2, 3), new TimeOnly(4, 5), new DateTime(1899, 1, 1));
await tower.CountedAsync(["Gull", "Tern"], true, 'x', 1, 2, 3, 4, 5, 6, 7, 8, 9, (Half)1);
await tower.PutTogetherAsync(["Gull", "Tern"], Signal.Flashing, 3, (1, "b"), new Bearing(9, "North"), new Fix(new Bearing(1, "a"), new Bearing(2, "b")), "dot".AsMemory(), ChatRole.User, null);
Log(notes);
//// fixed
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Lighthouses;

public enum Signal
{
    Fixed,
    Flashing,
}

public readonly struct Bearing(int degrees, string name)
{
    public static readonly List<int> Known = [];

    public int Degrees { get; } = degrees;

    public string Name { get; } = name;

    public override string ToString() => Name + Degrees;
}

public readonly struct Fix(Bearing from, Bearing to)
{
    public Bearing From { get; } = from;

    public Bearing To { get; } = to;

    public override string ToString() => From + "/" + To;
}

public interface IRadio
{
    void Send(params object?[] values);
}

public sealed class Radio(List<string> notes) : IRadio
{
    public void Send(params object?[] values) => notes.Add(values.Length + " sent");
}

public sealed class Tower(IChatClient chat, IRadio radio, List<string> notes)
{
    public async Task TimedAsync(IReadOnlyList<string> ships, Guid id, TimeSpan watch, DateTimeOffset since, DateOnly day, TimeOnly hour, DateTime built)
    {
        var batch = await chat.CompleteBatchAsync(ships.Select(ship => $"Greet {ship} {id} {watch} {since} {day} {hour} {built}"));
        foreach (var item in batch)
        {
            var response = item.Response;
            radio.Send(id, watch, since, day, hour, built);
            notes.Add(response.Text);
        }
    }

    public async Task NamedAsync(IReadOnlyList<string> ships, Uri home, Version version, Type kind, Index place, Range span, BinaryData sign, CultureInfo tongue, Regex shape, JsonSerializerOptions form)
    {
        var batch = await chat.CompleteBatchAsync(ships.Select(ship => $"Greet {ship} {home} {version} {kind} {place} {span} {sign} {tongue} {shape} {form}"));
        foreach (var item in batch)
        {
            var response = item.Response;
            radio.Send(home, version, kind, place, span, sign, tongue, shape, form);
            notes.Add(response.Text);
        }
    }

    public async Task CountedAsync(IReadOnlyList<string> ships, bool lit, char mark, sbyte low, ushort port, long far, ulong all, float near, double exact, decimal cost, nint size, nuint room, Half half)
    {
        var batch = await chat.CompleteBatchAsync(ships.Select(ship => $"Greet {ship} {lit} {mark} {low} {port} {far} {all} {near} {exact} {cost} {size} {room} {half}"));
        foreach (var item in batch)
        {
            var response = item.Response;
            radio.Send(lit, mark, low, port, far, all, near, exact, cost, size, room, half);
            notes.Add(response.Text);
        }
    }

    public async Task PutTogetherAsync(IReadOnlyList<string> ships, Signal signal, int? count, (int From, string To) way, Bearing bearing, Fix fix, ReadOnlyMemory<char> text, ChatRole role, ChatFinishReason? reason)
    {
        var batch = await chat.CompleteBatchAsync(ships.Select(ship => $"Greet {ship} {signal} {count} {way} {bearing} {fix} {text} {role} {reason}"));
        foreach (var item in batch)
        {
            var response = item.Response;
            radio.Send(signal, count, way, bearing, fix, text, role, reason);
            notes.Add(response.Text);
        }
    }

    public async Task StoppedAsync(IReadOnlyList<string> ships, CancellationToken stop)
    {
        var batch = await chat.CompleteBatchAsync(ships.Select(ship => "Greet " + ship + stop));
        foreach (var item in batch)
        {
            var response = item.Response;
            radio.Send(stop);
            notes.Add(response.Text);
        }
    }
}
