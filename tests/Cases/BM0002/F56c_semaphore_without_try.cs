// F56 A semaphore without a try, around a body that asks twice
// verdict: fixed
// message: These 'GetResponseAsync' requests are fanned out by hand; 'Batch.RunAsync' sends them together, a bounded number at a time
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Poems;

public static class Poet
{
    public static async Task<string[]> WriteAsync(IChatClient chat, string[] themes, CancellationToken cancellationToken)
    {
        var gate = new SemaphoreSlim(3);
        var poems = await Task.WhenAll(themes.Select(async theme =>
        {
            await gate.WaitAsync(cancellationToken);
            var draft = await /*BM0002*/chat.GetResponseAsync($"A haiku on {theme}", cancellationToken: cancellationToken);
            var final = await chat.GetResponseAsync($"Count the syllables and repair: {draft.Text}", cancellationToken: cancellationToken);
            gate.Release();
            return final.Text;
        }));
        return poems;
    }
}
//// run
foreach (var poem in await Poet.WriteAsync(chat, ["dew", "rust"], cancellationToken))
{
    Log(poem);
}
//// fixed
using System.Threading;
using System.Threading.Tasks;
using BatchMigrate;
using Microsoft.Extensions.AI;

namespace Poems;

public static class Poet
{
    public static async Task<string[]> WriteAsync(IChatClient chat, string[] themes, CancellationToken cancellationToken)
    {
        var batch = await Batch.RunAsync(themes, async (theme, _) =>
        {
            var draft = await chat.GetResponseAsync($"A haiku on {theme}", cancellationToken: cancellationToken);
            var final = await chat.GetResponseAsync($"Count the syllables and repair: {draft.Text}", cancellationToken: cancellationToken);
            return final.Text;
        }, new BatchOptions { MaxConcurrency = 3 }, cancellationToken);
        var poems = batch.GetResponses();
        return poems;
    }
}
