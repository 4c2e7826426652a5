// F60 Chunks after which something else is done stay chunks
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand, without a limit; 'CompleteBatchAsync' sends them together, a bounded number at a time
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Surveys;

public sealed class Coder(IChatClient chat)
{
    public async Task<int> CodeAsync(IReadOnlyList<string> answers, Action<string> report)
    {
        var done = 0;
        foreach (var chunk in answers.Chunk(2))
        {
            var codes = await Task.WhenAll(chunk.Select(answer => /*BM0002*/chat.GetResponseAsync($"A code for: {answer}")));
            done += codes.Length;
            report($"{done} of {answers.Count}: {string.Join(", ", codes.Select(code => code.Text))}");
        }

        return done;
    }
}
//// run
Log(await new Coder(chat).CodeAsync(["yes", "no", "perhaps"], text => Log(text)));
//// fixed
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Surveys;

public sealed class Coder(IChatClient chat)
{
    public async Task<int> CodeAsync(IReadOnlyList<string> answers, Action<string> report)
    {
        var done = 0;
        foreach (var chunk in answers.Chunk(2))
        {
            var codes = (await chat.CompleteBatchAsync(chunk, answer => $"A code for: {answer}")).GetResponses();
            done += codes.Length;
            report($"{done} of {answers.Count}: {string.Join(", ", codes.Select(code => code.Text))}");
        }

        return done;
    }
}
