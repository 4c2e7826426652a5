// A41 A buffer is rented before the call and returned after it, its content shared by all items
// verdict: blocked
// blocker: 'buffer'
// message: The calls of 'GetResponseAsync' could be one batch, but 'buffer' is changed on line 15 before the call and used on line 20 when later items have already changed it again
// why: one buffer holds the text of the current item only, and the code after the call reads it again
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public sealed class Proofreader(IChatClient chat)
{
    public async Task<List<int>> CountChangesAsync(IEnumerable<string> texts)
    {
        var buffer = new char[8192];
        var changes = new List<int>();
        foreach (var text in texts)
        {
            /*why*/text.CopyTo(0, buffer, 0, text.Length);
            var response = await /*BM0010*/chat.GetResponseAsync($"Correct: {new string(buffer, 0, text.Length)}");
            var changed = 0;
            for (var i = 0; i < response.Text.Length && i < text.Length; i++)
            {
                changed += response.Text[i] == /*why*/buffer[i] ? 0 : 1;
            }

            changes.Add(changed);
        }

        return changes;
    }
}
