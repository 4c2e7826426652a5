// A46 A shared array is filled by a copy before the call and read after it
// verdict: blocked
// blocker: 'row'
// message: The calls of 'GetResponseAsync' could be one batch, but 'row' is changed on line 16 before the call and used on line 19 when later items have already changed it again
// why: one array holds the cells of the current line only, and both the prompt and the code after the call read it
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public sealed class TableNotes(IChatClient chat)
{
    public async Task<List<string>> WriteAsync(IEnumerable<List<string>> lines)
    {
        var row = new string[16];
        var notes = new List<string>();
        foreach (var line in lines)
        {
            /*why*/Array.Clear(row);
            line.CopyTo(row);
            var response = await /*BM0010*/chat.GetResponseAsync($"A note on {string.Join(';', row)}");
            notes.Add($"{/*why*/row[0]}: {response.Text}");
        }

        return notes;
    }
}
