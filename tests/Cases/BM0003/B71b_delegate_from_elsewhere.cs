// B71b The helper is a delegate whose target is not known, beside a client that is
// verdict: silent
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Pipelines;

public sealed class Pipeline
{
    private readonly Func<string, Task<string>> _step;

    public Pipeline(Func<string, Task<string>> step) => _step = step;

    public static Pipeline Over(IChatClient chat) => new(async text => (await chat.GetResponseAsync(text)).Text);

    public async Task<List<string>> RunAsync(IEnumerable<string> texts)
    {
        var results = new List<string>();
        foreach (var text in texts)
        {
            results.Add(await _step(text));
        }

        return results;
    }
}
