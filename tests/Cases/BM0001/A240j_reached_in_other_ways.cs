// A240j What a method that is not known may touch beside its arguments
// verdict: blocked
// blocker: line
// message: The calls of 'GetResponseAsync' could be one batch, but 'Tend' on line 25 may change 'count', which line 24 needs before the next call
// message: The calls of 'GetResponseAsync' could be one batch, but 'Tend' on line 37 may change 'count', which line 36 needs before the next call
// message: The calls of 'GetResponseAsync' could be one batch, but 'the code' on line 51 may change 'count', which line 50 needs before the next call
// message: The calls of 'GetResponseAsync' could be one batch, but 'the code' on line 62 may change 'count', which line 61 needs before the next call
// message: The calls of 'GetResponseAsync' could be one batch, but 'the code' on line 74 may change 'count', which line 73 needs before the next call
// message: The calls of 'GetResponseAsync' could be one batch, but 'Tend' on line 84 may change 'sizes', which line 83 needs before the next call
// message: The calls of 'GetResponseAsync' could be one batch, but 'helper' is changed on line 94 after the call and needed on line 93 before the next one
// message: The calls of 'GetResponseAsync' could be one batch, but 'helper' is changed on line 104 after the call and needed on line 103 before the next one
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Beehives;

public interface IHelper
{
    void Tend(object value);

    event Action? Done;
}

public sealed class Apiary(IChatClient chat, List<string> notes)
{
    public async Task KeptAsync(IReadOnlyList<string> hives, IHelper helper)
    {
        var count = 0;
        helper.Done += () => count++;
        foreach (var hive in hives)
        {
            var response = await /*BM0010*/chat.GetResponseAsync("Visit " + hive + /*why*/count);
            /*why*/helper.Tend(hive);
            notes.Add(response.Text);
        }
    }

    public async Task NamedAsync(IReadOnlyList<string> hives, IHelper helper)
    {
        var count = 0;
        helper.Done += Count;
        foreach (var hive in hives)
        {
            var response = await /*BM0010*/chat.GetResponseAsync("Visit " + hive + /*why*/count);
            /*why*/helper.Tend(hive);
            notes.Add(response.Text);
        }

        void Count() => count++;
    }

    public async Task LateAsync(IReadOnlyList<string> hives)
    {
        var count = 0;
        var late = new Lazy<int>(() => count++);
        foreach (var hive in hives)
        {
            var response = await /*BM0010*/chat.GetResponseAsync("Visit " + hive + /*why*/count);
            notes.Add(response.Text + /*why*/late.Value);
        }
    }

    public async Task CalledAsync(IReadOnlyList<string> hives)
    {
        var count = 0;
        Action[] steps = [() => count++];
        foreach (var hive in hives)
        {
            var response = await /*BM0010*/chat.GetResponseAsync("Visit " + hive + /*why*/count);
            /*why*/steps[0]();
            notes.Add(response.Text);
        }
    }

    public async Task ListedAsync(IReadOnlyList<string> hives, List<Action> steps)
    {
        var count = 0;
        steps.Add(() => count++);
        foreach (var hive in hives)
        {
            var response = await /*BM0010*/chat.GetResponseAsync("Visit " + hive + /*why*/count);
            /*why*/steps[0]();
            notes.Add(response.Text);
        }
    }

    public async Task BoundLateAsync(IReadOnlyList<string> hives, dynamic helper, List<int> sizes)
    {
        foreach (var hive in hives)
        {
            var response = await /*BM0010*/chat.GetResponseAsync("Visit " + hive + /*why*/sizes.Count);
            /*why*/helper.Tend(sizes);
            notes.Add(response.Text);
        }
    }

    public async Task BoundMemberAsync(IReadOnlyList<string> hives, dynamic helper)
    {
        foreach (var hive in hives)
        {
            var response = await /*BM0010*/chat.GetResponseAsync("Visit " + hive + (string)/*why*/helper.Name);
            /*why*/helper.Name = hive;
            notes.Add(response.Text);
        }
    }

    public async Task BoundIndexAsync(IReadOnlyList<string> hives, dynamic helper)
    {
        foreach (var hive in hives)
        {
            var response = await /*BM0010*/chat.GetResponseAsync("Visit " + hive + (string)/*why*/helper[1]);
            /*why*/helper[1] = hive;
            notes.Add(response.Text);
        }
    }
}
