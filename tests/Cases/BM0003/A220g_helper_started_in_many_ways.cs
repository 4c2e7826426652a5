// A220g A method for one item that is started for many in every way there is, with arguments of all kinds
// verdict: fixed
// message: 'InspectAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
// message: 'Inspect' is called for one item at a time; 'Batch.Run' sends them together
// message: 'InspectAsync' is called for one item at a time; 'InspectBatchAsync' sends them together
// message: 'AdviseAsync' is called for one item at a time; 'Batch.RunAsync' sends them together
// message: 'AdviseAsync' is called for one item at a time; 'AdviseBatchAsync' sends them together
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Beehives;

public sealed record Hive(string Name, int Frames);

public sealed class Keeper(IChatClient chat)
{
    private readonly Task<string> season = Task.FromResult("spring");

    public async Task<string[]> ByIndexAsync(IReadOnlyList<string> hives) =>
        await Task.WhenAll(hives.Select((hive, i) => /*BM0003*/InspectAsync(hive)));

    public async Task<string[]> OnThreadsAsync(IReadOnlyList<string> hives)
    {
        return await Task.WhenAll(hives.Select(hive => Task.Run(() => /*BM0003*/InspectAsync(hive))));
    }

    public async Task<string[]> KeptAsync(IReadOnlyList<string> hives)
    {
        var tasks = hives.Select(hive => /*BM0003*/InspectAsync(hive)).ToList();
        return await Task.WhenAll(tasks);
    }

    public async Task<string> NamedAsync(IReadOnlyList<string> hives)
    {
        var tasks = hives.ToDictionary(hive => hive, hive => /*BM0003*/InspectAsync(hive));
        await Task.WhenAll(tasks.Values);
        return await tasks[hives[0]];
    }

    public void Blocking(IReadOnlyList<string> hives, string[] notes) => Parallel.For(0, hives.Count, i => notes[i] = /*BM0003*/Inspect(hives[i]));

