// A230m What a method changes for each item, and arguments that no list holds
// verdict: blocked
// blocker: e
// message: The calls of 'PickAsync' could be one batch, but '_picked' is changed by several items at once without protection
// message: The calls of 'LabelAsync' could be one batch, but 'LabelAsync' changes 'tree.Text' for each item
// message: The calls of 'GraftAsync' could be one batch, but its arguments are 'params', which cannot be kept in a list one by one
// message: The calls of 'PressAsync' could be one batch, but its arguments are 'params', which cannot be kept in a list one by one
// message: The calls of 'WeighAsync' could be one batch, but 'Note' in 'WeighAsync' is not known to be safe to do for several items at once
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Orchards;

public sealed class Tree(string name)
{
    public string Name { get; } = name;

    public string Text { get; set; } = "";
}

public interface ILedger
{
    void Note(string text);
}

public sealed class Orchard(IChatClient chat, ILedger ledger)
{
    private int _picked;

    public async Task<string[]> PickAsync(List<string> apples) =>
        await Task.WhenAll(apples.Select(apple => /*BM0010*//*why*/PickAsync(apple)));

    public async Task<int> LabelAsync(List<Tree> trees)
    {
        var count = 0;
        foreach (var tree in trees)
        {
            await /*BM0010*//*why*/LabelAsync(tree);
            count++;
        }

        return count;
    }

    public async Task<List<string>> JoinAsync(List<string> apples)
    {
        var lines = new List<string>();
        foreach (var apple in apples)
        {
            var length = apple.Length;
            lines.Add(await /*BM0010*//*why*/GraftAsync(apple, "x" + length));
        }

        foreach (var apple in apples)
        {
            var length = apple.Length;
            lines.Add(await /*BM0010*//*why*/PressAsync(apple, "y" + length));
        }

        return lines;
    }

    public async Task<List<string>> NoteAsync(List<string> apples)
    {
        var lines = new List<string>();
        foreach (var apple in apples)
        {
            lines.Add(await /*BM0010*//*why*/WeighAsync(apple));
        }

        return lines;
    }

    private async Task<string> PickAsync(string apple)
    {
        var response = await chat.GetResponseAsync("Pick " + apple);
        _picked++;
        return response.Text;
    }

    private async Task LabelAsync(Tree tree)
    {
        var response = await chat.GetResponseAsync("Label " + tree.Name);
        /*why*/tree.Text = response.Text;
    }

    private async Task<string> GraftAsync(params string[] parts) => (await chat.GetResponseAsync("Graft " + string.Concat(parts))).Text;

    private async Task<string> PressAsync(params string[] parts)
    {
        var response = await chat.GetResponseAsync("Press " + string.Concat(parts));
        _picked++;
        return response.Text;
    }

    private async Task<string> WeighAsync(string apple)
    {
        var response = await chat.GetResponseAsync("Weigh " + apple);
        /*why*/ledger.Note(response.Text);
        _picked++;
        return response.Text;
    }
}
