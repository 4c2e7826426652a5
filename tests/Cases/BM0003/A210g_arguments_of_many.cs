// A210g What a method for many is handed: the items, or a list of what is made of them
// verdict: fixed
// message: 'CountAsync' is called for one item at a time; 'CountBatchAsync' sends them together
// message: 'GuessAsync' is called for one item at a time; 'GuessBatchAsync' sends them together
// message: 'DescribeAsync' is called for one item at a time; 'DescribeBatchAsync' sends them together
// message: The calls of 'DescribeAsync' could be one batch, but the code after the call also runs for items that ask nothing
// message: The calls of 'NoteAsync' could be one batch, but 'NoteAsync' changes 'report.Last' for each item
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Orchards;

public readonly record struct Weight(int Grams)
{
    public static implicit operator string(Weight weight) => weight.Grams + " g";
}

public sealed class Tree(string name, int apples)
{
    public string Name { get; } = name;

    public int Apples { get; } = apples;

    public bool IsOld { get; init; }

    public string? Note { get; set; }
}

public sealed class Report
{
    public string? Last { get; set; }
}

public sealed class Gardener(IChatClient chat, List<string> notes)
{
    public async Task LongAsync(List<Tree> trees)
    {
        foreach (var tree in trees)
        {
            notes.Add(await /*BM0003*/CountAsync(tree.Name, tree.Apples));
        }
    }

    public async Task MaybeAsync(List<int> apples)
    {
        foreach (var count in apples)
        {
            notes.Add(await /*BM0003*/GuessAsync(count));
        }
    }

    public async Task WeighAsync(List<Weight> weights)
    {
        foreach (var weight in weights)
        {
            notes.Add(await /*BM0003*/DescribeAsync(weight));
        }
    }

    public async Task PairsAsync(string[] names, long[] counts)
    {
        for (var i = 0; i < names.Length; i++)
        {
            notes.Add(await /*BM0003*/CountAsync(names[i], counts[i]));
        }
    }

    public async Task FromTheSecondAsync(string[] names)
    {
        for (var i = 1; i < names.Length; i++)
        {
            notes.Add(await /*BM0003*/DescribeAsync(names[i]));
        }
    }

    public async Task FromTheFirstAsync(string[] names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            notes.Add(await /*BM0003*/DescribeAsync(names[i]));
        }
    }

    public async Task OldAsync(List<Tree> trees)
    {
        foreach (var tree in trees.Where(static t => t.IsOld))
        {
            var text = await /*BM0003*/DescribeAsync(tree.Name);
            notes.Add(tree.Name + text);
        }
    }

    public async Task PlantedAsync()
    {
        foreach (var tree in Plant())
        {
            var text = await /*BM0003*/DescribeAsync(tree.Name);
            notes.Add(tree.Name + text);
        }
    }

    public async Task TwoNamesAsync(List<Tree> trees)
    {
        foreach (var tree in trees)
        {
            var name = tree.Name.Trim();
            var text = await /*BM0003*/DescribeAsync(name);
            notes.Add(tree.Apples + name + text);
        }
    }

    public async Task EachAsync(List<Tree> trees)
    {
        foreach (var tree in trees)
        {
            string text = "none";
            if (tree.IsOld)
            {
                text = await /*BM0010*/DescribeAsync(tree.Name);
            }

            notes.Add(tree.Name + text);
        }
    }

    public async Task ReportAsync(List<Tree> trees, Report report)
    {
        foreach (var tree in trees)
        {
            notes.Add(await /*BM0010*/NoteAsync(tree.Name, report));
        }
    }

    private async Task<string> CountAsync(string name, long count)
    {
        var response = await chat.GetResponseAsync($"{name} with {count} apples");
        return response.Text;
    }

    private async Task<string> GuessAsync(int? count)
    {
        var response = await chat.GetResponseAsync($"Guess: {count}");
        return response.Text;
    }

    private async Task<string> DescribeAsync(string name)
    {
        var response = await chat.GetResponseAsync("Describe " + name);
        return response.Text;
    }

    private async Task<string> NoteAsync(string name, Report report)
    {
        report.Last = name;
        var response = await chat.GetResponseAsync("Note " + name);
        return response.Text;
    }

    private static List<Tree> Plant() => [new("Pear", 3), new("Plum", 9)];
}
//// run
var notes = new List<string>();
var gardener = new Gardener(chat, notes);
var trees = new List<Tree> { new("Oak", 0) { IsOld = true }, new(" Fig ", 4), new("Quince", 7) { IsOld = true } };
await gardener.LongAsync(trees);
await gardener.MaybeAsync([3, 4, 5]);
await gardener.WeighAsync([new(3), new(4)]);
await gardener.PairsAsync(["Oak", "Fig"], [1L, 2L]);
await gardener.FromTheSecondAsync(["Oak", "Fig", "Yew"]);
await gardener.FromTheFirstAsync(["Oak", "Fig", "Yew"]);
await gardener.OldAsync(trees);
await gardener.PlantedAsync();
await gardener.TwoNamesAsync(trees);
Log(notes);
//// fixed
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Orchards;

public readonly record struct Weight(int Grams)
{
    public static implicit operator string(Weight weight) => weight.Grams + " g";
}

public sealed class Tree(string name, int apples)
{
    public string Name { get; } = name;

