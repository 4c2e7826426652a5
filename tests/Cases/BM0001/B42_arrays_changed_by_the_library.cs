// B42 Arrays and lists that a static method of the library changes
// verdict: blocked
// blocker: changed
// message: The calls of 'GetResponseAsync' could be one batch, but '_marks' is changed on line 19 before the call and used on line 21 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but '_marks' is changed on line 29 before the call and used on line 31 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but '_marks' is changed on line 39 before the call and used on line 41 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but 'rows' is changed on line 49 before the call and used on line 51 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but 'rows' is changed on line 59 before the call and used on line 61 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but '_grown' is changed on line 69 before the call and used on line 71 when later items have already changed it again
// message: The calls of 'GetResponseAsync' could be one batch, but '_list' is changed on line 79 before the call and used on line 81 when later items have already changed it again
using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Registers;

public sealed class Board(IChatClient chat, List<string> notes)
{
    private readonly int[] _marks = new int[8];
    private readonly List<int> _list = [];
    private int[] _grown = new int[1];

    public async Task SortedAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            /*why*/Array.Sort(_marks);
            var response = await /*BM0010*/chat.GetResponseAsync(text + _marks[0]);
            notes.Add(response.Text + /*why*/_marks[1]);
        }
    }

    public async Task TurnedAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            /*why*/Array.Reverse(_marks);
            var response = await /*BM0010*/chat.GetResponseAsync(text + _marks[0]);
            notes.Add(response.Text + /*why*/_marks[1]);
        }
    }

    public async Task FilledAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            /*why*/Array.Fill(_marks, text.Length);
            var response = await /*BM0010*/chat.GetResponseAsync(text + _marks[0]);
            notes.Add(response.Text + /*why*/_marks[1]);
        }
    }

    public async Task CopiedAsync(IReadOnlyList<int[]> rows)
    {
        foreach (var row in rows)
        {
            /*why*/Array.Copy(row, _marks, row.Length);
            var response = await /*BM0010*/chat.GetResponseAsync("About " + _marks[0]);
            notes.Add(response.Text + /*why*/_marks[1]);
        }
    }

    public async Task CopiedAllAsync(IReadOnlyList<int[]> rows)
    {
        foreach (var row in rows)
        {
            /*why*/Array.ConstrainedCopy(row, 0, _marks, 0, row.Length);
            var response = await /*BM0010*/chat.GetResponseAsync("About " + _marks[0]);
            notes.Add(response.Text + /*why*/_marks[1]);
        }
    }

    public async Task GrownAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            Array.Resize(ref /*why*/_grown, text.Length);
            var response = await /*BM0010*/chat.GetResponseAsync(text + _grown.Length);
            notes.Add(response.Text + /*why*/_grown.Length);
        }
    }

    public async Task CountedAsync(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            /*why*/CollectionsMarshal.SetCount(_list, text.Length);
            var response = await /*BM0010*/chat.GetResponseAsync(text + _list.Count);
            notes.Add(response.Text + /*why*/_list.Count);
        }
    }
}
