// B01 A throw before the call: what was saved for earlier items would be lost
// verdict: blocked
// blocker: 'throw' before the call
// message: The calls of 'GetResponseAsync' could be one batch, but 'throw' before the call leaves the loop, and what earlier items still have to do with their answers would be lost
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Imports;

public sealed class LabelImport(IChatClient chat)
{
    public async Task ImportAsync(IEnumerable<string> lines, ICollection<string> labels)
    {
        foreach (var line in lines)
        {
            if (line.Length > 4000)
            {
                /*why*/throw new InvalidDataException("A line is too long.");
            }

            var response = await /*BM0010*/chat.GetResponseAsync(line);
            labels.Add(response.Text);
        }
    }
}
