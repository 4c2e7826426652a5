// A230d Rows whose later requests depend on what stands before them, or whose failure would show
// verdict: silent
// uses: Microsoft.Extensions.AI
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Gardens;

public sealed class Gardener(IChatClient chat, IChatClient[] others, List<string> notes, SemaphoreSlim gate)
{
    private readonly Stopwatch _watch = new();
    private int _beds;
    private int _days;
    private string _last = "";

    public string Title { get; set; } = "";

    public async Task<string> AskedAsync(string plant)
    {
        var first = await chat.GetResponseAsync($"Water {plant}");
        var second = await chat.GetResponseAsync($"Prune {plant} {Console.ReadLine()}");
        return first.Text + second.Text;
    }

    public async Task<string> SteppedAsync(string plant)
    {
        var first = await chat.GetResponseAsync($"Seed {plant}");
        var second = Step() + (await chat.GetResponseAsync($"Sow {plant} in {_beds}")).Text;
        return first.Text + second;
    }

    public async Task<string> CountedAsync(string plant)
    {
        var first = await chat.GetResponseAsync($"Bed {_beds++} on day {_days++}");
        var second = await chat.GetResponseAsync($"{plant} in bed {_beds}");
        return first.Text + second.Text;
    }

    public async Task<string> DemandedAsync(string plant)
    {
        return (await chat.GetResponseAsync($"Soil for {plant}")).Text + ((await chat.GetResponseAsync($"Sun for {plant}")).Text ?? throw new InvalidOperationException("no sun")) + (await chat.GetResponseAsync($"Rain for {plant}")).Text;
    }

    public async Task<string> DerivedAsync(string plant)
    {
        var first = await chat.GetResponseAsync($"What eats {plant}?");
        var pest = first.Text.Trim();
        var question = "What eats " + pest;
        var second = await chat.GetResponseAsync(question);
        return first.Text + second.Text;
    }

    public async Task<string> HeldAsync(string plan)
    {
        var first = await chat.GetResponseAsync("Judge the plan");
        using var document = JsonDocument.Parse(plan);
        var second = await chat.GetResponseAsync($"Judge {document.RootElement}");
        return first.Text + second.Text;
    }

    public async Task<string> TakenAsync(string plant)
    {
        var first = await chat.GetResponseAsync($"Who waters {plant}?");
        var isFree = gate.Wait(0);
        var second = await chat.GetResponseAsync($"Water {plant}: {isFree}");
        return first.Text + second.Text;
    }

    public async Task<string> NotedAsync(string plant)
    {
        var first = await chat.GetResponseAsync($"Name of {plant}");
        var question = "Smell";
        notes.Add(question);
        question += " of " + plant;
        var second = await chat.GetResponseAsync(question);
        return first.Text + second.Text;
    }

    public async Task SetAsync(string plant, string days)
    {
        Title = (await chat.GetResponseAsync($"A sign for {plant}")).Text;
        var second = await chat.GetResponseAsync($"What grows in {int.Parse(days)} days?");
        notes.Add(second.Text);
    }

    public async Task SetWithinAsync(string plant, string days) =>
        notes.Add(Title = (await chat.GetResponseAsync($"A label for {plant}")).Text, (await chat.GetResponseAsync($"What dies in {int.Parse(days)} days?")).Text);

    public async Task<string> CapturedAsync(string plant, string days)
    {
        var title = "none";
        Func<Task> ask = async () =>
        {
            title = (await chat.GetResponseAsync($"A motto for {plant}")).Text;
            var second = await chat.GetResponseAsync($"What ripens in {int.Parse(days)} days?");
            title += second.Text;
        };
        try
        {
            await ask();
        }
        catch (FormatException)
        {
            title += "?";
        }

        return title;
    }

    public async Task<string> CheckedAsync(int beds)
    {
        var first = await chat.GetResponseAsync($"Dig {beds}");
        checked
        {
            beds *= 2;
        }

        var second = await chat.GetResponseAsync("Rake");
        return first.Text + second.Text + beds;
    }

    public async Task<string> LapsAsync(string plant, Stopwatch watch)
    {
        var first = await chat.GetResponseAsync($"Mow around {plant}");
        Lap(watch);
        var second = await chat.GetResponseAsync($"Weed around {plant}");
        return first.Text + second.Text;
    }

    public async Task<string> WatchedAsync(string plant)
    {
        var watch = new Stopwatch();
        var first = await chat.GetResponseAsync($"Mow behind {plant}");
        Lap(watch);
        var second = await chat.GetResponseAsync($"Weed behind {plant}");
        return first.Text + second.Text;
    }

    public async Task<string> ClockedAsync(string plant)
    {
        var first = await chat.GetResponseAsync($"Mow over {plant}");
        Lap(_watch);
        var second = await chat.GetResponseAsync($"Weed over {plant}");
        return first.Text + second.Text;
    }

    public async Task<string> MadeAsync(string plant)
    {
        var first = await Pick(plant).GetResponseAsync($"Feed {plant}");
        var second = await Pick(plant).GetResponseAsync($"Trim {plant}");
        return first.Text + second.Text;
    }

    public async Task<int> SchemaAsync(string plant)
    {
        var first = await chat.GetResponseAsync<int>($"Height of {plant}", useJsonSchemaResponseFormat: true);
        var second = await chat.GetResponseAsync<int>($"Width of {plant}", useJsonSchemaResponseFormat: true);
        return first.Result + second.Result;
    }

    public async Task<string> LastAsync(string plant)
    {
        var first = await chat.GetResponseAsync($"Root of {plant}");
        Remember(plant);
        var second = await chat.GetResponseAsync($"Leaf of {plant} after {_last}");
        return first.Text + second.Text;
    }

    private static void Lap(Stopwatch watch)
    {
    }

    private void Remember(string plant) => _last = plant;

    private IChatClient Pick(string plant) => others[plant.Length % others.Length];

    private int Step() => ++_beds;
}

public static class Notes
{
    public static void Add(this List<string> notes, string one, string other) => notes.AddRange([one, other]);
}