    public async Task<string[]> LoopedAsync(IReadOnlyList<string> hives)
    {
        var tasks = new List<Task<string>>();
        foreach (var hive in hives)
        {
            tasks.Add(/*BM0003*/InspectAsync(hive));
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<string[]> SlowlyAsync(IReadOnlyList<string> hives)
    {
        var tasks = new List<Task<string>>();
        foreach (var hive in hives)
        {
            tasks.Add(/*BM0003*/InspectAsync(hive));
            await Task.Delay(1);
        }

        return await Task.WhenAll(tasks);
    }

    public async Task<string[]> StylesAsync(IReadOnlyList<Hive> hives) =>
        await Task.WhenAll(hives.Select(async hive => await /*BM0003*/AdviseAsync(hive.Name, await season)));

    public async Task<string[]> MonthsAsync(IReadOnlyList<Hive> hives) =>
        await Task.WhenAll(hives.Select(hive => /*BM0003*/AdviseAsync(hive.Name, Month())));

    public async Task<string[]> FixedAsync(IReadOnlyList<Hive> hives, string season) =>
        await Task.WhenAll(hives.Select(hive => /*BM0003*/AdviseAsync(hive.Name, season)));

    public async Task<string[]> HalfComputedAsync(IReadOnlyList<Hive> hives) =>
        await Task.WhenAll(hives.Select(hive => /*BM0003*/AdviseAsync(hive.Name, Size(hive.Frames))));

    private static string Month() => "June";

    private static string Size(int frames) => frames > 10 ? "large" : "small";

    private string Inspect(string hive)
    {
        var response = chat.GetResponseAsync("Inspect " + hive).GetAwaiter().GetResult();
        return response.Text;
    }

    private async Task<string> InspectAsync(string hive)
    {
        var response = await chat.GetResponseAsync("Inspect " + hive);
        return hive + ": " + response.Text;
    }

    private async Task<string> AdviseAsync(string hive, string season)
    {
        var response = await chat.GetResponseAsync($"What to do with {hive} in {season}");
        return response.Text;
    }
}
//// run
var keeper = new Keeper(chat);
string[] hives = ["north", "east", "south"];
Log(await keeper.ByIndexAsync(hives));
Log(await keeper.OnThreadsAsync(hives));
Log(await keeper.KeptAsync(hives));
Log(await keeper.NamedAsync(hives));
var notes = new string[3];
keeper.Blocking(hives, notes);
Log(notes);
Log(await keeper.LoopedAsync(hives));
Log(await keeper.SlowlyAsync(hives));
Hive[] rows = [new("a", 4), new("b", 12)];
Log(await keeper.StylesAsync(rows));
Log(await keeper.MonthsAsync(rows));
Log(await keeper.FixedAsync(rows, "autumn"));
Log(await keeper.HalfComputedAsync(rows));
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Beehives;

public sealed record Hive(string Name, int Frames);

public sealed class Keeper(IChatClient chat)
{
    private readonly Task<string> season = Task.FromResult("spring");

    public async Task<string[]> ByIndexAsync(IReadOnlyList<string> hives) =>
        (await Batch.RunAsync(hives.Select((hive, i) => (hive, i)), (input, _) =>
        {
            var (hive, i) = input;
            return InspectAsync(hive);
        })).GetResponses();

    public async Task<string[]> OnThreadsAsync(IReadOnlyList<string> hives)
    {
        return (await Batch.RunAsync(hives, (hive, _) => InspectAsync(hive))).GetResponses();
    }

    public async Task<string[]> KeptAsync(IReadOnlyList<string> hives)
    {
        var batch = await Batch.RunAsync(hives, (hive, _) => InspectAsync(hive));
        return batch.GetResponses();
    }

    public async Task<string> NamedAsync(IReadOnlyList<string> hives)
    {
        var batch = await Batch.RunAsync(hives, (hive, _) => InspectAsync(hive));
        var items = hives.Select(hive => hive).Zip(batch).ToDictionary();
        batch.ThrowIfFailed();
        return items[hives[0]].Response;
    }

    public void Blocking(IReadOnlyList<string> hives, string[] notes) => Batch.Run(Enumerable.Range(0, hives.Count), (i, _) => notes[i] = Inspect(hives[i])).ThrowAllIfFailed();

    public async Task<string[]> LoopedAsync(IReadOnlyList<string> hives)
    {
        var inputs = new List<string>();
        foreach (var hive in hives)
        {
            inputs.Add(hive);
        }

        var batch = await InspectBatchAsync(inputs);
        return batch.GetResponses();
    }

    public async Task<string[]> SlowlyAsync(IReadOnlyList<string> hives)
    {
        var inputs = new List<string>();
        foreach (var hive in hives)
        {
            inputs.Add(hive);
        }

        var batch = await Batch.RunAsync(
            inputs,
            (hive, _) => InspectAsync(hive),
            options: new BatchOptions { Pacing = TimeSpan.FromMilliseconds(1) });
        return batch.GetResponses();
    }

    public async Task<string[]> StylesAsync(IReadOnlyList<Hive> hives) =>
        (await Batch.RunAsync(hives, async (hive, _) => await AdviseAsync(hive.Name, await season))).GetResponses();

    public async Task<string[]> MonthsAsync(IReadOnlyList<Hive> hives) =>
        (await Batch.RunAsync(hives, (hive, _) => AdviseAsync(hive.Name, Month()))).GetResponses();

    public async Task<string[]> FixedAsync(IReadOnlyList<Hive> hives, string season) =>
        (await AdviseBatchAsync(hives.Select(hive => hive.Name), season)).GetResponses();

    public async Task<string[]> HalfComputedAsync(IReadOnlyList<Hive> hives) =>
        (await Batch.RunAsync(hives, (hive, _) => AdviseAsync(hive.Name, Size(hive.Frames)))).GetResponses();

    private static string Month() => "June";

    private static string Size(int frames) => frames > 10 ? "large" : "small";

    private string Inspect(string hive)
    {
        var response = chat.GetResponseAsync("Inspect " + hive).GetAwaiter().GetResult();
        return response.Text;
    }

    private async Task<string> InspectAsync(string hive) =>
        (await InspectBatchAsync([hive]))[0].Response;

    /// <summary>Does what <c>InspectAsync</c> does, for many hives in one batch: an outcome for each, in their order.</summary>
    private async Task<BatchResult<string>> InspectBatchAsync(IEnumerable<string> hives)
    {
        var pending = hives.ToList();
        var batch = await chat.CompleteBatchAsync(pending, hive => "Inspect " + hive);
        return batch.Map(pending, (hive, item) =>
        {
            var response = item.Response;
            return hive + ": " + response.Text;
        });
    }

    private async Task<string> AdviseAsync(string hive, string season) =>
        (await AdviseBatchAsync([hive], season))[0].Response;

    /// <summary>Does what <c>AdviseAsync</c> does, for many hives in one batch: an outcome for each, in their order.</summary>
    private async Task<BatchResult<string>> AdviseBatchAsync(IEnumerable<string> hives, string season)
    {
        var batch = await chat.CompleteBatchAsync(hives, hive => $"What to do with {hive} in {season}");
        return batch.Map(response => response.Text);
    }
}
