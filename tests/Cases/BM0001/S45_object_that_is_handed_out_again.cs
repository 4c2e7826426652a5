// S45 What is told to an object that something hands out is asked for by the name that the object has besides
// verdict: silent
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Handovers;

public sealed class Shift
{
    public string Log { get; set; } = "quiet";
}

public sealed class Locker(Shift shift)
{
    public Shift Open() => shift;
}

public sealed class Ward(IChatClient chat)
{
    public async Task FromFunctionAsync(IReadOnlyList<string> events)
    {
        var shift = new Shift();
        Func<Shift> current = () => shift;
        foreach (var happened in events)
        {
            var response = await chat.GetResponseAsync($"After {shift.Log}: {happened}");
            current().Log = response.Text;
        }
    }

    public async Task FromLazyAsync(IReadOnlyList<string> events)
    {
        var shift = new Shift();
        var current = new Lazy<Shift>(() => shift);
        foreach (var happened in events)
        {
            var response = await chat.GetResponseAsync($"After {current.Value.Log}: {happened}");
            shift.Log = response.Text;
        }
    }

    public async Task FromSlotAsync(IReadOnlyList<string> events)
    {
        var shift = new Shift();
        var slots = new Shift[1];
        slots[0] = shift;
        foreach (var happened in events)
        {
            var response = await chat.GetResponseAsync($"After {slots[0].Log}: {happened}");
            shift.Log = response.Text;
        }
    }

    public async Task FromCopyAsync(IReadOnlyList<string> events)
    {
        var shift = new Shift();
        var copy = new[] { shift }.ToDictionary(s => s.Log.Length);
        foreach (var happened in events)
        {
            var response = await chat.GetResponseAsync($"After {shift.Log}: {happened}");
            copy.Single(p => p.Key == 5).Value.Log = response.Text;
        }
    }

    public async Task FromQueryAsync(IReadOnlyList<string> events)
    {
        var shift = new Shift();
        var shifts = new[] { new Shift(), shift };
        foreach (var happened in events)
        {
            var response = await chat.GetResponseAsync($"After {shift.Log}: {happened}");
            shifts.Last(s => s.Log.Length > 0).Log = response.Text;
        }
    }

    public async Task FromMethodAsync(IReadOnlyList<string> events)
    {
        var shift = new Shift();
        var locker = new Locker(shift);
        foreach (var happened in events)
        {
            var response = await chat.GetResponseAsync($"After {shift.Log}: {happened}");
            locker.Open().Log = response.Text;
        }
    }

    public async Task FromTaskAsync(IReadOnlyList<string> events)
    {
        var shift = new Shift();
        var arriving = Task.FromResult(shift);
        foreach (var happened in events)
        {
            var response = await chat.GetResponseAsync($"After {shift.Log}: {happened}");
            (await arriving).Log = response.Text;
        }
    }

    public async Task FromTupleAsync(IReadOnlyList<string> events)
    {
        var shift = new Shift();
        var pair = (Shift: shift, Count: 1);
        foreach (var happened in events)
        {
            var response = await chat.GetResponseAsync($"After {pair.Shift.Log}: {happened}");
            shift.Log = response.Text;
        }
    }

    public Func<IReadOnlyList<string>, Task> InLambda() => async events =>
    {
        var log = "quiet";
        void Note(string text) => log = text;
        foreach (var happened in events)
        {
            var response = await chat.GetResponseAsync($"After {log}: {happened}");
            Note(response.Text);
        }
    };
}
