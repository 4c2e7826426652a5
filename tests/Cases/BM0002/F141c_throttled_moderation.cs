// F141c Moderation behind a semaphore
// verdict: fixed
// message: These 'ClassifyTextAsync' requests are fanned out by hand; 'Batch.RunAsync' sends them together, a bounded number at a time
// uses: OpenAI
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OpenAI.Moderations;

namespace Chatroom;

public static class Guard
{
    public static async Task<ConcurrentDictionary<string, bool>> CheckAsync(ModerationClient client, string[] lines)
    {
        var flags = new ConcurrentDictionary<string, bool>();
        using var gate = new SemaphoreSlim(4);
        await Task.WhenAll(lines.Select(async line =>
        {
            await gate.WaitAsync();
            try
            {
                flags[line] = (await /*BM0002*/client.ClassifyTextAsync(line)).Value.Flagged;
            }
            finally
            {
                gate.Release();
            }
        }));
        return flags;
    }
}
//// run
foreach (var (line, flag) in (await Guard.CheckAsync(new ScriptedModerations(Ask), ["hi", "boo", "tea", "rain"])).OrderBy(pair => pair.Key))
{
    Log($"{line} {flag}");
}
//// fixed
using System.Collections.Concurrent;
using System.Threading.Tasks;
using BatchMigrate;
using OpenAI.Moderations;

namespace Chatroom;

public static class Guard
{
    public static async Task<ConcurrentDictionary<string, bool>> CheckAsync(ModerationClient client, string[] lines)
    {
        var flags = new ConcurrentDictionary<string, bool>();
        var batch = await Batch.RunAsync(lines, async (line, _) =>
        {
            flags[line] = (await client.ClassifyTextAsync(line)).Value.Flagged;
        }, new BatchOptions { MaxConcurrency = 4 });
        batch.ThrowIfFailed();
        return flags;
    }
}