    public int Apples { get; } = apples;

    public bool IsOld { get; init; }

    public string? Note { get; set; }
}

public sealed class Report
{
    public string? Last { get; set; }
}

public sealed class Gardener(IChatClient chat, List<string> notes)
{
    public async Task LongAsync(List<Tree> trees)
    {
        var inputs = new List<(string name, long count)>();
        foreach (var tree in trees)
        {
            inputs.Add((tree.Name, tree.Apples));
        }

        var batch = await CountBatchAsync(inputs);
        foreach (var item in batch)
        {
            notes.Add(item.Response);
        }
    }

    public async Task MaybeAsync(List<int> apples)
    {
        var counts = new List<int?>();
        foreach (var count in apples)
        {
            counts.Add(count);
        }

        var batch = await GuessBatchAsync(counts);
        foreach (var item in batch)
        {
            notes.Add(item.Response);
        }
    }

    public async Task WeighAsync(List<Weight> weights)
    {
        var names = new List<string>();
        foreach (var weight in weights)
        {
            names.Add(weight);
        }

        var batch = await DescribeBatchAsync(names);
        foreach (var item in batch)
        {
            notes.Add(item.Response);
        }
    }

    public async Task PairsAsync(string[] names, long[] counts)
    {
        var inputs = new List<(string name, long count)>();
        for (var i = 0; i < names.Length; i++)
        {
            inputs.Add((names[i], counts[i]));
        }

        var batch = await CountBatchAsync(inputs);
        foreach (var item in batch)
        {
            notes.Add(item.Response);
        }
    }

    public async Task FromTheSecondAsync(string[] names)
    {
        var inputs = new List<string>();
        for (var i = 1; i < names.Length; i++)
        {
            inputs.Add(names[i]);
        }

        var batch = await DescribeBatchAsync(inputs);
        foreach (var item in batch)
        {
            notes.Add(item.Response);
        }
    }

    public async Task FromTheFirstAsync(string[] names)
    {
        var batch = await DescribeBatchAsync(names);
        foreach (var item in batch)
        {
            notes.Add(item.Response);
        }
    }

    public async Task OldAsync(List<Tree> trees)
    {
        var pending = trees.Where(static t => t.IsOld).ToList();
        var batch = await DescribeBatchAsync(pending.Select(tree => tree.Name));
        foreach (var (tree, item) in pending.Zip(batch))
        {
            var text = item.Response;
            notes.Add(tree.Name + text);
        }
    }

    public async Task PlantedAsync()
    {
        var pending = Plant().ToList();
        var batch = await DescribeBatchAsync(pending.Select(tree => tree.Name));
        foreach (var (tree, item) in pending.Zip(batch))
        {
            var text = item.Response;
            notes.Add(tree.Name + text);
        }
    }

    public async Task TwoNamesAsync(List<Tree> trees)
    {
        var pending = new List<(Tree tree, string name)>();
        var names = new List<string>();
        foreach (var tree in trees)
        {
            var name = tree.Name.Trim();
            pending.Add((tree, name));
            names.Add(name);
        }

        var batch = await DescribeBatchAsync(names);
        foreach (var ((tree, name), item) in pending.Zip(batch))
        {
            var text = item.Response;
            notes.Add(tree.Apples + name + text);
        }
    }

    public async Task EachAsync(List<Tree> trees)
    {
        foreach (var tree in trees)
        {
            string text = "none";
            if (tree.IsOld)
            {
                text = await DescribeAsync(tree.Name);
            }

            notes.Add(tree.Name + text);
        }
    }

    public async Task ReportAsync(List<Tree> trees, Report report)
    {
        foreach (var tree in trees)
        {
            notes.Add(await NoteAsync(tree.Name, report));
        }
    }

    private async Task<string> CountAsync(string name, long count) =>
        (await CountBatchAsync([(name, count)]))[0].Response;

    /// <summary>Does what <c>CountAsync</c> does, for many inputs in one batch: an outcome for each, in their order.</summary>
    private async Task<BatchResult<string>> CountBatchAsync(IEnumerable<(string name, long count)> inputs)
    {
        var batch = await chat.CompleteBatchAsync(inputs, input =>
        {
            var (name, count) = input;
            return $"{name} with {count} apples";
        });
        return batch.Map(response => response.Text);
    }

    private async Task<BatchResult<string>> GuessBatchAsync(IEnumerable<int?> counts)
    {
        var batch = await chat.CompleteBatchAsync(counts, count => $"Guess: {count}");
        return batch.Map(response => response.Text);
    }

    private async Task<string> DescribeAsync(string name) =>
        (await DescribeBatchAsync([name]))[0].Response;

    /// <summary>Does what <c>DescribeAsync</c> does, for many names in one batch: an outcome for each, in their order.</summary>
    private async Task<BatchResult<string>> DescribeBatchAsync(IEnumerable<string> names)
    {
        var batch = await chat.CompleteBatchAsync(names, name => "Describe " + name);
        return batch.Map(response => response.Text);
    }

    private async Task<string> NoteAsync(string name, Report report)
    {
        report.Last = name;
        var response = await chat.GetResponseAsync("Note " + name);
        return response.Text;
    }

    private static List<Tree> Plant() => [new("Pear", 3), new("Plum", 9)];
}
