// A36 A file is the memory: read for the prompt, appended with the answer
// verdict: blocked
// blocker: the file system
// message: The calls of 'GetResponseAsync' could be one batch, but 'the file system' is changed on line 16 after the call and needed on line 14 before the next one
// why: the next prompt holds what this iteration has appended to the file
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Adversarial;

public sealed class LogKeeper(IChatClient chat, string path)
{
    public async Task KeepAsync(IEnumerable<string> reports)
    {
        foreach (var report in reports)
        {
            var soFar = await /*why*/File.ReadAllTextAsync(path);
            var response = await /*BM0010*/chat.GetResponseAsync($"{soFar}\nOne line for the log on: {report}");
            await /*why*/File.AppendAllTextAsync(path, response.Text + "\n");
        }
    }
}
